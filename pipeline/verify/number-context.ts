import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';

/** The phrases that explain a number by what stands around it, the surest first, with the class that they put it in. */
const explanations: readonly (readonly [ruleId: string, name: string])[] = [
  ['ledger.front-matter', 'front-matter'],
  ['ledger.date', 'date'],
  ['ledger.dose-note', 'dose-note'],
  ['ledger.time', 'time'],
  ['ledger.level', 'method'],
  ['ledger.late-heading', 'heading'],
  ['ledger.name', 'name'],
  ['ledger.list-mark', 'heading'],
];
const reach = 32;
const longestLink = 96;
/** Further on in its line a converter has joined the abstract to the front matter. */
const longestFrontLine = 240;

/** A rule, and the class in which it puts a number. */
export interface Explained {
  readonly ruleId: string;
  readonly name: string;
}

/** The rule and the class of a number that is told by the characters around it, if any; `line` is where its line begins. */
export function explainedByContext(
  text: string,
  { start, end }: Span<'text'>,
  line: number,
  rulebook: Pick<Rulebook, 'phrases'>,
): Explained | undefined {
  const around = marked(text, Math.max(line, start - reach), start, end);
  for (const [ruleId, name] of explanations) {
    if (phrase(rulebook, ruleId).test(around)) return { ruleId, name };
  }
  return undefined;
}

/** The rule and the class of a number in a line of front matter or in a link to a picture, whatever it looks like. */
export function partOfLayout(
  text: string,
  { start, end }: Span<'text'>,
  line: number,
  rulebook: Pick<Rulebook, 'phrases'>,
): Explained | undefined {
  const head = text.slice(line, Math.min(line + 24, end));
  if (end - line <= longestFrontLine && phrase(rulebook, 'ledger.front-matter-line').test(head))
    return { ruleId: 'ledger.front-matter-line', name: 'front-matter' };
  const far = marked(text, Math.max(line, start - longestLink), start, end);
  return phrase(rulebook, 'ledger.link').test(far) ? { ruleId: 'ledger.link', name: 'figure' } : undefined;
}

/** Whether a number with 月 or 日 behind it ends a date, though it looks like a length of time. */
export function endsDate(
  text: string,
  { start, end }: Span<'text'>,
  line: number,
  rulebook: Pick<Rulebook, 'phrases'>,
): Explained | undefined {
  const around = marked(text, Math.max(line, start - reach), start, end);
  return phrase(rulebook, 'ledger.date').test(around) ? { ruleId: 'ledger.date', name: 'date' } : undefined;
}

/** Whether the characters around a number say that it tells of treatment or patients, whatever it looks like. */
export function mayBeResult(
  text: string,
  { start, end }: Span<'text'>,
  line: number,
  rulebook: Pick<Rulebook, 'phrases'>,
): boolean {
  const around = marked(text, Math.max(line, start - reach), start, end);
  return phrase(rulebook, 'ledger.may-be-result').test(around);
}

/** The number between bars, with what stands around it. */
function marked(text: string, from: number, start: number, end: number): string {
  return `${text.slice(from, start)}|${text.slice(start, end)}|${text.slice(end, end + reach)}`;
}
