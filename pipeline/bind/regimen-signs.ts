import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { wentBefore } from './prior-treatments.js';

/** Whether the regimen is set beside another one by a word of contrast. */
export function isPaired(mention: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const contrast = phrase(rulebook, 'joins.arm-contrast');
  const chosen = phrase(rulebook, 'joins.chosen');
  // `化疗为甲方案(57.4%)或乙方案(42.6%)`: what a share of the patients got is no arm.
  if (/^\(\d+(?:\.\d+)?%\)/u.test(text.slice(mention.span.end, mention.span.end + 9))) return false;
  const at = mentions.indexOf(mention);
  const isNamed = (other: Mention) => other.kind === 'regimen' || other.kind === 'arm';
  const near = mentions.slice(Math.max(0, at - 4), at + 5).filter((other) => other !== mention && isNamed(other));
  return near.some((other) => {
    const [first, second] = other.span.start < mention.span.start ? [other, mention] : [mention, other];
    const lead = text.slice(Math.max(0, first.span.start - 6), second.span.start);
    const choice = chosen.test(lead.replace(/\([^()]*\)/gu, '')) || wentBefore(first, second, text, rulebook);
    return !choice && contrast.test(text.slice(first.span.end, second.span.start));
  });
}

/** Whether a size stands right behind the regimen, its drugs in brackets aside. */
export function isSized(mention: Mention, text: string): boolean {
  return /^[^\u3002;]{0,4}\([^()]{0,60}n=\d/u.test(text.slice(mention.span.end, mention.span.end + 80));
}

/** The regimens that are the last part of a combination spelled out with doses: `甲药(20mg)加XY方案`. */
export function partsOfWholes(mentions: readonly Mention[]): ReadonlySet<Mention> {
  const wholes = mentions.filter(({ facts }) => facts.dosed !== undefined && facts.last !== undefined);
  const parts = wholes.flatMap(({ facts, span }) => {
    return mentions.find((other) => other.span.start > span.start && other.facts.label === facts.last) ?? [];
  });
  return new Set(parts);
}

/** `采用甲乙方案(甲+乙)或甲丙方案(甲+丙)`: whether every regimen is one of those that each patient got one of, and is told of once. */
export function areAlternatives(regimens: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const or = phrase(rulebook, 'joins.or-regimen');
  const isNext = ({ span }: Mention, i: number) => {
    const before = regimens[i - 1];
    return !before || or.test(text.slice(before.span.end, span.start).replace(/\([^()]*\)/gu, ''));
  };
  const [only, another] = regimens;
  if (only?.facts.either !== undefined && !another) return true;
  return regimens.length > 1 && regimens.every(isNext);
}
