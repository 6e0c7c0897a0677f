import { type Mention, survivalMeasures } from '../model/index.js';
import { dimensionsOf } from './dimensions.js';
import { isOfOneArm } from './implied-lists.js';
import { nest } from './nesting.js';
import type { Place, Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';
import { armBefore } from './who.js';

/**
 * A list of numbers goes with the nearest list of as many names, or with two lists that multiply to as many; where it
 * `isOfOne` measure of a list, that list shares out lists and not numbers.
 */
export function bindList(reading: Reading, run: Run, what: What | undefined, isOfOne = false): Placed[] {
  const { scene, names, cast, outcome } = reading;
  const at = (run.values[0] as Value).span.start;
  const size = run.values.length;
  const who = armBefore(scene, names, cast, at);
  const base: Place = { what, who, ruleId: 'bind.list' };
  const dimensions = dimensionsOf(reading, run).filter(({ rank }) => !isOfOne || rank < 2);
  const matching =
    dimensions.find(({ list }) => list.length === size) ??
    (isCutOff(scene, run) ? dimensions.find(({ list, end }) => end >= 0 && list.length > size) : undefined);
  if (matching?.arms) outcome.order = matching.arms;
  // `A组ORR为a%。PFS率和OS率分别为b%和c%`: of what is listed of one arm, the sentence before may say which.
  const goesOn = matching && matching.rank !== 1 && !who && !names.groups.some(({ end }) => end <= at);
  const subject = goesOn ? outcome.subjectFor(scene, names, at) : undefined;
  const nested = matching ? undefined : nest(dimensions, run, survivalMeasures.has(what?.mention.name ?? ''));
  const behind = matching || nested ? [] : featuresBehind(scene, run);
  const shares = scene.mentions.some((mention) => isCue(mention, 'respectively') && mention.span.end <= at);
  // Groups that the sentence before told apart: the numbers are the study's, group by group.
  const unnamed =
    dimensions.every(({ end }) => end < 0) &&
    cast.arms.length !== size &&
    (outcome.own || cast.arms.length <= 1) &&
    (cast.arms.length !== 1 || outcome.cohorts.length > 0 || names.groups.length > 0) &&
    !names.arms.some(({ members, end }) => members.length === size && end <= at) &&
    shares;
  const ofOneArm = isOfOneArm(reading, at) || who?.ruleId === 'bind.arm-near';
  // `获得PR者有a%和b%`: said of one treatment twice, and of nothing that would tell the two apart.
  const alike =
    size === 2 &&
    dimensions.length === 0 &&
    names.arms.length <= 1 &&
    who?.arms.length === 1 &&
    what?.ruleId === 'bind.before' &&
    what.mention.kind === 'measure' &&
    !shares &&
    !isCompared(scene, run);
  return run.values.map((value, i): Placed => {
    if (matching) return [matching.place({ ...base, who: who ?? subject }, i), value];
    if (nested)
      return [
        nested.outer.place(
          nested.inner.place(base, i % nested.inner.list.length),
          Math.floor(i / nested.inner.list.length),
        ),
        value,
      ];
    const feature = behind[i];
    if (feature) return [{ ...base, what: feature, ruleId: 'bind.list-behind' }, value];
    if (unnamed && !endsList(scene, what))
      return [{ ...base, who: ofOneArm ? who : undefined, ruleId: 'bind.list-unnamed' }, value];
    if (alike) return [{ ...base, ruleId: 'bind.list-alike' }, value];
    return [{ ...base, what: undefined, ruleId: 'bind.list-unmatched' }, value];
  });
}

/** `1、3、5年OS率分别为80%、60%、`: whether the text ends within a list, of which it gives the first numbers. */
export function isCutOff(scene: Scene, { values }: Run): boolean {
  const end = values.at(-1)?.span.end ?? 0;
  const rest = scene.text.slice(end, end + longestTail);
  return end + longestTail > scene.text.length && scene.phrase('joins.values').test(rest.trim());
}

/** Characters that a text may have behind the number that it ends with. */
const longestTail = 4;

/** `CR、甲类反应(PR)率分别为a%、b%`: a measure that ends a list of others is not what all of the numbers are of. */
function endsList(scene: Scene, what: What | undefined): boolean {
  if (!what || what.list.members.length > 1) return false;
  const before = scene.nearestBefore(what.list.start);
  if (!before || before.kind !== what.mention.kind) return false;
  return scene.phrase('joins.listed-apart').test(scene.between(before.span.end, what.list.start));
}

/** `a%和b%(HR=c…)`: an effect behind two values says that they are of two groups. */
function isCompared(scene: Scene, run: Run): boolean {
  const end = (run.values.at(-1) as Value).span.end;
  const [next] = scene.after(end, end + 80);
  return next?.quantity?.kind === 'estimate' || next?.quantity?.kind === 'p-value';
}

/** `65%、69%和21%的患者有肾脏、心脏和肝脏受累`: the features are listed behind the numbers, in their order. */
function featuresBehind(scene: Scene, run: Run): What[] {
  const last = run.values.at(-1) as Value;
  const match = scene
    .phrase('attaching.listed-behind')
    .exec(scene.between(last.span.end, scene.clauseEnd(last.span.end)));
  const listed = match?.groups?.list?.split(scene.phrase('joins.enumerates')) ?? [];
  if (listed.length !== run.values.length) return [];
  return listed.map((text) => {
    const mention: Mention = { kind: 'item', span: last.span, ruleId: 'bind.list-behind', text, name: text, facts: {} };
    return {
      mention,
      list: { members: [mention], start: last.span.end, end: last.span.end },
      ruleId: 'bind.list-behind',
    };
  });
}
