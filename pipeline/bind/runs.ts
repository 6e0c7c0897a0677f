import { isCue, isKind, isQuantity, type Scene } from './scene.js';
import type { Value } from './values.js';

/** Values that stand in one list: `a%和b%`, `a vs b个月`. */
export interface Run {
  readonly values: Value[];
  /** Whether the values are set against each other by vs, 比 or 对. */
  readonly contrast: boolean;
  /** Whether the value of the comparator stands first: `由8个月延至24个月`. */
  readonly turned?: boolean | undefined;
  /** Sizes of the groups where the list is one of lists (a、b和c、d); empty otherwise. */
  readonly groups: readonly number[];
  /** Whether a lesser word than the one that lists them holds pairs of values together: `a和b、c和d`, `a vs b、c vs d`. */
  readonly paired?: boolean | undefined;
  /** Whether marks hold the numbers of a group together, and a word parts the groups: `a、b和c、d`. */
  readonly marked?: boolean;
}

/** Joins values that stand in one list into runs; a bare number takes the unit of its neighbour or falls out. */
export function runsOf(scene: Scene, values: readonly Value[]): Run[] {
  const runs: { values: Value[]; joints: string[] }[] = [];
  for (const [i, value] of values.entries()) {
    const run = openRun(runs, value);
    const last = run?.values.at(-1);
    const joint = run && last ? jointOf(scene, run, last, value) : '';
    if (run && last && fits(last, value) && risesTo(scene, last, joint)) {
      run.values.push(value);
      run.joints.push(joint);
    } else if (
      run &&
      last &&
      fits(last, value) &&
      (isJoint(scene, joint) ||
        (joint === ',' && isPartedByMarks(run.joints) && isListed(scene, run.values[0] as Value)) ||
        (joint === ',' &&
          opensGroup(scene, run.joints, value, values[i + 1]) &&
          isListed(scene, run.values[0] as Value)) ||
        (joint === ',' &&
          opensPair(scene, run.joints, value, values[i + 1]) &&
          isListed(scene, run.values[0] as Value)) ||
        // `a,b;c,d和e,f`: semicolons part groups of numbers that commas part.
        (joint === ';' && run.joints.includes(',') && isListed(scene, run.values[0] as Value)))
    ) {
      run.values.push(value);
      run.joints.push(joint);
    } else runs.push({ values: [value], joints: [] });
  }
  return runs
    .map(({ values: listed, joints }) => ({ listed, joints, paired: isPaired(scene, joints) }))
    .map(({ listed, joints, paired }) => ({
      values: withUnits(ofMeasure(scene, listed, joints)),
      contrast:
        joints.length > 0 &&
        joints.every((joint) => scene.phrase('joins.contrast').test(joint) || scene.phrase('joins.rises').test(joint)),
      turned: joints.length === 1 && scene.phrase('joins.rises').test(joints[0] ?? ''),
      groups: paired ? pairsOf(joints) : groupsOf(joints),
      paired,
      marked: !paired && joints.includes('\u3001') && joints.some((joint) => /^\p{Script=Han}+$/u.test(joint)),
    }))
    .filter((run) => run.values.some(({ family }) => family !== 'bare'));
}

/** The list that a value may go on with: the last one, or the one of its kind before the effect that a bracket tells of that. */
function openRun<T extends { values: Value[] }>(runs: readonly T[], { family }: Value): T | undefined {
  const [before, last] = [runs.at(-2), runs.at(-1)];
  const isAside = family !== 'effect' && last?.values.every((value) => value.family === 'effect') === true;
  return isAside && before?.values.at(-1)?.family === family ? before : last;
}

/** What stands between two values; the test of a pair, in the bracket behind it, does not end the list of pairs: `分别为a比b(P=0.02)和c比d`. */
function jointOf(scene: Scene, run: { values: Value[]; joints: string[] }, last: Value, value: Value): string {
  const joint = scene.between(last.span.end, value.span.start);
  const tested = scene.after(last.span.end, value.span.start).some((inner) => isQuantity(inner, 'p-value', 'estimate'));
  const isPair = run.joints.length % 2 === 1 && scene.phrase('joins.contrast').test(run.joints[0] ?? '');
  const isTest = tested && isPair && isListed(scene, run.values[0] as Value);
  return isTest ? joint.replace(/^\([^()]*\)/u, '') : joint;
}

/** Whether marks part a list so far, and a group of it that `和` began lacks a member: `80%,70%,60%和40%`, `80%、70%和60%`. */
function isPartedByMarks(joints: readonly string[]): boolean {
  const groups = joints
    .map((joint) => (joint === ',' || joint === '\u3001' ? ',' : '|'))
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
  const open = first.span.start - 1;
  if (scene.text[open] === '(')
    return (
      scene.mentions.some((mention) => isCue(mention, 'both-arms', 'respectively') && mention.span.end <= open + 1) ||
      isBehindOthers(scene, open)
    );
  // `1、3、5年OS率为a,b,c和d,e,f`
  if (scene.phrase('joins.rate-at-times').test(scene.between(scene.clauseStart(open), first.span.start))) return true;
  const cue = scene.nearestBefore(first.span.start);
  return isCue(cue, 'respectively') && cue !== undefined && first.span.start - cue.span.end <= 1;
}

/** `A组PFS(a)和OS(b)长于B组(c,d)`: a bracket behind those whom the ones told of are set against, which list has been told. */
function isBehindOthers(scene: Scene, open: number): boolean {
  const clause = scene.between(scene.clauseStart(open), open);
  return scene.phrase('joins.bracket-of-others').test(clause);
}

/** `由8个月延至24个月`: from what the comparator had to what the treatment gave; a mean or level changed in the same patients. */
function risesTo(scene: Scene, first: Value, joint: string): boolean {
  if (first.quantity.sd !== undefined || first.family === 'level') return false;
  const before = scene.between(Math.max(scene.start, first.span.start - 24), first.span.start);
  return scene.phrase('joins.rises').test(joint) && scene.phrase('joins.rises-from').test(before);
}

function isJoint(scene: Scene, joint: string): boolean {
  return scene.phrase('joins.values').test(joint) || scene.phrase('joins.contrast').test(joint);
}

function fits(a: Value, b: Value): boolean {
  if (isUnreached(a) || isUnreached(b)) return a.family === b.family || a.family === 'bare' || b.family === 'bare';
  // `CD4+、CD4+/CD8+分别为(38±4)%、1.5±0.3`
  if (isMeanShare(a) && isMeanShare(b)) return true;
  // Levels in different units are of different things.
  if (a.family === 'level' && b.family === 'level') return a.quantity.unit === b.quantity.unit;
  return a.family === b.family || a.family === 'bare' || b.family === 'bare';
}

function isUnreached({ quantity }: Value): boolean {
  return quantity.kind === 'not-reached';
}

/** A share, as of cells, or a ratio with its standard deviation. */
function isMeanShare({ family, quantity }: Value): boolean {
  return quantity.sd !== undefined && (family === 'share' || (family === 'level' && quantity.unit === undefined));
}

function withUnits(values: readonly Value[]): Value[] {
  const model = values.findLast((value) => value.family !== 'bare' && !isUnreached(value));
  if (!model) return values.filter(({ family }) => family !== 'bare');
  return values.map((value) => {
    if (value.family !== 'bare') return value;
    const { kind, unit, estimate } = model.quantity;
    return { ...value, family: model.family, quantity: { ...value.quantity, kind, unit, estimate } };
  });
}

/** `(中位PFS:8.1 vs 5.2)`: two bare numbers set against each other right behind a time that patients had are such times. */
function ofMeasure(scene: Scene, values: readonly Value[], joints: readonly string[]): readonly Value[] {
  const [first, second] = values;
  if (first && isScore(scene, values)) return values.map(scored);
  if (!first || !second || values.length > 2 || values.some(({ family }) => family !== 'bare')) return values;
  if (!scene.phrase('joins.contrast').test(joints[0] ?? '')) return values;
  const measure = scene.nearestBefore(first.span.start);
  // `PFS延长2个月(7.3 vs 5.1)`: the bracket has the unit of the difference.
  if (isQuantity(measure, 'duration') && measure && scene.between(measure.span.end, first.span.start) === '(') {
    const unit = measure.quantity?.unit;
    return values.map((value) => ({
      ...value,
      family: 'time',
      quantity: { ...value.quantity, kind: 'duration', unit },
    }));
  }
  const isTime = isKind(measure, 'measure') && !['rate', 'count', 'level'].includes(measure?.facts.reads ?? '');
  if (!measure || !isTime || !/^[:\s]*$/u.test(scene.between(measure.span.end, first.span.start))) return values;
  return values.map((value) => ({ ...value, family: 'time', quantity: { ...value.quantity, kind: 'duration' } }));
}

/** `疼痛评分低于B组(2.1 vs 3.4)`, `疼痛评分分别为2.1和3.4`: decimals of no unit, set against each other or right behind what is scored. */
function isScore(scene: Scene, values: readonly Value[]): boolean {
  const [first] = values;
  if (!first || !values.every(({ family, quantity }) => family === 'bare' && quantity.printed.includes('.')))
    return false;
  const score = scene.nearestBefore(first.span.start, ({ kind }) => kind === 'measure' || kind === 'event');
  if (score?.facts.reads !== 'level') return false;
  const behind = scene.between(score.span.end, first.span.start);
  return scene.text[first.span.start - 1] === '(' ? values.length > 1 : scene.phrase('attaching.scored').test(behind);
}

function scored(value: Value): Value {
  return { ...value, family: 'level', quantity: { ...value.quantity, kind: 'measurement' } };
}

/** `a和b、c和d`, `a对b和c对d`: every other joint is a word of joining or contrast, the others list what those hold together. */
function isPaired(scene: Scene, joints: readonly string[]): boolean {
  if (joints.length < 2 || joints.length % 2 === 0) return false;
  const [within, between] = [0, 1].map((rest) => joints.filter((_, i) => i % 2 === rest)) as [string[], string[]];
  const all = (some: readonly string[], id: string) => some.every((joint) => scene.phrase(id).test(joint));
  if (all(within, 'joins.contrast')) return all(between, 'joins.between-pairs') || all(between, 'joins.values');
  return all(within, 'joins.within-pair') && all(between, 'joins.between-pairs');
}

function pairsOf(joints: readonly string[]): number[] {
  return Array.from({ length: (joints.length + 1) / 2 }, () => 2);
}

/** `分别为a和b,c和d`: a comma before the next pair, where pairs make up the list so far. */
function opensPair(scene: Scene, joints: readonly string[], value: Value, next: Value | undefined): boolean {
  const joint = next ? scene.between(value.span.end, next.span.start) : '';
  const isPair = (one: string) => scene.phrase('joins.values').test(one) && scene.phrase('joins.within-pair').test(one);
  return isPair(joint) && isPair(joints[0] ?? '') && (joints.length === 1 || isPaired(scene, joints));
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
