import type { Mention, MentionKind, Segmentation } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import { isLandmark } from './landmark.js';
import type { LocatedNumber } from './locate-numbers.js';
import { type Explained, endsDate, explainedByContext, mayBeResult, partOfLayout } from './number-context.js';
import type { Surrounding, TableCell } from './surroundings.js';
import type { Told } from './told.js';

/** A number that was not recorded: the class in which a rule set it aside, or why it is open. */
export type Verdict =
  | { readonly setAside: string; readonly ruleId: string }
  | { readonly reason: string; readonly candidates: readonly string[]; readonly span: Span<'text'> };

/** The class of a number within a mention of this kind; a kind that is not here explains no number. */
const classesByKind: Readonly<Partial<Record<MentionKind, string>>> = {
  citation: 'citation',
  heading: 'heading',
  grade: 'grade',
  time: 'time',
  design: 'method',
  registry: 'name',
  study: 'name',
  author: 'name',
  drug: 'name',
  'drug-class': 'name',
  procedure: 'name',
  regimen: 'name',
  arm: 'name',
  measure: 'name',
  event: 'name',
  population: 'name',
  qualifier: 'criterion',
  subgroup: 'name',
  item: 'name',
  cue: 'name',
};

/** Repairs that delete what is printed on every page; whatever else was deleted could not be read. */
const pageRules = /page-numbers$|running-heads$/u;

/** Says what a number is that no value of the record holds. The surest explanation comes first. */
export function classify(
  { span, lostTo }: LocatedNumber,
  surrounding: Surrounding,
  segmentation: Segmentation,
  rulebook: Pick<Rulebook, 'phrases'>,
): Verdict {
  if (!span) return { setAside: pageRules.test(lostTo ?? '') ? 'page' : 'garbled', ruleId: lostTo ?? 'repair' };
  const { text } = segmentation.document;
  const { mention, passage, unbound, lineStart } = surrounding;
  const tells = (passage?.draft ?? surrounding.cell) !== undefined && passage?.sentence.section.role !== 'references';
  if (tells && mayBeResult(text, span, lineStart, rulebook)) {
    return { reason: 'not understood', candidates: [], span: open(span, mention?.span ?? span, text) };
  }
  const place = byPlace(span, surrounding, segmentation);
  if (place) return place;
  const layout = partOfLayout(text, span, lineStart, rulebook);
  if (layout) return asideBy(layout);
  const named = mention && byMention(mention);
  if (named) return named;
  if (mention?.quantity && surrounding.isEvidence) return { setAside: 'time', ruleId: mention.ruleId };
  const asTime = mention && passage && timeOf(mention, passage, text, rulebook);
  if (asTime) return { setAside: 'time', ruleId: asTime };
  const kind = mention?.quantity?.kind;
  const date = kind === 'duration' ? endsDate(text, span, lineStart, rulebook) : undefined;
  if (date) return asideBy(date);
  if (unbound) return { reason: unbound.reason, candidates: unbound.candidates, span: open(span, unbound.span, text) };
  const hasForm = kind !== undefined && kind !== 'number';
  const explained = hasForm ? undefined : explainedByContext(text, span, lineStart, rulebook);
  if (explained) return asideBy(explained);
  if (surrounding.cell) return { reason: 'a cell of a table that no rule read', candidates: [], span };
  if (!passage?.draft) return { setAside: 'background', ruleId: 'ledger.no-study' };
  return { reason: 'not understood', candidates: [], span: open(span, mention?.span ?? span, text) };
}

/**
 * The rule by which a number says when: a landmark (`3年OS率`), or how long patients had been treated when they were
 * assessed (`完成≥2个疗程的患者`). A number of cycles with a range is a result.
 */
function timeOf(
  mention: Mention,
  passage: Told,
  text: string,
  rulebook: Pick<Rulebook, 'phrases'>,
): string | undefined {
  if (mention.quantity?.kind === 'cycles' && mention.quantity.low === undefined) return mention.ruleId;
  return passage.draft && isLandmark(mention, passage, text, rulebook) ? 'landmarks.before-measure' : undefined;
}

/** What the part of the article says that a number stands in, whatever it looks like. */
function byPlace(
  span: Span<'text'>,
  { passage, cell, mention, unbound }: Surrounding,
  segmentation: Segmentation,
): Verdict | undefined {
  if (passage?.sentence.section.role === 'references')
    return { setAside: 'reference', ruleId: 'ledger.reference-list' };
  const isEnglish = passage && (passage.sentence.english || passage.sentence.section.role === 'english');
  if (isEnglish && !passage.draft) return { setAside: 'english', ruleId: 'ledger.english' };
  // What binding left open with a reason is a value, though a cell may have a line of its own.
  if (cell && !unbound && isHead(cell) && !isSize(mention)) return { setAside: 'table', ruleId: 'ledger.table-head' };
  if (passage || cell) return undefined;
  const table = segmentation.tables.some((table) => table.span.start <= span.start && span.end <= table.span.end);
  return table ? { setAside: 'table', ruleId: 'ledger.table-head' } : { setAside: 'heading', ruleId: 'ledger.heading' };
}

/** The first row and the first column of a table name what its cells hold. */
function isHead({ cell, row }: TableCell): boolean {
  return row === 0 || cell.column === 0;
}

/** Heads of columns tell the sizes of arms: `治疗组(n=40)`. */
function isSize(mention: Mention | undefined): boolean {
  return mention?.quantity?.kind === 'size' || mention?.quantity?.kind === 'count';
}

function asideBy({ name, ruleId }: Explained): Verdict {
  return { setAside: name, ruleId };
}

function byMention(mention: Mention): Verdict | undefined {
  const { kind, name, ruleId } = mention;
  const setAside = kind === 'aside' ? (name ?? 'name') : classesByKind[kind];
  return setAside === undefined ? undefined : { setAside, ruleId };
}

/** What is shown of an open number: all of the mention where it has one number only (`46%`), else the number. */
function open(span: Span<'text'>, whole: Span<'text'>, text: string): Span<'text'> {
  const rest = text.slice(whole.start, span.start) + text.slice(span.end, whole.end);
  return /[0-9]/u.test(rest) ? span : { start: Math.min(whole.start, span.start), end: Math.max(whole.end, span.end) };
}
