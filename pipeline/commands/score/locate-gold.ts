import { type BindingKind, bindingKinds } from '../../model/index.js';
import { squeeze } from '../places-of.js';
import type { GoldFile, GoldRow, GoldTrial } from './gold-schema.js';

/** An annotated number with its place in the article. */
export interface LocatedRow extends Omit<GoldRow, 'kind'> {
  readonly kind: BindingKind;
  readonly start: number;
  readonly end: number;
}

/** An annotation against its article; rows whose quote is not found exactly once are problems and count for nothing. */
export interface Gold {
  readonly doc: string;
  readonly trials: readonly GoldTrial[];
  readonly rows: readonly LocatedRow[];
  readonly problems: readonly string[];
}

/** Finds the place of every row's quote, white space not counting. */
export function locateGold(gold: GoldFile, text: string): Gold {
  const { squeezed, offsets } = squeeze(text);
  const known = new Set(gold.trials.map(({ id }) => id));
  const rows: LocatedRow[] = [];
  const problems: string[] = [];
  gold.rows.forEach((row, index) => {
    const located = locate(row, known, squeezed, offsets);
    if (typeof located === 'string') problems.push(`row ${index + 1}: ${located}: ${row.at}`);
    else rows.push(located);
  });
  return { doc: gold.doc, trials: gold.trials, rows, problems };
}

function locate(
  row: GoldRow,
  trials: ReadonlySet<string>,
  squeezed: string,
  offsets: readonly number[],
): LocatedRow | string {
  const { kind } = row;
  if (!isKind(kind)) return `unknown kind ${kind}`;
  if (!trials.has(row.trial)) return `unknown trial ${row.trial}`;
  const parts = /^(.*)⟦(.+)⟧(.*)$/s
    .exec(row.at)
    ?.slice(1)
    .map((part) => squeeze(part).squeezed);
  const [before = '', marked = '', after = ''] = parts ?? [];
  if (marked === '') return 'no ⟦⟧ in at';
  const quote = before + marked + after;
  const at = squeezed.indexOf(quote);
  if (at < 0) return 'quote not found';
  if (squeezed.indexOf(quote, at + quote.length) >= 0) return 'quote found more than once';
  const first = at + before.length;
  return { ...row, kind, start: offsets[first] ?? 0, end: (offsets[first + marked.length - 1] ?? 0) + 1 };
}

function isKind(kind: string): kind is BindingKind {
  return (bindingKinds as readonly string[]).includes(kind);
}
