import { firstWithin, type Mention, treatmentKinds } from '../model/index.js';
import type { JoiningWords } from './joining-words.js';

/**
 * `比较了甲药联合乙药与丙药`, `甲药联合乙药与丙药联合丁药相比`: of the drugs that seem to be joined, those of the first side where
 * the text says that two sides are compared; all of them where it does not.
 */
export function firstSide(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  words: JoiningWords,
): Mention[] {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  const isJoined = parts.length > 2 && words.adds.test(text.slice(first.span.start, last.span.end));
  if (!isJoined) return [...parts];
  const compares = words.compares.test(text.slice(Math.max(0, first.span.start - 6), first.span.start));
  if (!compares && !endsSide(parts, last, mentions, text, words)) return [...parts];
  // `甲药联合乙药和丙药与甲药`: where the other side begins behind them, they are one.
  const next = behind(last, mentions);
  if (next && words.beside.test(text.slice(last.span.end, next.span.start))) return [...parts];
  const joints = parts.slice(1).map(({ span }, i) => text.slice((parts[i] as Mention).span.end, span.start));
  // `甲药联合乙药和丙药与丁药`: of two words the graver one stands between the sides.
  const graver = joints.findLastIndex((joint) => words.sides.test(joint));
  const at = graver >= 0 ? graver : joints.findLastIndex((joint) => words.beside.test(joint));
  return parts.slice(0, at < 0 ? parts.length : at + 1);
}

/**
 * `甲药联合乙药与丙药比较`, but not `和丙药对比丁药`, nor `与甲药联合乙药和丙药相比`, which are one side: whether a treatment is what
 * those before it are compared with.
 */
export function endsSide(
  parts: readonly Mention[],
  treatment: Mention,
  mentions: readonly Mention[],
  text: string,
  words: JoiningWords,
): boolean {
  const [start, end] = [parts[0]?.span.start ?? 0, treatment.span.end];
  const said =
    words.against.exec(text.slice(end, end + 14))?.[0] ?? words.comparedLater.exec(text.slice(end, end + 64))?.[0];
  if (said === undefined || words.opposes.test(text.slice(Math.max(0, start - 6), start))) return false;
  return behind(treatment, mentions)?.span.start !== end + said.length;
}

/** The treatment that is named next behind another one. */
function behind({ span }: Mention, mentions: readonly Mention[]): Mention | undefined {
  return firstWithin(mentions, span.end, Number.POSITIVE_INFINITY, ({ kind }) => treatmentKinds.has(kind));
}
