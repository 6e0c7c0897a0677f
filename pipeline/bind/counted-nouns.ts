import { armNameKinds, type Mention, type MentionKind } from '../model/index.js';
import type { Span } from '../text/index.js';
import { isKind, type Scene } from './scene.js';

/** A count with the noun right before it that says who is counted. */
export interface CountedNoun {
  readonly mention: Mention;
  /** How many patients, where that is printed. */
  readonly count: number | undefined;
  readonly noun: string;
  readonly span: Span<'text'>;
}

/** Counts behind one another, each behind a noun of its own: `发病部位:胫骨9例、股骨14例`. */
export interface CountedList {
  /** What stands before the first of its nouns and may say what they are: `发病部位`. */
  readonly head: string;
  readonly members: readonly CountedNoun[];
}

interface Item {
  readonly mention: Mention;
  readonly label: Span<'text'>;
  readonly end: number;
  /** Whether a colon parts the noun from its count: `股骨:101例`. */
  readonly isParted: boolean;
}

/** What is known of the lists of a scene, whose mentions never change. */
const known = new WeakMap<Scene, readonly CountedList[]>();

/** The lists of counts of a scene, each count behind a noun of its own. */
export function countedLists(scene: Scene): readonly CountedList[] {
  const told = known.get(scene) ?? listsOf(scene);
  known.set(scene, told);
  return told;
}

/** The list that a count stands in, and its place there. */
export function placeInList(scene: Scene, count: Span<'text'>): [CountedList | undefined, CountedNoun | undefined] {
  const isMember = ({ mention }: CountedNoun) => mention.span.start === count.start;
  const list = countedLists(scene).find(({ members }) => members.some(isMember));
  return [list, list?.members.find(isMember)];
}

function listsOf(scene: Scene): CountedList[] {
  const lists: { head: string; members: CountedNoun[] }[] = [];
  let last: Item | undefined;
  for (const mention of scene.mentions) {
    const item = isCounted(mention) ? itemOf(scene, mention, last?.end ?? scene.start) : undefined;
    if (!item) continue;
    const { head, noun } = partsOf(scene, item);
    // `肠型:40例;弥漫型:35例`
    const mark = last?.isParted && item.isParted ? /^[,;\u3001]?$/u : /^[,\u3001]?$/u;
    const goesOn = last && head === '' && mark.test(scene.between(last.end, item.label.start));
    if (!goesOn) lists.push({ head, members: [] });
    last = item;
    const span = { start: item.label.end - noun.length, end: item.label.end };
    lists.at(-1)?.members.push({ mention, count: countOf(mention), noun, span });
  }
  return lists;
}

/** How many patients a number counts, or is a share with the count of, where that is printed. */
export function countOf({ quantity }: Mention): number | undefined {
  return quantity?.kind === 'percentage' ? quantity.events : quantity?.value;
}

/** Whether a number counts patients, or is a share of them. */
function isCounted({ quantity }: Mention): boolean {
  return quantity?.kind === 'percentage' || (quantity?.kind === 'count' && quantity.unit === 'patients');
}

/** The words before a count back to the mark or the count before them; the bracket that holds nothing else belongs to it. */
function itemOf(scene: Scene, mention: Mention, floor: number): Item | undefined {
  const { start, end } = mention.span;
  // `(9/30,30%)`: the bracket may end with the number.
  const closes = scene.text[end - 1] === ')' ? end - 1 : end;
  const inBracket = scene.text[start - 1] === '(' && scene.text[closes] === ')';
  const until = inBracket ? start - 1 : start;
  const printed = scene.between(floor, until);
  const closing = printed.length - printed.replace(/[:\s]+$/u, '').length;
  const label = { start: behindArm(scene, labelStart(scene, until - closing, floor)), end: until - closing };
  return label.end > label.start && !scene.phrase('traits.no-noun').test(scene.between(label.start, label.end))
    ? { mention, label, end: inBracket ? closes + 1 : end, isParted: scene.text[label.end] === ':' }
    : undefined;
}

/** `A组周围型20例`: the arm before a noun says whose patients are counted. */
function behindArm(scene: Scene, at: number): number {
  const next = scene.nearestAfter(at);
  return next?.kind === 'arm' && next.span.start === at ? next.span.end : at;
}

/** What stands before a noun that is counted. */
const marks = ',;:\u3001\u3002(';

function labelStart(scene: Scene, at: number, floor: number): number {
  let depth = 0;
  for (let i = at - 1; i >= floor; i -= 1) {
    const char = scene.text[i] as string;
    if (char === ')') depth += 1;
    else if (char === '(' && depth > 0) depth -= 1;
    else if (depth === 0 && marks.includes(char)) return i + 1;
  }
  return floor;
}

/** What stands before a colon heads the list; without one, the head may stand right before the first noun. */
function partsOf(scene: Scene, { label }: Item): { head: string; noun: string } {
  const words = scene.between(label.start, label.end);
  const noun = scene.phrase('traits.noun').exec(words)?.groups?.noun ?? '';
  if (scene.text[label.start - 1] === ':')
    return { head: scene.between(labelStart(scene, label.start - 1, scene.start), label.start - 1), noun };
  const headed = scene.phrase('traits.headed').exec(words)?.groups;
  return { head: headed?.head ?? '', noun: headed?.noun ?? noun };
}

/** Whether a count is of those whom its noun names, and of no outcome of theirs: what it is of is told before it alone. */
export function countsThose(scene: Scene, { noun, mention, span }: CountedNoun): boolean {
  if (noun === '' || scene.phrase('traits.outcome').test(noun)) return false;
  const behind = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 3));
  const isTold = scene.after(span.start, span.end).some((inner) => isKind(inner, 'measure', 'event', 'arm'));
  return !isTold && scene.phrase('traits.goes-on').test(behind);
}

/** Whether a noun may be what patients are or have: it is no treatment or group, and nothing of the kinds that are told elsewhere. */
export function isNounOf(scene: Scene, { noun, span, mention }: CountedNoun, ...barred: MentionKind[]): boolean {
  if (noun === '' || scene.phrase('traits.no-trait').test(noun)) return false;
  const behind = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 3));
  if (!scene.phrase('traits.goes-on').test(behind)) return false;
  const isPrior = scene.phrase('traits.prior').test(noun);
  const isScore = scene.phrase('traits.score').test(noun);
  return scene.mentions.every((inner) => {
    if (inner.span.start >= span.end || inner.span.end <= span.start) return true;
    if (armNameKinds.has(inner.kind)) return isPrior;
    // `TEL/AML阳性`: half of the name of a gene.
    if (inner.kind === 'population' && scene.text[inner.span.start - 1] === '/') return true;
    return (isScore && inner.kind === 'measure') || !isKind(inner, ...barred);
  });
}
