import type { Mention } from '../model/index.js';

/** The numbers of a citation: `[7-9,12]` is 7, 8, 9 and 12. */
export function citedNumbers(citation: Mention): string[] {
  const numbers: string[] = [];
  for (const part of (citation.facts.numbers ?? '').split(/[,\u3001]/u)) {
    const [from, to] = part.split(/[~*-]/u).map((digits) => Number(digits.trim()));
    if (from === undefined || !Number.isInteger(from)) continue;
    const last = to !== undefined && to > from && to - from < 30 ? to : from;
    for (let number = from; number <= last; number += 1) numbers.push(String(number));
  }
  return numbers;
}
