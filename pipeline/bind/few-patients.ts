import type { Mention } from '../model/index.js';

/** How many times more patients a study has, at the least, than a few of them. */
const timesMore = 8;

/** `纳入90例…复发后放疗2例,再次手术1例`: whether so few patients, beside the most that are counted, do not make up a study. */
export function areFew(patients: number, mentions: readonly Mention[]): boolean {
  const sizes = mentions.flatMap(({ quantity }) => (quantity?.kind === 'count' ? (quantity.value ?? 0) : []));
  return patients * timesMore < Math.max(0, ...sizes);
}
