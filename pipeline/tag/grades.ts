/** What the printed figure of a grade, Roman or Chinese, is in Arabic figures. */
const figures: Readonly<Record<string, string>> = {
  Ⅰ: '1',
  Ⅱ: '2',
  Ⅲ: '3',
  Ⅳ: '4',
  Ⅴ: '5',
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  二: '2',
  三: '3',
  四: '4',
};

/** A grade in Arabic figures: `3`, `3-4`, `≥3`. */
export function gradeName(low: string, high: string | undefined, op: string | undefined): string {
  const from = figures[low] ?? low;
  if (op) return `${op}${from}`;
  return high === undefined ? from : `${from}-${figures[high] ?? high}`;
}
