import type { Mention, Quantity } from '../model/index.js';
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

/** Values that stand in one list: `a%和b%`, `a vs b个月`. */
export interface Run {
  readonly values: Value[];
  /** Whether the values are set against each other by vs, 比 or 对. */
  readonly contrast: boolean;
  /** Whether the value of the comparator stands first: `由8个月延至24个月`. */
  readonly turned?: boolean | undefined;
  /** Sizes of the groups where the list is one of lists (a、b和c、d); empty otherwise. */
  readonly groups: readonly number[];
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
    if (isLimit(scene, mention) || countsEnrolled(scene, mention)) return;
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

/** `Ki-67≥80%`, `生存期≥5年者`, `用药长于6个月(P=0.01)`: a limit that tells patients apart states nothing of them. */
function isLimit(scene: Scene, { span }: Mention): boolean {
  const lead = scene.between(Math.max(scene.start, span.start - 6), span.start + 1);
  // `(范围a~b个月)`: the end of a range.
  if (/\d(?:\.\d+)?[~-]\S?$/u.test(lead)) return true;
  const tail = scene.between(span.end, Math.min(scene.end, span.end + 6));
  if (scene.phrase('landmarks.limit').test(`${lead}|${tail}`)) return true;
  const [before] = scene.before(span.start + 1);
  const compared =
    /[<>≤≥]$/u.test(scene.between(span.start - 1, span.start)) || /^[<>≤≥]/u.test(scene.text[span.start] ?? '');
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

/** Whether the time at `i` says when a rate holds: it, or the list that it begins, stands right before a measure. */
export function isLandmark(scene: Scene, i: number): boolean {
  const mention = scene.mentions[i] as Mention;
  const { kind } = mention.quantity ?? {};
  if (mention.facts.statistic === 'follow-up') return false;
  // `中位随访58周时`: how long patients had been followed.
  const [before] = scene.before(mention.span.start);
  const isFollowUp = before?.name === 'follow-up' && before.span.end === mention.span.start;
  if (isFollowUp && scene.phrase('landmarks.median').test(scene.between(before.span.start - 2, before.span.end)))
    return false;
  if (kind !== 'duration' && kind !== 'number') return false;
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

/** Joins values that stand in one list into runs; a bare number takes the unit of its neighbour or falls out. */
export function runsOf(scene: Scene, values: readonly Value[]): Run[] {
  const runs: { values: Value[]; joints: string[] }[] = [];
  for (const [i, value] of values.entries()) {
    const run = runs.at(-1);
    const last = run?.values.at(-1);
    const joint = last ? scene.between(last.span.end, value.span.start) : '';
    if (run && last && fits(last, value) && risesTo(scene, last, joint)) {
      run.values.push(value);
      run.joints.push(joint);
    } else if (
      run &&
      last &&
      fits(last, value) &&
      (isJoint(scene, joint) ||
        (joint === ',' && isPartedByCommas(run.joints) && isListed(scene, run.values[0] as Value)) ||
        (joint === ',' &&
          opensGroup(scene, run.joints, value, values[i + 1]) &&
          isListed(scene, run.values[0] as Value)) ||
        // `a,b;c,d和e,f`: semicolons part groups of numbers that commas part.
        (joint === ';' && run.joints.includes(',') && isListed(scene, run.values[0] as Value)))
    ) {
      run.values.push(value);
      run.joints.push(joint);
    } else runs.push({ values: [value], joints: [] });
  }
  return runs
    .map(({ values: listed, joints }) => ({
      values: withUnits(ofMeasure(scene, listed, joints)),
      contrast:
        joints.length > 0 &&
        joints.every((joint) => scene.phrase('joins.contrast').test(joint) || scene.phrase('joins.rises').test(joint)),
      turned: joints.length === 1 && scene.phrase('joins.rises').test(joints[0] ?? ''),
      groups: groupsOf(joints),
    }))
    .filter((run) => run.values.some(({ family }) => family !== 'bare'));
}

/** Whether commas part a list so far, and a group of it that `和` began lacks a member: `80%,70%,60%和40%`. */
function isPartedByCommas(joints: readonly string[]): boolean {
  const groups = joints
    .map((joint) => (joint === ',' ? ',' : '|'))
    .join('')
    .split('|');
  const [first, ...others] = groups.map((commas) => commas.length);
  const last = others.at(-1);
  return last === undefined || (last < (first ?? 0) && others.slice(0, -1).every((size) => size === first));
}

/** `a、b,c、d和e、f`: a comma between two groups of numbers, each parted by the pause mark, of one size so far. */
function opensGroup(scene: Scene, joints: readonly string[], value: Value, next: Value | undefined): boolean {
  const isPause = (joint: string) => joint === '\u3001';
  if (!next || !isPause(scene.between(value.span.end, next.span.start))) return false;
  const groups = joints
    .map((joint) => (isPause(joint) ? '-' : '|'))
    .join('')
    .split('|');
  return groups.every((group) => group.length > 0 && group === groups[0]);
}

/** `3组的CR率分别为80%,70%,60%`, `两组…皮疹(10%,7%)`: commas part the numbers of a list that is said to be one. */
function isListed(scene: Scene, first: Value): boolean {
  if (scene.text[first.span.start - 1] === '(')
    return scene.mentions.some(
      (mention) => isCue(mention, 'both-arms', 'respectively') && mention.span.end <= first.span.start,
    );
  const cue = scene.before(first.span.start)[0];
  return isCue(cue, 'respectively') && cue !== undefined && first.span.start - cue.span.end <= 1;
}

/** `由8个月延至24个月`: from what the comparator had to what the treatment gave. */
function risesTo(scene: Scene, first: Value, joint: string): boolean {
  const before = scene.between(Math.max(scene.start, first.span.start - 24), first.span.start);
  return scene.phrase('joins.rises').test(joint) && scene.phrase('joins.rises-from').test(before);
}

function isJoint(scene: Scene, joint: string): boolean {
  return scene.phrase('joins.values').test(joint) || scene.phrase('joins.contrast').test(joint);
}

function fits(a: Value, b: Value): boolean {
  if (a.quantity.kind === 'not-reached' || b.quantity.kind === 'not-reached') return a.family === b.family;
  // Levels in different units are of different things.
  if (a.family === 'level' && b.family === 'level') return a.quantity.unit === b.quantity.unit;
  return a.family === b.family || a.family === 'bare' || b.family === 'bare';
}

function withUnits(values: readonly Value[]): Value[] {
  const model = [...values].reverse().find(({ family }) => family !== 'bare');
  if (!model) return [...values];
  return values.map((value) => {
    if (value.family !== 'bare') return value;
    const { kind, unit, estimate } = model.quantity;
    return { ...value, family: model.family, quantity: { ...value.quantity, kind, unit, estimate } };
  });
}

/** `(中位PFS:8.1 vs 5.2)`: two bare numbers set against each other right behind a time that patients had are such times. */
function ofMeasure(scene: Scene, values: readonly Value[], joints: readonly string[]): readonly Value[] {
  const [first, second] = values;
  if (!first || !second || values.length > 2 || values.some(({ family }) => family !== 'bare')) return values;
  if (!scene.phrase('joins.contrast').test(joints[0] ?? '')) return values;
  const measure = scene.before(first.span.start)[0];
  const isTime = isKind(measure, 'measure') && measure?.facts.reads !== 'rate' && measure?.facts.reads !== 'count';
  if (!measure || !isTime || !/^[:\s]*$/u.test(scene.between(measure.span.end, first.span.start))) return values;
  return values.map((value) => ({ ...value, family: 'time', quantity: { ...value.quantity, kind: 'duration' } }));
}

/** `a、b、c和d、e、f`: the list falls into two groups of three; empty where it does not fall into equal groups. */
function groupsOf(joints: readonly string[]): number[] {
  const sizes = [1];
  // `a和b以及c和d`: where nothing enumerates, the lesser word of joining holds the members of a group together.
  const paused = joints.some((joint) => joint.endsWith('\u3001'));
  const parts = (joint: string) => joint.endsWith('\u3001') || (joint === ',' && !paused);
  const enumerates = joints.some(parts);
  const pairs = !enumerates && joints.some((joint) => joint.length > 1) && joints.some((joint) => joint.length === 1);
  for (const joint of joints) {
    if (pairs ? joint.length === 1 : parts(joint)) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    else sizes.push(1);
  }
  return sizes.length > 1 && sizes.every((size) => size === sizes[0] && size > 1) ? sizes : [];
}
