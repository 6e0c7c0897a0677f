import { firstWithin, isTransplantation, type Mention } from '../model/index.js';
import { groupsTold } from '../rulebook/index.js';
import type { JoiningWords } from './joining-words.js';
import type { TreatmentGroups } from './treatment-groups.js';

/** Whether drugs that stand side by side as those of a combination do were not given together. */
export function areApart(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  groups: TreatmentGroups,
  text: string,
  words: JoiningWords,
): boolean {
  // Whatever else is said of them, a word of adding joins them.
  if (areAdded(parts, text, words)) return false;
  if (isSharedOut(parts, text, words) || isCompared(parts, text, words)) return true;
  if (areGotInTurn(parts, text, words) || areCounted(parts, text, words)) return true;
  if (areAlternatives(parts, text, words)) return true;
  if (parts.every((part) => groups.isCalled(part, parts))) return true;
  if (isContrasted(parts, text, words)) return true;
  return isEither(parts, mentions, text, words) || isOpposed(parts, mentions, text, words);
}

/** Whether a word of adding joins two of some treatments; one may be part of a name: `序贯放化疗`. */
function areAdded(parts: readonly Mention[], text: string, { adds, joining }: JoiningWords): boolean {
  return parts.slice(1).some((part, i) => {
    const joint = text.slice((parts[i] as Mention).span.end, part.span.start);
    return joint === '' ? joining.test(part.text) : adds.test(joint);
  });
}

/** How far from the drugs the words may reach that say that each has a number of its own, in characters. */
const farthest = 80;

/** `A药和B药的ORR分别为`, `A药和B药治疗某病的ORR分别为a%和b%`: what is told of each in turn was not given together. */
function isSharedOut(parts: readonly Mention[], text: string, { shared, sharedIn }: JoiningWords): boolean {
  const { end } = (parts.at(-1) as Mention).span;
  const behind = text.slice(end, end + farthest);
  // Where it is told what they were given for, there is one number for each.
  const numbers = sharedIn.exec(behind)?.groups?.list?.match(/\d+(?:\.\d+)?/gu);
  return shared.test(behind) || numbers?.length === parts.length;
}

/** `比较了A药和B药的疗效`, `随机接受放化疗(CRT)和放疗(RT)`: what is compared, or has letters of its own each, was not given together. */
function isCompared(parts: readonly Mention[], text: string, words: JoiningWords): boolean {
  const { compares, alternative, weighs } = words;
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  // `评价了甲药与安慰剂`: what is weighed against a placebo was not given with it.
  const isLone = parts.length === 2 && last.name === 'placebo';
  if (isLone && weighs.test(text.slice(Math.max(0, first.span.start - 4), first.span.start))) return true;
  if (compares.test(text.slice(Math.max(0, first.span.start - 4), first.span.start))) return true;
  const haveLetters = parts.every(({ text: printed }) => /\([A-Z][A-Za-z0-9-]+\)$/u.test(printed));
  return haveLetters && alternative.test(text.slice(Math.max(0, first.span.start - 16), first.span.start));
}

/** `甲药、乙药或丙药`: each patient got one of those between which the word for either stands. */
function areAlternatives(parts: readonly Mention[], text: string, { or }: JoiningWords): boolean {
  return parts.slice(1).some((part, i) => or.test(text.slice((parts[i] as Mention).span.end, part.span.start)));
}

/** `a例和b例分别接受甲药和乙药`: what some and others got in turn was not given together. */
function areGotInTurn([first]: readonly Mention[], text: string, { gotInTurn }: JoiningWords): boolean {
  const { start } = (first as Mention).span;
  return gotInTurn.test(text.slice(Math.max(0, start - farthest), start));
}

/** `甲药、乙药和丙药三种药物`: so many treatments, and not one that is made of them. */
function areCounted(parts: readonly Mention[], text: string, { numberOfKinds }: JoiningWords): boolean {
  const { end } = (parts.at(-1) as Mention).span;
  const kinds = numberOfKinds.exec(text.slice(end, end + 16))?.groups;
  return kinds !== undefined && parts.length === groupsTold(kinds);
}

/** `甲药与乙药的OS为a个月vs b个月`: two treatments with two values that are set against each other. */
function isContrasted(parts: readonly Mention[], text: string, { setAgainstValues }: JoiningWords): boolean {
  const { end } = (parts.at(-1) as Mention).span;
  return parts.length === 2 && setAgainstValues.test(text.slice(end, end + farthest));
}

/** `接受手术、消融或化疗的患者`: each patient got one of those that are listed; of drugs alone, a slash joins the last two. */
function isEither(parts: readonly Mention[], mentions: readonly Mention[], text: string, words: JoiningWords): boolean {
  const { end } = (parts.at(-1) as Mention).span;
  if (!words.alternates.test(text.slice(end, end + 1))) return false;
  const next = firstWithin(mentions, end, text.length, ({ kind }) => kind !== 'cue');
  if (next?.kind !== 'drug' || parts.some(({ kind }) => kind !== 'drug')) return true;
  return words.or.test(text.slice(end, next.span.start));
}

/** `甲药与乙药(HR=0.9)差异无统计学意义`: an estimate in the bracket right behind two drugs compares the one with the other. */
function isOpposed(
  parts: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  { measuredInBoth }: JoiningWords,
): boolean {
  if (parts.length !== 2) return false;
  const { end } = (parts[1] as Mention).span;
  const next = firstWithin(mentions, end + 1, text.length, ({ quantity }) => quantity !== undefined);
  if (next?.quantity?.kind !== 'estimate') return false;
  // `靶向治疗和化疗组的PFS(HR=0.9)`: of kinds of treatment, what was measured may stand before it.
  const areKinds = parts.every(({ kind }) => kind !== 'drug' && kind !== 'regimen');
  if (text.slice(end, next.span.start) === '(') return true;
  return areKinds && measuredInBoth.test(text.slice(end, end + farthest));
}

/** Whether two treatments are two ways of doing the same, of which a patient gets one or the other. */
export function areWays(one: Mention, other: Mention): boolean {
  const pair = [one, other];
  if (one.name !== other.name && (pair.every(isTechnique) || pair.every(isTransplantation))) return true;
  // `同步放化疗与序贯放化疗`
  return pair.every(({ kind }) => kind === 'drug-class') && drugSet(one) === drugSet(other);
}

/** The drugs that a class of treatments stands for, in whatever order they are told. */
function drugSet({ facts, name, text }: Mention): string {
  return (facts.drugs ?? name ?? text).split('+').sort().join('+');
}

/** `三维适形放疗`, `腹腔镜手术`, `肺段切除`: in the place of which another patient has another one; nodes are taken out with an organ. */
function isTechnique({ facts, name = '' }: Mention): boolean {
  const isOperation = facts.modality === 'surgery' && name !== 'surgery' && !/lymph/u.test(name);
  return facts.modality === 'radiotherapy' || isOperation;
}
