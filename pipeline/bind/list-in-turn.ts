import type { Mention } from '../model/index.js';
import type { Span } from '../text/index.js';
import { lastBefore } from './coordination.js';
import { slotsOf } from './measure-slots.js';
import type { Reading } from './place.js';
import type { Run } from './runs.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import { stretchAround } from './stretch.js';
import type { What } from './what.js';

/** What the lists beside a list of numbers leave to it alone: one measure, or one landmark, of as many as there are lists. */
export interface Turn {
  readonly what?: What;
  readonly time?: Mention;
}

/**
 * `ORR、DCR分别为40%vs30%,70%vs60%`, `OS和PFS分别为80%和70%(P=0.1)、60%和50%(P=0.2)`, `1、3年OS率有差异(80%vs70%,60%vs50%)`,
 * `3年OS率、5年DFS率较高(60%对50%,P=0.1;70%对60%,P=0.2)`: as many contrasts or lists beside each other as measures or
 * landmarks, one each in their order.
 */
export function listInTurn(reading: Reading, runs: readonly Run[], i: number): Turn {
  const { scene, names } = reading;
  const { first, last } = stretchAround(i, (place) => areBeside(scene, runs[place - 1], runs[place]));
  const size = last - first + 1;
  const at = runs[first]?.values[0]?.span.start ?? 0;
  // `2、4年OS率高于性别不合组(`: what tells patients apart is not what the numbers are of.
  const apart = scene.phrase('attaching.in-name-of-group');
  const whats = names.whats.filter(
    ({ members, end }) => !isKind(members[0], 'item', 'qualifier') || !apart.test(scene.between(end, end + 8)),
  );
  const list = lastBefore(whats, at);
  if (!list) return {};
  const parted = partOfBracket(reading, runs[i] as Run);
  if (parted) return parted;
  if (size === 1) return {};
  const one = list.members.length === size ? list.members[i - first] : undefined;
  const slots = slotsOf(names, list);
  const slot = slots.length === size ? slots[i - first] : undefined;
  const mention = one ?? slot?.what;
  if (!mention) return {};
  return { what: { mention, list, ruleId: 'bind.list' }, ...(slot?.time ? { time: slot.time } : {}) };
}

/**
 * `CR率更高、中位PFS更长(a%比b%;c个月比d个月)`: of as many parts of a bracket as measures since the last number each is of one
 * of them, whatever stands between the measures.
 */
function partOfBracket({ scene, names }: Reading, { values }: Run): Turn | undefined {
  const at = values[0]?.span.start ?? 0;
  const open = scene.openBracket(at);
  if (open < 0) return undefined;
  const parts = scene.bracketParts(open);
  const states = ({ start, end }: Span<'text'>) =>
    scene.after(start, end).some((inner) => isQuantity(inner, ...stated));
  const inside = names.whats.some(({ start }) => start > open && start < (parts.at(-1)?.end ?? open));
  if (parts.length < 2 || inside || !parts.every(states)) return undefined;
  const told = scene.nearestBefore(open, ({ quantity }) => quantity?.unit !== undefined);
  const isTold = isQuantity(told, 'percentage', 'proportion', 'duration');
  const from = Math.max(scene.partAround(open).start, isTold ? (told?.span.end ?? 0) : 0);
  const lists = names.whats.filter(({ start, end }) => start >= from && end <= open);
  const slots = lists.flatMap((list) => slotsOf(names, list).map((slot) => ({ ...slot, list })));
  const slot = slots.length === parts.length ? slots[parts.findIndex(({ end }) => at < end)] : undefined;
  if (!slot || !isKind(slot.what, 'measure', 'event')) return undefined;
  const { what: mention, time, list } = slot;
  return { what: { mention, list, ruleId: 'bind.list' }, ...(time ? { time } : {}) };
}

/** What a part of a bracket says of its measure; a p value alone is no such part. */
const stated = ['percentage', 'proportion', 'duration', 'not-reached'] as const;

/** Whether nothing but a sign, or the test of the first one, stands between two lists of one form. */
function areBeside(scene: Scene, a: Run | undefined, b: Run | undefined): boolean {
  const [last, first] = [a?.values.at(-1), b?.values[0]];
  if (!a || !b || !last || !first || a.contrast !== b.contrast || a.values.length !== b.values.length) return false;
  let between = scene.between(last.span.end, first.span.start);
  if (!a.contrast) return a.values.length > 1 && /^\([^()]*\)[,;\u3001]$/u.test(between);
  const tests = scene.after(last.span.end, first.span.start).filter((inner) => isQuantity(inner, 'p-value'));
  for (const { text } of tests) between = between.replace(text, '');
  return /^(?:,(?=[,;\u3001]))?[,;\u3001]$/u.test(between);
}
