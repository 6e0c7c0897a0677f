import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Told } from './told.js';

/**
 * Whether a time says when a rate holds (`3年OS率`, `1、2、3年`): it, or the list that it begins, stands right
 * before a measure that has rates.
 */
export function isLandmark(
  mention: Mention,
  passage: Told,
  text: string,
  rulebook: Pick<Rulebook, 'phrases'>,
): boolean {
  const { kind } = mention.quantity ?? {};
  if (kind !== 'duration' && kind !== 'number') return false;
  const at = passage.mentions.indexOf(mention);
  const next = passage.mentions.slice(at + 1).find((other) => !isPassedOver(other));
  if (at < 0 || !next) return false;
  const between = `${text.slice(mention.span.end, next.span.start)}|`;
  if (next.kind === 'measure' && next.facts.reads !== 'time')
    return phrase(rulebook, 'landmarks.before-measure').test(between);
  const isTime = next.quantity?.kind === 'duration' || next.quantity?.kind === 'number';
  // A time with a unit of its own before a comma is a result: `PFS为12.5个月,3年OS率为70%`.
  if (kind === 'duration' && between.startsWith(',')) return false;
  return isTime && phrase(rulebook, 'landmarks.listed').test(between) && isLandmark(next, passage, text, rulebook);
}

function isPassedOver({ kind, name }: Mention): boolean {
  return kind === 'cue' && (name === 'list' || name === 'median');
}
