import type { Line } from './lines.js';

/** How far around a line its neighbours are asked how long a full line is. */
const reach = 5;

/** The width of the line that the character in the middle of the text stands on. */
export function usualWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  let rest = widths.reduce((sum, width) => sum + width, 0) / 2;
  for (const width of widths) {
    rest -= width;
    if (rest <= 0) return width;
  }
  return 0;
}

/**
 * How much of the usual width around here a line fills. Where widths change, the lines before and after disagree:
 * `strict` asks the wider side, else the narrower one has its way.
 */
export function filledShare(lines: readonly Line[], index: number, strict = true): number {
  if (isCommonWidth(lines, index)) return 1;
  const before = usualOf(lines, index - reach, index - 1);
  const after = usualOf(lines, index + 1, index + reach);
  const usual = strict || before === 0 || after === 0 ? Math.max(before, after) : Math.min(before, after);
  return (lines[index]?.width ?? 0) / Math.max(1, usual);
}

/** The width that a quarter of these lines exceed. */
function usualOf(lines: readonly Line[], from: number, to: number): number {
  const widths: number[] = [];
  for (let i = Math.max(0, from); i <= Math.min(lines.length - 1, to); i += 1) widths.push(lines[i]?.width ?? 0);
  widths.sort((a, b) => a - b);
  return widths[Math.floor((widths.length * 3) / 4)] ?? 0;
}

/** Whether lines before or after are as wide as this one, which is how a full line shows where widths change. */
function isCommonWidth(lines: readonly Line[], index: number): boolean {
  const width = lines[index]?.width ?? 0;
  if (width < 24) return false;
  const alike = (from: number, to: number): number => {
    let count = 0;
    for (let i = Math.max(0, from); i <= Math.min(lines.length - 1, to); i += 1) {
      if (Math.abs((lines[i]?.width ?? 0) - width) <= Math.max(3, width * 0.07)) count += 1;
    }
    return count;
  };
  return Math.max(alike(index - 4, index - 1), alike(index + 1, index + 4)) >= 2;
}
