import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';

/** `甲药组32例,…乙药组35例,…对照组41例`: a control with a size of its own, as all the others have, is an arm beside them. */
export function countedControl(
  named: readonly Mention[],
  list: ArmList,
  text: string,
  rulebook: Rulebook,
): Mention | undefined {
  const size = phrase(rulebook, 'sizes.right-behind');
  const sizeOf = ({ span }: Mention) => size.exec(text.slice(span.end, span.end + 24))?.[0];
  const counted = named.filter((mention) => text[mention.span.start - 1] !== '(' && sizeOf(mention) !== undefined);
  const others = counted.filter(({ facts }) => facts.role === undefined);
  const [control, another] = counted.filter(({ facts }) => facts.role === 'control');
  const sizes = new Set(others.map(sizeOf));
  if (!control || another || new Set(others.map((one) => list.find(one))).size < list.size) return undefined;
  if (named.some(({ facts }) => facts.role === 'experimental') || sizes.has(sizeOf(control))) return undefined;
  const { role: _, ...facts } = control.facts;
  return { ...control, facts };
}
