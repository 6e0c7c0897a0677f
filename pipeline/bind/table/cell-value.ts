import type { Comparator, Quantity } from '../../model/index.js';

/** What a cell prints, before its heads say what the numbers are. */
interface Form {
  readonly pattern: RegExp;
  readonly make: (groups: readonly string[]) => Quantity;
}

const number = '(\\d+(?:\\.\\d+)?)';
const between = '[,;~\u2013-]';
/** What is printed in front of the ends of an interval. */
const level = '(?:95%CI:?)?';

/** Between the values of two arms in one cell: `12.4 vs 8.1`. */
export const opposes = /\s*(?<![A-Za-z])[Vv][Ss]\.?(?![A-Za-z])\s*/u;

function form(pattern: string, make: Form['make']): Form {
  return { pattern: new RegExp(`^${pattern}$`, 'u'), make };
}

function share(printed: string, events: string, total?: string): Quantity {
  return {
    kind: 'percentage',
    printed,
    value: Number(printed),
    unit: '%',
    events: Number(events),
    ...(total === undefined ? {} : { total: Number(total) }),
  };
}

const forms: readonly Form[] = [
  // 22(69), 22(68.8%), 22/32(68.8), 68.8%(22/32)
  form(`(\\d+)[(\\[]${number}%?[)\\]]`, ([, events = '', percent = '']) => share(percent, events)),
  // 1(<1): a share printed as less than one
  form(`(\\d+)[(\\[]<${number}%?[)\\]]`, ([, events = '', percent = '']) => ({
    ...share(percent, events),
    comparator: '<',
  })),
  form(`(\\d+)/(\\d+)[(\\[,]${number}%?[)\\]]?`, ([, events = '', total, percent = '']) =>
    share(percent, events, total),
  ),
  form(`${number}%?[(\\[](\\d+)/(\\d+)[)\\]]`, ([, percent = '', events = '', total]) => share(percent, events, total)),
  form(`${number}\u00b1${number}`, ([, mean = '', sd]) => ({
    kind: 'measurement',
    printed: mean,
    value: Number(mean),
    sd: Number(sd),
  })),
  // 27.50(6.50,80.80): a middle value with what lies around it
  form(`${number}[(\\[]${level}${number}${between}${number}[)\\]]`, ([, middle = '', low, high]) => ({
    kind: 'measurement',
    printed: middle,
    value: Number(middle),
    low: Number(low),
    high: Number(high),
  })),
  // 58.3(7.2): what the second number is only a head can say
  form(`(\\d+\\.\\d+)[(\\[]${number}[)\\]]`, ([, mean = '', sd]) => ({
    kind: 'number',
    printed: mean,
    value: Number(mean),
    sd: Number(sd),
  })),
  form(`${number}%`, ([, percent = '']) => ({
    kind: 'percentage',
    printed: percent,
    value: Number(percent),
    unit: '%',
  })),
  form('(\\d+)/(\\d+)', ([, events = '', total]) => ({
    kind: 'proportion',
    printed: events,
    value: Number(events),
    events: Number(events),
    total: Number(total),
    unit: 'patients',
  })),
  form('(\\d+)', ([, count = '']) => ({ kind: 'count', printed: count, value: Number(count), unit: 'patients' })),
  form('(-?\\d+\\.\\d+)', ([, plain = '']) => ({ kind: 'number', printed: plain, value: Number(plain) })),
];

/** The text of a cell without its spaces and without the marks of notes behind it. */
export function valueText(text: string): string {
  return text.replace(/\s/gu, '').replace(/(?<=[\d)\]%])[*#\u25b3\u25b2\u2605\u2606\u2460-\u2468a-d]+\)?$/u, '');
}

/** Reads a cell that holds nothing but a value; undefined for any other cell. */
export function cellValue(text: string): Quantity | undefined {
  const printed = valueText(text);
  for (const { pattern, make } of forms) {
    const match = pattern.exec(printed);
    if (match) return make([...match]);
  }
  return undefined;
}

/** A p value as tables print it: 0.651, <0.001, .03, P=0.02. */
export function cellP(text: string): Quantity | undefined {
  const match = /^(?:[Pp](?=[<>=\u2264\u2265]))?([<>=\u2264\u2265])?(0?\.\d+|0|1(?:\.0+)?)$/u.exec(valueText(text));
  const printed = match?.[2];
  if (printed === undefined || (match?.[1] === undefined && !printed.includes('.'))) return undefined;
  return { kind: 'p-value', printed, value: Number(printed), comparator: (match?.[1] ?? '=') as Comparator };
}

/** An interval in a cell of its own: 1.107~3.329. */
export function cellInterval(text: string): { readonly low: number; readonly high: number } | undefined {
  const match = new RegExp(`^[(\\[]?${number}${between}${number}[)\\]]?$`, 'u').exec(valueText(text));
  return match ? { low: Number(match[1]), high: Number(match[2]) } : undefined;
}

/** Whether a cell holds a number that states something. */
export function isValue(text: string): boolean {
  if (/^\d+(?:\/\d+)+$/u.test(valueText(text))) return true;
  const [one = '', other, more] = text.split(opposes);
  if (other !== undefined && more === undefined) return isValue(one) && isValue(other);
  return cellValue(text) !== undefined || cellP(text) !== undefined || cellInterval(text) !== undefined;
}
