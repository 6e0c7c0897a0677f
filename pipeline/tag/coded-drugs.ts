import { firstWithin, type Mention, mentionsTouching } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import { isPart } from './combine-drugs.js';

/** A place where the text prints what may be the code of a drug. */
interface Coded extends Span<'text'> {
  readonly code: string;
}

/**
 * `某新药AB-123…AB-123的ORR`: a code that the text once says to be a drug is it wherever it stands. Codes of genes,
 * studies and questionnaires look alike, so that the form alone says nothing.
 */
export function withCoded(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const places = codesIn(text, rulebook);
  if (places.length === 0) return mentions;
  const free = places.filter((place) => mentionsTouching(mentions, place).every((mention) => givesWay(mention, place)));
  const sure = new Set(free.filter((place) => isDrug(place, mentions, text, rulebook)).map(({ code }) => code));
  const drugs = free.filter(({ code }) => sure.has(code));
  if (drugs.length === 0) return mentions;
  const cells = mentions.filter(({ name }) => name?.startsWith(cellTherapy));
  const isApposed = ({ span }: Mention, drug: Coded) =>
    span.end <= drug.start && phrase(rulebook, 'coded-drugs.apposed').test(text.slice(span.end, drug.start));
  const names = new Map<string, string>();
  for (const drug of drugs) {
    const kind = cells.find((mention) => isApposed(mention, drug))?.name ?? cellsOf(drug, text, rulebook);
    // A code that the text says nothing more of keeps what was said of it elsewhere.
    if (kind !== undefined && (names.get(drug.code) ?? cellTherapy) === cellTherapy) names.set(drug.code, kind);
  }
  const taken = new Set(drugs.flatMap((drug) => mentionsTouching(mentions, drug)));
  const apposed = new Set(cells.filter((mention) => drugs.some((drug) => isApposed(mention, drug))));
  return [
    ...mentions.filter((mention) => !taken.has(mention) && !apposed.has(mention)),
    ...drugs.map((drug) => drugAt(drug, names.get(drug.code))),
    ...[...taken].filter(({ kind }) => kind === 'study').flatMap(({ span }) => designsIn(span, text, rulebook)),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** What the lexicon calls all products of cells that nothing more is known of. */
const cellTherapy = 'CAR-T';

function codesIn(text: string, rulebook: Rulebook): Coded[] {
  const mutation = phrase(rulebook, 'coded-drugs.mutation');
  return findAll(phrase(rulebook, 'coded-drugs.code'), text)
    .map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }))
    .filter(({ code }) => !mutation.test(code));
}

/** A product of cells goes by what they are made to find, where the text says it, as the lexicon has them. */
function drugAt({ code, start, end }: Coded, cells: string | undefined): Mention {
  const facts = cells === undefined ? { label: code } : { label: code, cells: 'yes' };
  const name = cells === undefined || cells === cellTherapy ? code : cells;
  return { kind: 'drug', span: { start, end }, ruleId: 'coded-drugs.code', text: code, name, facts };
}

/** `AB-123的Ⅱ期研究`: the design of a study that the code of its drug had been taken for the name of. */
function designsIn({ start, end }: Span<'text'>, text: string, rulebook: Rulebook): Mention[] {
  for (let at = start; at < end; at += 1) {
    const found = rulebook.lexicon.longestAt(text, at);
    if (found?.entry.kind !== 'design' || found.end > end) continue;
    const { id, name, facts } = found.entry;
    const span = { start: at, end: found.end };
    return [{ kind: 'design', span, ruleId: id, text: text.slice(at, found.end), name, facts }];
  }
  return [];
}

/** A number that is only the end of the code; or a study named by it, which then is one of the drug. */
function givesWay({ kind, quantity, facts, span }: Mention, { code, start, end }: Coded): boolean {
  if (kind === 'study') return facts.name === code;
  return quantity?.kind === 'number' && span.start >= start && span.end <= end;
}

/** Whether the words around the code, or the treatment that it is joined to, say that it is a drug. */
function isDrug({ start, end }: Coded, mentions: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 72)];
  const says = (id: string, part: string) => phrase(rulebook, `coded-drugs.${id}`).test(part);
  if (says('agent-before', before) || says('agent-behind', behind) || says('treats', behind)) return true;
  if (says('given', before) && says('given-then', behind)) return true;
  // Few digits behind letters may be those of a schedule: `RT60联合化疗`.
  if (!/-|\d{3}/u.test(text.slice(start, end))) return false;
  const joined = firstWithin(mentions, end, text.length, isPart);
  const gap = joined && text.slice(end, joined.span.start);
  return gap !== undefined && gap.trim().length <= 2 && phrase(rulebook, 'joins.adds').test(gap);
}

/** Of what cells the words around a code say that it is, if of any; with what they find only if the lexicon has such. */
function cellsOf({ start, end }: Coded, text: string, rulebook: Rulebook): string | undefined {
  const around = `${text.slice(Math.max(0, start - 16), start)}|${text.slice(end, end + 56)}`;
  if (!phrase(rulebook, 'coded-drugs.cells').test(around)) return undefined;
  const defined = phrase(rulebook, 'coded-drugs.defined').exec(text.slice(end, end + 120))?.[0] ?? '';
  const targets = findAll(phrase(rulebook, 'coded-drugs.target'), defined).map(([one]) => one);
  const name = `${cellTherapy} ${[...new Set(targets)].join('/')}`;
  return rulebook.entries.some((entry) => entry.name === name) ? name : cellTherapy;
}
