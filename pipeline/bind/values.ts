import { armNameKinds, type Mention, type Quantity } from '../model/index.js';
import type { Span } from '../text/index.js';
import { isCue, isKind, isQuantity, type Scene } from './scene.js';

/** What a number can say: a share or count of patients, a time, a level in other units, an effect, or nothing of its own yet. */
export type Family = 'share' | 'count' | 'time' | 'level' | 'effect' | 'bare';

/** A number that asks for a measure and an arm. */
export interface Value {
  readonly span: Span<'text'>;
  readonly quantity: Quantity;
  readonly family: Family;
  readonly mention: Mention;
}

const families: Readonly<Record<string, Family>> = {
  percentage: 'share',
  proportion: 'share',
  count: 'count',
  duration: 'time',
  estimate: 'effect',
  'not-reached': 'time',
  measurement: 'level',
  number: 'bare',
};

/** The numbers of a scene that ask for a measure; landmarks (`3年OS率`) and assessment times are none. */
export function valuesOf(scene: Scene): Value[] {
  const values: Value[] = [];
  scene.mentions.forEach((mention, i) => {
    const family = isQuantity(mention) ? families[mention.quantity?.kind ?? ''] : undefined;
    if (!family || !mention.quantity) return;
    if ((family === 'time' || family === 'bare') && isLandmark(scene, i)) return;
    if (family === 'bare' && isPoints(scene, mention)) return;
    if (isLimit(scene, mention) || countsEnrolled(scene, mention) || countsWholeArm(scene, mention)) return;
    // `84 6 %`: a share that lost its point.
    if (family === 'share' && (mention.quantity.value ?? 0) > 100) return;
    if (family === 'time' && isDifference(scene, mention)) {
      const quantity = { ...mention.quantity, kind: 'estimate', estimate: 'MD' } as const;
      values.push({ span: mention.span, quantity, family: 'effect', mention });
      return;
    }
    const likewise = family === 'bare' ? asBefore(scene, mention, i, values.at(-1)) : undefined;
    values.push(likewise ?? { span: mention.span, quantity: mention.quantity, family, mention });
  });
  return values;
}

/** `0分20例、1分30例`: the points of those who are counted next. */
function isPoints(scene: Scene, { span }: Mention): boolean {
  return scene.phrase('traits.points-counted').test(scene.between(span.end, Math.min(scene.end, span.end + 8)));
}

/** `回顾性分析甲阳性乙病患者n例`: the first count of a sentence that says who was enrolled is no share of theirs. */
function countsEnrolled(scene: Scene, mention: Mention): boolean {
  if (!isQuantity(mention, 'count') || mention.quantity?.events !== undefined) return false;
  const before = scene.before(mention.span.start).filter((other) => !isCue(other, 'patients'));
  const [population] = before;
  if (!population || !isKind(population, 'population')) return false;
  const gap = scene.between(population.span.end, mention.span.start);
  const first = !before.some((other) => isQuantity(other, 'count', 'size') || isCue(other, 'subset'));
  const enrols = before.some((other) => isCue(other, 'enrol') || isKind(other, 'design', 'aside'));
  return first && enrols && scene.phrase('sizes.of-population').test(gap);
}

/** `A组40例中5例`, `A组(甲药)40例中5例`: the count right behind an arm, of whom another is told, is all of the arm. */
function countsWholeArm(scene: Scene, { span, quantity }: Mention): boolean {
  const arm = scene.nearestBefore(span.start);
  if (quantity?.kind !== 'count' || quantity.events !== undefined || arm?.kind !== 'arm') return false;
  if (!/^(?:\([^()]*\))?$/u.test(scene.between(arm.span.end, span.start))) return false;
  return scene.phrase('sizes.among-them').test(scene.between(span.end, Math.min(scene.end, span.end + 5)));
}

/** `Ki-67≥80%`, `生存期≥5年者`, `用药长于6个月(P=0.01)`: a limit that tells patients apart states nothing of them. */
function isLimit(scene: Scene, { span }: Mention): boolean {
  const lead = scene.between(Math.max(scene.start, span.start - 6), span.start + 1);
  // `(范围a~b个月)`: the end of a range.
  if (/\d(?:\.\d+)?[~-]\S?$/u.test(lead)) return true;
  const tail = scene.between(span.end, Math.min(scene.end, span.end + 6));
  if (scene.phrase('landmarks.limit').test(`${lead}|${tail}`)) return true;
  const before = scene.nearestBefore(span.start + 1);
  const compared =
    /[<>≤≥]$/u.test(scene.between(span.start - 1, span.start)) || /^[<>≤≥]/u.test(scene.text[span.start] ?? '');
  // `41例患者的TTP≥6个月`: who is counted by how long something lasted.
  const counted = scene.between(Math.max(scene.start, (before?.span.start ?? 0) - 8), before?.span.start ?? 0);
  if (compared && isKind(before, 'measure') && scene.phrase('traits.counted-by').test(counted)) return true;
  return compared && isKind(before, 'item', 'qualifier') && before !== undefined && span.start - before.span.end <= 1;
}

/** `较B组延长3.2个月`: what one arm has more than another is an effect, and no value of either. */
function isDifference(scene: Scene, { span }: Mention): boolean {
  return scene.phrase('attaching.difference').test(scene.between(Math.max(scene.start, span.start - 8), span.start));
}

/** `研究组35例,对照组为28,`: a bare number right behind an arm is of the kind of the number before it. */
function asBefore(scene: Scene, mention: Mention, i: number, before: Value | undefined): Value | undefined {
  const arm = scene.mentions[i - 1];
  if (!before || !arm || !isKind(arm, 'arm') || before.span.end > arm.span.start) return undefined;
  if (!scene.phrase('landmarks.arm-value').test(scene.between(arm.span.end, mention.span.start))) return undefined;
  const { kind, unit } = before.quantity;
  const quantity = { ...(mention.quantity as NonNullable<Mention['quantity']>), kind, unit };
  return { span: mention.span, quantity, family: before.family, mention };
}

/** What is known of the times of a scene, whose mentions never change: a list of times asks for those before each of them. */
const landmarks = new WeakMap<Scene, boolean[]>();

/** Whether the time at `i` says when a rate holds: it, or the list that it begins, stands right before a measure. */
export function isLandmark(scene: Scene, i: number): boolean {
  const known = landmarks.get(scene) ?? [];
  landmarks.set(scene, known);
  known[i] ??= saysWhen(scene, i);
  return known[i];
}

function saysWhen(scene: Scene, i: number): boolean {
  const mention = scene.mentions[i] as Mention;
  const { kind } = mention.quantity ?? {};
  if (kind !== 'duration' && kind !== 'number') return false;
  if (mention.facts.statistic === 'follow-up') return false;
  // `中位随访58周时`: how long patients had been followed.
  const before = scene.nearestBefore(mention.span.start);
  const isFollowUp =
    before?.name === 'follow-up' &&
    scene.phrase('landmarks.right-behind').test(scene.between(before.span.end, mention.span.start));
  if (isFollowUp && scene.phrase('landmarks.median').test(scene.between(before.span.start - 2, before.span.end)))
    return false;
  // `93%、96%(3年)`: alone in the bracket behind a rate.
  const { start, end } = mention.span;
  const bracket = scene.between(start - 2, start) + scene.between(end, end + 1);
  if (kind === 'duration' && bracket === '%()') return true;
  // `与5年XYZ有关`: before letters that no pack knows.
  const behind = scene.between(mention.span.end, mention.span.end + 12);
  if (kind === 'duration' && scene.phrase('landmarks.before-letters').test(behind)) return true;
  if (kind === 'duration' && (headsResults(scene, i) || followsLandmark(scene, i) || headsEvent(scene, i))) return true;
  const next = scene.mentions
    .slice(i + 1)
    .find((other) => !(isKind(other, 'cue') && /^(?:list|median)$/u.test(other.name ?? '')));
  if (!next) return false;
  const between = scene.between(mention.span.end, next.span.start);
  if (isKind(next, 'measure') && next.facts.reads !== 'time')
    return scene.phrase('landmarks.before-measure').test(`${between}|`);
  if (!isQuantity(next, 'duration', 'number')) return false;
  if (!scene.phrase('landmarks.listed').test(`${between}|`)) return false;
  return isLandmark(scene, scene.mentions.indexOf(next));
}

/** `12个月时两组CR率分别为`: a time that the arms follow, and a measure of theirs that lasts no time itself. */
function headsResults(scene: Scene, i: number): boolean {
  const { span } = scene.mentions[i] as Mention;
  if (!scene.phrase('landmarks.then').test(scene.between(span.end, span.end + 2))) return false;
  const next = scene.mentions.slice(i + 1).find(({ kind }) => kind !== 'cue' && !armNameKinds.has(kind));
  if (!next || !isKind(next, 'measure') || next.facts.reads === 'time') return false;
  return !/[;\u3002]/u.test(scene.between(span.end, next.span.start));
}

/** `2年某事件发生率`, `100d Ⅲ级某事件累积发生率`: a time right before an event, with its grade or without, of which a rate is told. */
function headsEvent(scene: Scene, i: number): boolean {
  const { span } = scene.mentions[i] as Mention;
  const [next, another] = scene.mentions.slice(i + 1).filter(({ kind }) => kind !== 'cue');
  const event = next && isKind(next, 'grade') ? another : next;
  if (!next || !event || !isKind(event, 'event')) return false;
  if (!scene.phrase('landmarks.before-measure').test(`${scene.between(span.end, next.span.start)}|`)) return false;
  // The name itself may end with the word for a rate.
  const rate = scene.phrase('landmarks.event-rate');
  return [event.span.end - 1, event.span.end].some((from) => rate.test(scene.between(from, event.span.end + 8)));
}

/**
 * `1年OS率为80%,2年为60%`, `生存率1年80%,2年60%`: a time right before a share, or before the arm whose share it is, says when the
 * rate was so that another time, or the word for a rate right before it, tells of.
 */
function followsLandmark(scene: Scene, i: number): boolean {
  const { span } = scene.mentions[i] as Mention;
  const later = scene.mentions.slice(i + 1).filter(({ kind }) => kind !== 'cue');
  const [arm, next] = later[0] && armNameKinds.has(later[0].kind) ? later : [undefined, later[0]];
  if (!next || !isQuantity(next, 'percentage')) return false;
  const value = scene.between(arm?.span.end ?? span.end, next.span.start);
  if (!scene.phrase('landmarks.then-value').test(value)) return false;
  const before = scene.mentions.slice(0, i);
  const what = before.findLast(({ kind }) => kind === 'measure');
  if (!what || what.facts.reads === 'time') return false;
  if (scene.phrase('landmarks.behind-rate').test(scene.between(what.span.end - 1, span.start))) return true;
  return before.some((other, at) => isKind(other, 'time') || (isQuantity(other, 'duration') && isLandmark(scene, at)));
}
