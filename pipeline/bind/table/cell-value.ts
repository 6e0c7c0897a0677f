import type { Quantity } from '../../model/index.js';

/** The value of a cell with where in the cell it stands. */
export interface CellValue {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly pattern: RegExp;
  readonly make: (groups: readonly (string | undefined)[]) => Quantity;
}

const number = (printed: string | undefined): number => Number(printed);

const forms: readonly Form[] = [
  {
    // 22(69), 22(68.8%): a count and its percentage
    pattern: /^(\d+)\((\d+(?:\.\d+)?)%?\)$/u,
    make: ([, events, share]) => ({
      kind: 'percentage',
      printed: share ?? '',
      value: number(share),
      unit: '%',
      events: number(events),
    }),
  },
  {
    pattern: /^(\d+(?:\.\d+)?)%\((\d+)\/(\d+)\)$/u,
    make: ([, share, events, total]) => ({
      kind: 'percentage',
      printed: share ?? '',
      value: number(share),
      unit: '%',
      events: number(events),
      total: number(total),
    }),
  },
  {
    pattern: /^(\d+(?:\.\d+)?)\u00b1(\d+(?:\.\d+)?)$/u,
    make: ([, mean, sd]) => ({ kind: 'measurement', printed: mean ?? '', value: number(mean), sd: number(sd) }),
  },
  {
    // 27.50(6.50,80.80): a median with its quartiles
    pattern: /^(\d+(?:\.\d+)?)\((\d+(?:\.\d+)?)[,~-](\d+(?:\.\d+)?)\)$/u,
    make: ([, median, low, high]) => ({
      kind: 'measurement',
      printed: median ?? '',
      value: number(median),
      low: number(low),
      high: number(high),
      rangeKind: 'IQR',
    }),
  },
  {
    pattern: /^(\d+(?:\.\d+)?)%$/u,
    make: ([, share]) => ({ kind: 'percentage', printed: share ?? '', value: number(share), unit: '%' }),
  },
  {
    pattern: /^(\d+)$/u,
    make: ([, count]) => ({ kind: 'count', printed: count ?? '', value: number(count), unit: 'patients' }),
  },
  { pattern: /^(\d+\.\d+)$/u, make: ([, plain]) => ({ kind: 'number', printed: plain ?? '', value: number(plain) }) },
];

/** Reads a cell that holds nothing but a value; undefined for any other cell. */
export function cellValue(text: string): CellValue | undefined {
  for (const { pattern, make } of forms) {
    const match = pattern.exec(text);
    if (match) return { quantity: make(match), start: 0, end: text.length };
  }
  return undefined;
}

/** A p value as tables print it: 0.651, <0.001. */
export function cellP(text: string): Quantity | undefined {
  const match = /^([<>=\u2264\u2265])?(0(?:\.\d+)?|1\.0+)$/u.exec(text);
  if (!match) return undefined;
  return { kind: 'p-value', printed: match[2] ?? '', value: Number(match[2]), comparator: (match[1] ?? '=') as '=' };
}
