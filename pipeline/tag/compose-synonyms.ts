import { isTransplantation, type Mention, type MentionKind, mentionsUntil } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from '../text/index.js';

const named: ReadonlySet<MentionKind> = new Set([
  'measure',
  'event',
  'population',
  'item',
  'drug',
  'procedure',
  'drug-class',
]);

/** The rules that know a drug by the form of its name only; what its bracket calls it is surer. */
const unlistedDrugs: ReadonlySet<string> = new Set(['names.unlisted-drug', 'new-drugs.latin', 'coded-drugs.code']);

/** Depths of response that `or better` may be said of. */
const responseDepths: ReadonlySet<string> = new Set(['CR', 'VGPR', 'PR', 'MR', 'SD']);

/** Whether a bracket holds a foreign name or an abbreviation only: Latin letters, and no number that reports. */
function isGloss(inside: string): boolean {
  return /^[A-Za-z][A-Za-z0-9 ,;/.'-]*$/u.test(inside) && !/\d{2}|[=<>%]/u.test(inside);
}

/**
 * A name with its gloss in brackets is one mention: `总缓解率(overall response rate,ORR)`, `总生存(OS)率`.
 * Mentions inside the gloss go; an abbreviation that the lexicon does not know is learned for this article.
 */
export function composeSynonyms(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { mentions: Mention[]; learned: Map<string, Mention> } {
  const composed: Mention[] = [];
  const learned = new Map<string, Mention>();
  for (let i = 0; i < mentions.length; i += 1) {
    let mention = mentions[i] as Mention;
    for (let twin = repeated(mention, mentions[i + 1], text); twin; twin = repeated(mention, mentions[i + 1], text)) {
      mention = twin;
      i += 1;
    }
    const extended = named.has(mention.kind) ? glossed(mention, mentions, i, text, rulebook) : undefined;
    if (!extended) {
      const twin = twinInBracket(mention, mentions[i + 1], text);
      composed.push(twin ? { ...mention, name: twin.name } : mention);
      if (twin) {
        composed.push(twin);
        i += 1;
      }
      continue;
    }
    composed.push(orBetter(meantBySum(extended.mention, mentions[i + 1]), text, rulebook));
    // `完全缓解(CR)…骨髓完全缓解(m CR)`: what letters were first defined to be they stay.
    if (extended.abbreviation && !learned.has(extended.abbreviation))
      learned.set(extended.abbreviation, extended.mention);
    while (i + 1 < mentions.length && (mentions[i + 1] as Mention).span.start < extended.mention.span.end) i += 1;
  }
  return { mentions: composed, learned };
}

/** `接近完全缓解率(nCR/CR)`: letters of a sum that holds the name say that the whole sum is meant. */
function meantBySum(mention: Mention, gloss: Mention | undefined): Mention {
  const parts = gloss?.kind === 'measure' && gloss.span.end <= mention.span.end ? (gloss.name ?? '').split('+') : [];
  const isPart = parts.length > 1 && parts.includes(mention.name ?? '');
  return gloss && isPart ? { ...mention, name: gloss.name, ruleId: gloss.ruleId } : mention;
}

/** `部分缓解(PR)以上`: a depth of response with its gloss, or a better one. */
function orBetter(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const tail = phrase(rulebook, 'joins.or-better').exec(text.slice(mention.span.end, mention.span.end + 8));
  if (!tail || mention.kind !== 'measure' || !responseDepths.has(mention.name ?? '')) return mention;
  const span = { start: mention.span.start, end: mention.span.end + tail[0].length };
  return { ...mention, span, text: text.slice(span.start, span.end), name: `\u2265${mention.name}` };
}

/** `不良反应adverse event`: a name and its translation without brackets between them. */
function repeated(mention: Mention, next: Mention | undefined, text: string): Mention | undefined {
  if (!next || !named.has(mention.kind) || next.kind !== mention.kind || next.name !== mention.name) return undefined;
  if (!/^,?$/u.test(text.slice(mention.span.end, next.span.start)) || !/^[A-Za-z]/u.test(next.text)) return undefined;
  if (text[mention.span.end] === ',' && mention.facts.head === undefined) return undefined;
  const span = { start: mention.span.start, end: next.span.end };
  return {
    ...mention,
    span,
    text: text.slice(span.start, span.end),
    facts: { ...mention.facts, head: mention.facts.head ?? mention.text },
  };
}

/** `Newmab(新药单抗,10mg)`: the other name of an unlisted drug, in the bracket with its dose, is of the same drug. */
function twinInBracket(mention: Mention, next: Mention | undefined, text: string): Mention | undefined {
  if (!unlistedDrugs.has(mention.ruleId) || next?.kind !== 'drug' || text[mention.span.end] !== '(') return undefined;
  if (next.span.start !== mention.span.end + 1) return undefined;
  return unlistedDrugs.has(next.ruleId) ? { ...next, name: mention.name } : next;
}

/** Whether a treatment is not the last of several that an abbreviation behind it would stand for. */
function isAlone({ span }: Mention, text: string, joins: RegExp): boolean {
  return !joins.test(text.slice(Math.max(0, span.start - 8), span.start));
}

/** `同胞供者移植(Sib-HSCT)`: letters that end with those for what was done are of that alone, be it the last of a list. */
function isOfItsKind(inside: string, { kind }: Mention, rulebook: Rulebook): boolean {
  const letters = /-([A-Z]+)$/u.exec(inside)?.[1];
  return kind === 'procedure' && letters !== undefined && rulebook.lexicon.whole(letters)?.kind === 'procedure';
}

/** `甲药(Adrug,3代TKI)`: behind the drug's other name the bracket only says of what kind the drug is. */
function isDescribed(mentions: readonly Mention[], from: number, close: number): boolean {
  const inside = mentionsUntil(mentions, from, close);
  const describes = ({ kind, quantity }: Mention) => kind === 'drug-class' || quantity?.kind === 'number';
  return inside.length > 0 && inside.every(describes) && inside.some(({ kind }) => kind === 'drug-class');
}

/** `某新单抗(Newmab,双抗)`: a Chinese name that no pack knows is that of the drug in the bracket. */
function namedInBracket(mention: Mention, next: Mention | undefined, text: string, close: number): Mention | undefined {
  const open = mention.span.end;
  if (!unlistedDrugs.has(mention.ruleId) || next?.kind !== 'drug' || next.span.start !== open + 1) return undefined;
  if (/\d ?(?:m|μ)?g/u.test(text.slice(open + 1, close))) return undefined;
  const span = { start: mention.span.start, end: close + 1 };
  return { ...next, span, text: text.slice(span.start, span.end), facts: { ...next.facts, head: mention.text } };
}

function glossed(
  mention: Mention,
  mentions: readonly Mention[],
  i: number,
  text: string,
  rulebook: Rulebook,
): { mention: Mention; abbreviation?: string } | undefined {
  const open = mention.span.end;
  const close = text[open] === '(' ? closing(text, open) : -1;
  if (close < 0) return undefined;
  const next = mentions[i + 1];
  const called = namedInBracket(mention, next, text, close);
  if (called) return { mention: called };
  const inside = text.slice(open + 1, close);
  const synonym = next && next.span.start === open + 1 && next.kind === mention.kind && next.name === mention.name;
  // An abbreviation behind a drug is rather that of the regimen that the drug ends.
  const treats = mention.kind === 'drug' || mention.kind === 'procedure';
  const alone =
    isAlone(mention, text, phrase(rulebook, 'joins.ends-combination')) || isOfItsKind(inside, mention, rulebook);
  // `甲药联合乙药(adrug plus bdrug,AB)`: the letters are those of both.
  const ofSeveral = !alone && phrase(rulebook, 'joins.several-english').test(inside);
  const ofOne =
    mention.kind === 'drug-class' ? !ofSeveral : !treats || alone || (/[a-z]{4}/u.test(inside) && !ofSeveral);
  // `卡铂(AUC 5)`: a dose is no other name.
  const gloss = isGloss(inside) && ofOne && next?.quantity?.kind !== 'dose';
  if (!gloss && !(synonym && (next.span.end === close || isDescribed(mentions, i + 2, close)))) return undefined;
  const rest = phrase(rulebook, 'joins.measure-tail').exec(text.slice(close + 1));
  const end = close + 1 + (rest ? rest[0].length : 0);
  const abbreviation = /([A-Za-z][A-Za-z0-9-]*)$/u.exec(inside)?.[1];
  const merged = { ...mention, span: { start: mention.span.start, end }, text: text.slice(mention.span.start, end) };
  if (!abbreviation) return { mention: merged };
  const isLabel = isTransplantation(mention) && goesOnWith(abbreviation, text.slice(end));
  return { mention: isLabel ? { ...merged, facts: { ...merged.facts, label: abbreviation } } : merged, abbreviation };
}

/** `自体移植(ASCT)…接受ASCT的患者`: whether a text calls something by its abbreviation from where it gives it. */
function goesOnWith(abbreviation: string, behind: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9-])${abbreviation}(?![A-Za-z0-9-])`, 'u').test(behind);
}
