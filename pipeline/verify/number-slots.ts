import type { SourceRef, TrialRecord } from '../model/index.js';

/** One printed number of a study and where in the record it stands. */
export interface NumberSlot {
  /** The keys and indices from the study down to the number. */
  readonly path: readonly (string | number)[];
  readonly digits: string;
  readonly source: SourceRef;
}

/** Keys that hold a number read from the article. Doses, cycles and schedules take part in no equation. */
const numberKeys: ReadonlySet<string> = new Set(['value', 'percent', 'events', 'total', 'sd', 'low', 'high']);
const leftOut: ReadonlySet<string> = new Set(['source', 'findings', 'doses', 'cycles']);

type Fields = Record<string, unknown>;

/** Every number of a study that the checks look at, in the order of the record. */
export function numberSlots(trial: TrialRecord): NumberSlot[] {
  const slots: NumberSlot[] = [];
  visit(trial as Fields, [], undefined, slots);
  return slots;
}

function visit(
  node: Fields,
  path: readonly (string | number)[],
  outer: SourceRef | undefined,
  slots: NumberSlot[],
): void {
  const source = (node.source as SourceRef | undefined) ?? outer;
  for (const [key, inner] of Object.entries(node)) {
    if (leftOut.has(key)) continue;
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    if (typeof inner === 'number' && numberKeys.has(key) && source) {
      slots.push({ path: at, digits: digitsOf(node, key, inner, source), source });
    } else if (typeof inner === 'object' && inner !== null) visit(inner as Fields, at, source, slots);
  }
}

function digitsOf(node: Fields, key: string, value: number, source: SourceRef): string {
  if (key === 'value' && typeof node.printed === 'string' && Number(node.printed) === value) return node.printed;
  const tokens: string[] = source.text.match(/[0-9]+(?:\.[0-9]+)?/gu) ?? [];
  return tokens.find((token) => Number(token) === value) ?? String(value);
}

/**
 * The study with other digits at a place; the text of the source is changed with them, as if they had been printed.
 * What the change does not touch is shared with the study as it was.
 */
export function withDigits(trial: TrialRecord, slot: NumberSlot, digits: string): TrialRecord {
  return replaced(trial as Fields, slot.path, slot.digits, digits) as TrialRecord;
}

function replaced(node: Fields, path: NumberSlot['path'], before: string, digits: string): Fields {
  const [key, ...rest] = path as [string | number, ...(string | number)[]];
  const copy: Fields = Array.isArray(node) ? ([...node] as unknown as Fields) : { ...node };
  if (rest.length > 0) copy[key] = replaced(node[key] as Fields, rest, before, digits);
  else {
    copy[key] = Number(digits);
    if (key === 'value') delete copy.printed;
    if (key === 'value' && String(Number(digits)) !== digits) copy.printed = digits;
  }
  const source = copy.source as SourceRef | undefined;
  if (source) copy.source = { ...source, text: source.text.replace(before, digits) };
  return copy;
}

/** The study with the numbers of two places exchanged. */
export function withSwapped(trial: TrialRecord, a: NumberSlot, b: NumberSlot): TrialRecord {
  return withDigits(withDigits(trial, a, b.digits), b, a.digits);
}
