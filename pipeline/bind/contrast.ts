import { headOf, measureOver } from './measure-over.js';
import { saysBothArms } from './names.js';
import { contradicts, setAgainst } from './opposed-values.js';
import type { Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import type { Scene } from './scene.js';
import { groupOf } from './subject-group.js';
import { listsUnknown } from './unknown-list.js';
import type { Value } from './values.js';
import type { What } from './what.js';
import { armBefore, isComparator, pairBefore } from './who.js';

/** `PFS为a比b`: two values that are set against each other, of two arms, or of two groups of patients. */
export function contrast({ scene, names, cast, outcome }: Reading, run: Run, found: What | undefined): Placed[] {
  const [a, b] = run.values as [Value, Value];
  const what = measureOver(scene, names, a, found) ?? found;
  const clause = scene.clauseStart(a.span.start);
  const told =
    setAgainst(scene, names, cast, run) ??
    pairBefore(scene, names, cast, a.span.start, clause, outcome.lastPair(cast)) ??
    pairBefore(scene, names, cast, a.span.start, scene.start, outcome.lastPair(cast)) ??
    outcome.lastPair(cast) ??
    (cast.arms.length === 2 ? { arms: cast.arms, ruleId: 'bind.contrast-order' } : undefined);
  const lead = scene.between(clause, a.span.start);
  // `发生者OS率低于未发生者(a%比b%)`: patients of all arms are set against each other.
  const named = names.arms.some(({ start, end }) => start >= clause && end <= a.span.start);
  const trait = scene.mentions.some(
    ({ kind, span }) => (kind === 'item' || kind === 'qualifier') && span.start >= clause && span.end <= a.span.start,
  );
  const compares = trait ? 'joins.traits-compared' : 'joins.patients-compared';
  const ofAll =
    cast.arms.length > 1 &&
    !named &&
    (scene.phrase(compares).test(lead) || comparesOthers({ scene, names }, clause) || listsOthers(scene, clause, a));
  if (ofAll) return run.values.map((value): Placed => [{ what, ruleId: 'bind.contrast' }, value]);
  const pair = told && named && contradicts(scene, lead, run) ? { ...told, arms: [...told.arms].reverse() } : told;
  if (pair && pair.arms.length === 2) outcome.rememberPair(pair);
  const only = cast.arms.length === 1 ? armBefore(scene, names, cast, a.span.start) : undefined;
  // Groups of patients may be set against each other in the one arm; else the second value is of one that is not named.
  const groups =
    scene.phrase('joins.groups-compared').test(lead) ||
    names.groups.flatMap(({ members }) => members).length > 1 ||
    comparesOthers({ scene, names }, clause) ||
    /(?<!P ?)[<>\u2264\u2265]\d/iu.test(scene.between(scene.start, clause));
  const group = headOf(scene, a) ?? groupOf(scene, names, a);
  const arms = run.turned ? [pair?.arms[1], pair?.arms[0]] : (pair?.arms ?? []);
  const open = pair || groups ? [] : unnamedArms({ scene, names, cast }, clause, run);
  return [a, b].map((value, i): Placed => {
    const arm = arms[i];
    const who = arm && pair ? { arms: [arm], ruleId: pair.ruleId } : only;
    if (open.includes(i)) return [{ what: undefined, ruleId: 'bind.comparator-unnamed' }, value];
    return [{ what, who, group, ruleId: 'bind.contrast' }, value];
  });
}

/** `穿刺和手术标本的阳性率为a比b`: whether what is set against each other is neither the arms nor known; a bracket may say more: `(B型:a比b)`. */
function listsOthers(scene: Scene, clause: number, { span }: Value): boolean {
  const isNamed = scene.between(scene.openBracket(span.start) + 1, span.start) !== '';
  if (scene.openBracket(span.start) > clause && isNamed) return false;
  return !saysBothArms(scene, clause, span.start) && listsUnknown(scene, clause, span.start);
}

/** `老年与年轻患者相比,OS(a比b)和PFS(c比d)均差`: whether a clause of the sentence before sets others than the arms against each other. */
function comparesOthers({ scene, names }: Pick<Reading, 'scene' | 'names'>, clause: number): boolean {
  const others = scene.phrase('joins.other-patients');
  for (let end = clause; end > scene.start; ) {
    const from = scene.clauseStart(end - 1);
    if (from >= end || names.arms.some((arm) => arm.end > from && arm.start < end)) return false;
    if (others.test(scene.between(from, end))) return true;
    end = from;
  }
  return false;
}

/** Which of two values that are set against each other are of an arm that nothing names, by their places. */
function unnamedArms(
  { scene, names, cast }: Pick<Reading, 'scene' | 'names' | 'cast'>,
  clause: number,
  { values: [first], turned }: Run,
): number[] {
  if (cast.arms.length === 0) return [0, 1];
  if (cast.arms.length > 1) return [];
  const told = names.arms.filter(({ start, end }) => start >= clause && end <= (first as Value).span.start);
  // `新疗法较甲药组延长了OS(a对b)`: the only arm is what another one is compared with.
  const second = told.length > 0 && told.every(({ members }) => members.every((one) => isComparator(scene, one)));
  return [(turned ?? false) === second ? 1 : 0];
}
