import type { Mention } from '../model/index.js';
import { listOf } from './coordination.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import { isKind, type Scene } from './scene.js';

/** What arms are not compared in. */
export const untested: ReadonlySet<string> = new Set(['follow-up', 'minimum-follow-up', 'lost-to-follow-up']);

/** Whether only the bracket, and what a test's statistic is, stands between a value and the p value. */
export function isOwnOf(scene: Scene, last: BoundValue, test: Mention): boolean {
  let between = scene.between(last.value.span.end, test.span.start);
  for (const inner of scene.after(last.value.span.end, test.span.start))
    if (isKind(inner, 'aside', 'quantity')) between = between.replace(inner.text, '');
  return /^[()[\],;: ]*$/u.test(between);
}

/** `低于对照组的64%、62%和70%(P<0.05)`: the limit holds for each measure of the numbers listed right before it. */
export function besideLast(scene: Scene, values: readonly BoundValue[]): Mention[] {
  const listed: Mention[] = [];
  let next: BoundValue | undefined;
  for (const one of [...values].reverse()) {
    if (next && !areListed(scene, one, next)) break;
    if (listed.some(({ name }) => name === one.what.name)) break;
    listed.push(one.what);
    next = one;
  }
  return listed.reverse();
}

/** Whether a word of listing stands between two values, or the comma of one list of numbers of an arm. */
function areListed(scene: Scene, one: BoundValue, next: BoundValue): boolean {
  const joint = scene.between(one.value.span.end, next.value.span.start);
  if (scene.phrase('joins.enumerates-only').test(joint)) return true;
  const isOfList = [one, next].every(({ binding }) => binding.trail.includes('bind.list'));
  return joint === ',' && isOfList && one.binding.arm === next.binding.arm;
}

/** `甲组OS 8个月、PFS 5个月;乙组OS 7个月、PFS 4个月,差异有统计学意义(P<0.05)`: both arms have all the measures in one order. */
export function areParallel(values: readonly BoundValue[]): boolean {
  const half = values.length / 2;
  const [first, second] = [values.slice(0, half), values.slice(half)];
  const arms = (told: readonly BoundValue[]) => new Set(told.map(({ binding }) => binding.arm));
  const [one, other] = [[...arms(first)], [...arms(second)]];
  if (!Number.isInteger(half) || one.length !== 1 || other.length !== 1 || one[0] === other[0]) return false;
  return namesIn(first) > 1 && first.every(({ what }, i) => what.name === second[i]?.what.name);
}

/** What the list holds that ends with the last value: `A(3%比5%)、B(7%比9%)…差异有统计学意义(P<0.05)` is of both. */
export function listedWith({ scene, names }: Reading, values: readonly BoundValue[], last: BoundValue): Mention[] {
  const listed = [last.what];
  for (const { what, value } of [...values].reverse()) {
    const next = listed.at(-1) as Mention;
    if (what.name === next.name && what.kind === next.kind) continue;
    const coordinated = listOf(names.whats, what)?.members.includes(next) ?? false;
    const between = scene.between(value.span.end, next.span.start).replace(/^[)\]]/u, '');
    if (!coordinated && !scene.phrase('joins.enumerates-only').test(between)) break;
    listed.push(what);
  }
  return distinct(listed.reverse());
}

export function namesIn(values: readonly BoundValue[]): number {
  return new Set(values.map(({ what }) => what.name)).size;
}

/** What 均 covers: the measures told behind the last semicolon where they are several, else those before it, too. */
export function allOf(scene: Scene, values: readonly BoundValue[], test: Mention): Mention[] {
  const compared = values.filter(({ what }) => !untested.has(what.name ?? ''));
  const part = scene.partAround(test.span.start);
  const whats = (told: readonly BoundValue[]) => distinct(told.map(({ what }) => what));
  const near = whats(compared.filter(({ value }) => value.span.start >= part.start));
  return near.length > 1 ? near : whats(compared);
}

export function distinct(whats: readonly Mention[]): Mention[] {
  return [...new Map(whats.map((what) => [`${what.kind} ${what.name}`, what])).values()];
}
