import { type Mention, type MentionKind, type QuantityKind, quantityKinds } from '../model/index.js';
import { type CompiledPattern, findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { gradeName } from './grades.js';
import type { Candidate } from './overlaps.js';
import { quantityOf } from './quantities.js';

const kindsOfQuantity: ReadonlySet<string> = new Set(quantityKinds);
const isQuantityKind = (makes: string): makes is QuantityKind => kindsOfQuantity.has(makes);

/** Everything that the lexicon knows in the text, overlaps included. */
export function findForms(text: string, rulebook: Rulebook): Candidate[] {
  const found: Candidate[] = [];
  const cut = cutHeads(rulebook);
  for (let start = 0; start < text.length; start += 1) {
    const form = rulebook.lexicon.longestAt(text, start);
    // `其中高危患者`: a form that begins in the middle of a word is none.
    if (!form || (start > 0 && cut(text.slice(start - 1, start + 1)))) continue;
    const { entry, end } = form;
    if (entry.kind === 'heading' || closesTag(text, start)) continue;
    found.push({
      kind: entry.kind,
      span: { start, end },
      ruleId: entry.id,
      text: text.slice(start, end),
      name: entry.name,
      facts: entry.facts,
      quantity: undefined,
      beats: entry.beats,
    });
  }
  return found;
}

/** Whether two letters are in one word, so that the second begins none; every two are asked for a hundred times. */
function cutHeads(rulebook: Rulebook): (letters: string) => boolean {
  const cut = phrase(rulebook, 'nouns.cut-head');
  const known = new Map<string, boolean>();
  return (letters) => {
    const isCut = known.get(letters) ?? cut.test(`${letters[0]}|${letters[1]}`);
    known.set(letters, isCut);
    return isCut;
  };
}

/** `<td>CR`: the end of a tag is no comparator. */
function closesTag(text: string, start: number): boolean {
  return text[start] === '>' && /[a-z"]/u.test(text[start - 1] ?? '');
}

/** Everything that the patterns find in the text, overlaps included; a few names are regimens only with known drugs. */
export function findPatterns(text: string, rulebook: Rulebook): Candidate[] {
  const found: Candidate[] = [];
  const diseases = diseaseLetters(text, rulebook);
  for (const pattern of rulebook.patterns) {
    if (pattern.rule.makes === 'heading') continue;
    for (const match of findAll(pattern.expression, text)) {
      const made = withDrugs(produce(pattern, match), rulebook);
      if (made.kind === 'study' && isKnownForm(made.name ?? '', rulebook)) continue;
      if (made.kind === 'drug' && holdsDrug(made.text, rulebook)) continue;
      if (made.kind === 'arm' && isSetTreatment(made.facts.label ?? '', rulebook)) continue;
      if (made.facts.known !== undefined && (made.facts.drugs === undefined || isKnownForm(made.text, rulebook)))
        continue;
      found.push(
        made.kind === 'arm' &&
          made.facts.treats === undefined &&
          (namesPatients(made.facts.label ?? '', rulebook) || diseases.has(made.facts.label)) &&
          !isSpelledOut(text, made.span.end, rulebook)
          ? { ...made, kind: 'subgroup' }
          : made,
      );
    }
  }
  return found;
}

/** A regimen that a pattern knows by its letters has the drugs that the lexicon gives these; `联合DDP组` is one drug. */
function withDrugs(made: Candidate, rulebook: Rulebook): Candidate {
  if (made.kind !== 'regimen' || made.facts.drugs !== undefined) return made;
  const { lexicon } = rulebook;
  const letters = made.name ?? '';
  const known = lexicon.whole(letters);
  const drugs = known?.kind === 'drug' ? known.name : lexicon.drugsBy(letters);
  return drugs === undefined ? made : { ...made, facts: { ...made.facts, drugs } };
}

/** `NACT组`: letters of a treatment with drugs of its own name an arm as its words do. */
function isSetTreatment(label: string, rulebook: Rulebook): boolean {
  const known = rulebook.lexicon.whole(label);
  return known?.kind === 'drug-class' && known.facts.drugs !== undefined;
}

/** `ASCT研究` and `RCT研究` name no study: what the lexicon knows as something else is no study's name. */
function isKnownForm(name: string, rulebook: Rulebook): boolean {
  return rulebook.lexicon.whole(name) !== undefined;
}

/** What looks like the name of an unknown drug may be two names side by side, or the end of a known one. */
function holdsDrug(name: string, rulebook: Rulebook): boolean {
  return [...name].some((_, at) => {
    const found = rulebook.lexicon.longestAt(name, at);
    return found !== undefined && found.entry.kind === 'drug' && found.end - at > 1;
  });
}

/** `CP组(环磷酰胺…`: whatever the letters mean elsewhere, here the drugs behind them say what they stand for. */
function isSpelledOut(text: string, end: number, rulebook: Rulebook): boolean {
  return text[end] === '(' && rulebook.lexicon.longestAt(text, end + 1)?.entry.kind === 'drug';
}

/** `某癌(ovarian cancer, OC)…OC组`: letters that the article gives a disease name no treatment, whatever else they mean. */
function diseaseLetters(text: string, rulebook: Rulebook): ReadonlySet<string | undefined> {
  const glossed = findAll(phrase(rulebook, 'introductions.disease-letters'), text);
  return new Set(glossed.map(({ groups }) => groups?.letters));
}

/** `CR组`, `EMD-B组` are groups of patients by what they reached or have, told apart by a letter; no arms. */
function namesPatients(label: string, rulebook: Rulebook): boolean {
  const found = rulebook.lexicon.longestAt(label, 0);
  if (!found || !['measure', 'event', 'item', 'population', 'qualifier'].includes(found.entry.kind)) return false;
  // `新辅助治疗组`: what patients got before surgery tells arms apart.
  if (found.entry.facts.arm !== undefined) return false;
  return /^(?:-[A-Z0-9])?$/u.test(label.slice(found.end));
}

/** What a match of a pattern makes. */
export function produce({ rule, groups: names }: CompiledPattern, match: RegExpExecArray): Candidate {
  const groups = match.groups ?? {};
  const facts: Record<string, string> = { ...rule.facts };
  for (const name of names) if (groups[name] !== undefined) facts[name] = groups[name];
  const kind = isQuantityKind(rule.makes) ? 'quantity' : (rule.makes as MentionKind);
  return {
    kind,
    span: { start: match.index, end: match.index + match[0].length },
    ruleId: rule.id,
    text: match[0],
    name: kind === 'quantity' ? undefined : nameOf(kind, rule.is, facts, match[0]),
    facts,
    quantity: isQuantityKind(rule.makes) ? quantityOf(rule.makes, groups, rule.facts ?? {}) : undefined,
    beats: rule.beats ?? none,
  };
}

const none: readonly string[] = [];

/** What a match is called by: its rule, what the rule read in it, else by itself. */
function nameOf(kind: MentionKind, is: string | undefined, facts: Mention['facts'], text: string): string {
  if (kind === 'item') return `${is ?? ''}${facts.stage ?? ''}`;
  if (kind === 'grade') return gradeName(facts.low ?? '', facts.high, facts.op);
  const name = is ?? facts.name ?? facts.label ?? facts.label2 ?? text;
  return kind === 'drug' ? uncapitalised(name) : name;
}

/** `Zolvaretinib`: a nonproprietary name is no proper name. */
function uncapitalised(name: string): string {
  return /^[A-Z][a-z]+(?: |$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
