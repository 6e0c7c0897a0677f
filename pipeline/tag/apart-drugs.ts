import type { Mention } from '../model/index.js';
import type { JoiningWords } from './joining-words.js';

/** Whether drugs that stand side by side as those of a combination do were not given together. */
export function areApart(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  words: JoiningWords,
): boolean {
  if (isSharedOut(parts, text, words) || isCompared(parts, text, words)) return true;
  if (areGroups(parts, mentions, text, words)) return true;
  return isEither(parts, mentions, text, words) || isOpposed(parts, mentions, text, words);
}

/** How far behind the last drug the word may end that says that each has a number of its own, in characters. */
const farthest = 80;

/** `A药和B药的ORR分别为`, `A药和B药治疗某病的ORR分别为a%和b%`: what is told of each in turn was not given together. */
function isSharedOut(parts: readonly Mention[], text: string, { adds, shared, sharedIn }: JoiningWords): boolean {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  if (adds.test(text.slice(first.span.start, last.span.end))) return false;
  const behind = text.slice(last.span.end, last.span.end + farthest);
  // Where it is told what they were given for, there is one number for each.
  const numbers = sharedIn.exec(behind)?.groups?.list?.match(/\d+(?:\.\d+)?/gu);
  return shared.test(behind) || numbers?.length === parts.length;
}

/** `比较了A药和B药的疗效`, `随机接受放化疗(CRT)和放疗(RT)`: what is compared, or has letters of its own each, was not given together. */
function isCompared(parts: readonly Mention[], text: string, { adds, compares, alternative }: JoiningWords): boolean {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  if (adds.test(text.slice(first.span.start, last.span.end))) return false;
  if (compares.test(text.slice(Math.max(0, first.span.start - 4), first.span.start))) return true;
  const haveLetters = parts.every(({ text: printed }) => /\([A-Z][A-Za-z0-9-]+\)$/u.test(printed));
  return haveLetters && alternative.test(text.slice(Math.max(0, first.span.start - 16), first.span.start));
}

/** `接受手术、消融或化疗的患者`: each patient got one of those that are listed; of drugs alone, the last two may be. */
function isEither(parts: readonly Mention[], mentions: readonly Mention[], text: string, words: JoiningWords): boolean {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  const next = mentions.find(({ kind, span }) => span.start >= last.span.end && kind !== 'cue');
  const areDrugs = [...parts, next].every((part) => part?.kind === 'drug');
  if (areDrugs || words.adds.test(text.slice(first.span.start, last.span.end))) return false;
  return words.alternates.test(text.slice(last.span.end, last.span.end + 1));
}

/** `甲药与乙药(HR=0.9)差异无统计学意义`: an estimate in the bracket right behind two drugs compares the one with the other. */
function isOpposed(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  { adds, measuredInBoth }: JoiningWords,
) {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  if (parts.length !== 2 || adds.test(text.slice(first.span.start, last.span.end))) return false;
  const next = mentions.find(({ span, quantity }) => span.start > last.span.end && quantity !== undefined);
  if (next?.quantity?.kind !== 'estimate') return false;
  // `靶向治疗和化疗组的PFS(HR=0.9)`: of kinds of treatment, what was measured may stand before it.
  const areKinds = parts.every(({ kind }) => kind !== 'drug' && kind !== 'regimen');
  if (text.slice(last.span.end, next.span.start) === '(') return true;
  return areKinds && measuredInBoth.test(text.slice(last.span.end, last.span.end + farthest));
}

/** `行介入和消融治疗。介入组…消融组…`: treatments that a group is called by each were not given together. */
function areGroups(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  { adds, group }: JoiningWords,
): boolean {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  if (adds.test(text.slice(first.span.start, last.span.end))) return false;
  const isAdded = ({ span }: Mention) => adds.test(text.slice(Math.max(0, span.start - 2), span.start));
  const calls = (other: Mention, { name, text: printed }: Mention) =>
    other.kind === 'arm'
      ? other.text.startsWith(printed) && other.text.length === printed.length + 1
      : other.name === name && group.test(text.slice(other.span.end, other.span.end + 2));
  return parts.every((part) =>
    mentions.some((other) => !parts.includes(other) && calls(other, part) && !isAdded(other)),
  );
}
