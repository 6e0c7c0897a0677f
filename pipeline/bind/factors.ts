import type { Mention } from '../model/index.js';
import { holds, type Span } from '../text/index.js';
import type { Coordination } from './coordination.js';
import { type Names, saysBothArms } from './names.js';
import type { Reading } from './place.js';
import { isKind, type Scene } from './scene.js';
import { stretchAround } from './stretch.js';
import type { What } from './what.js';

/** Whether a passage tells what an outcome depends on: `多因素分析显示`, `是影响OS的危险因素`. */
export function tellsFactors(scene: Scene): boolean {
  return scene.phrase('attaching.factors').test(scene.between(scene.start, scene.end));
}

/** Whether a passage tells what the prognosis depends on, whatever it is measured by. */
export function tellsPrognosis(scene: Scene): boolean {
  return scene.phrase('attaching.prognosis').test(scene.between(scene.start, scene.end));
}

/**
 * `LDH升高是影响OS的危险因素(HR=2.4)`: what a factor does sets no arms against each other, unless its part of the sentence
 * names one, or the treatment as the factor.
 */
export function isOfFactor(scene: Scene, names: Names, at: number): boolean {
  const part = scene.partAround(at);
  const { start: from, end: until } = part;
  if (!scene.phrase('attaching.is-factor').test(scene.between(scene.start, scene.end))) return false;
  if (saysBothArms(scene, from, until)) return false;
  if (scene.phrase('attaching.treatment-as-factor').test(scene.between(from, until))) return false;
  return !names.arms.some((list) => holds(part, list));
}

/**
 * What the factors of a passage are factors of: the one measure that it names, else the one that the passage before
 * was about. The factors themselves are no outcome; undefined leaves the number open.
 */
export function outcomeOfFactors(
  { scene, names, outcome }: Pick<Reading, 'scene' | 'names' | 'outcome'>,
  at: number,
): What | undefined {
  // `KPS评分(P=0.01)`: what has a test of its own is a factor itself.
  const isMeasure = (mention: Mention) =>
    isKind(mention, 'measure') && (isAffected(scene, mention) || !isTestedAlone(scene, mention));
  const here = distinct(names.whats.flatMap(({ members }) => members).filter(isMeasure));
  const affectedIn = (part: Span<'text'>) =>
    names.whats.flatMap((list) => {
      const [first] = list.members;
      if (!first || !holds(part, list)) return [];
      if (isFactorOf(scene, list)) return list.members;
      return isAffected(scene, first) ? distinct(list.members.filter(isMeasure)) : [];
    });
  // `ORR为60%。…是独立预后因素`: what was told last is no prognosis unless it is survival.
  const fits = ({ name }: Mention) => !tellsPrognosis(scene) || isSurvival(name);
  // `甲(HR=2)是影响OS的因素;乙(HR=3)是影响PFS的因素`: a semicolon parts what depends on which.
  const beside = affectedIn(scene.partAround(at));
  const affected = beside.length > 0 ? beside : affectedIn(scene);
  // `复发间隔是影响生存的因素`: beside the prognosis that is affected a measure is a factor.
  const prognosis = affected.length === 0 ? prognosisOf(scene, outcome) : undefined;
  // `分期与复发有关;分期是预后的独立因素(HR=3)`: which survival the prognosis is, nothing says.
  if (prognosis && prognosis.name === undefined) return undefined;
  const told = affected.length > 0 ? affected : prognosis ? [prognosis] : here;
  const measures = told.length > 0 ? told : outcome.lastWhats.filter((mention) => isMeasure(mention) && fits(mention));
  const [mention] = measures;
  if (!mention || measures.length > 1) return undefined;
  const ruleId = affected.length > 0 ? 'bind.affected' : 'bind.related';
  return { mention, list: { members: [mention], ...mention.span }, ruleId };
}

function isTestedAlone(scene: Scene, { span }: Mention): boolean {
  return scene.phrase('attaching.tested-alone').test(scene.between(span.end, span.end + 6));
}

/** What the prognosis of patients may be measured by, beside their survival. */
const survivals: ReadonlySet<string> = new Set(['PFS', 'DFS', 'RFS', 'EFS', 'LFS', 'DMFS', 'CSS']);

/** Whether a measure is the survival of patients, without an event or at all: what a prognosis may be. */
export function isSurvival(measure: string | undefined): boolean {
  return measure !== undefined && (measure === 'OS' || survivals.has(measure));
}

/** `影响患者预后的因素`: survival, if the study has told it, else the one survival that it has told, or that it names at all. */
function prognosisOf(scene: Scene, outcome: Reading['outcome']): Mention | undefined {
  const match = scene.phrase('attaching.prognosis').exec(scene.between(scene.start, scene.end));
  if (!match) return undefined;
  const told = new Set(outcome.bindings.flatMap(({ measure }) => measure ?? []));
  const known = [...told].some(isSurvival) ? told : outcome.named;
  const others = [...known].filter((measure) => survivals.has(measure));
  const name = known.has('OS') ? 'OS' : others.length === 1 ? others[0] : undefined;
  const start = scene.start + match.index;
  const span = { start, end: start + match[0].length };
  // `是PFS的独立预后因素`: the words themselves say which outcome it is.
  if (scene.mentions.some((mention) => isKind(mention, 'measure') && holds(span, mention.span))) return undefined;
  return { kind: 'measure', span, ruleId: 'bind.prognosis', text: match[0], name, facts: { reads: 'both' } };
}

/** `X是影响OS的因素(HR=2.1)`: the outcome that the effect's own clause says a factor affects. */
export function affectedBefore({ scene, names }: Reading, at: number): What | undefined {
  const clause = scene.clauseStart(at);
  const list = names.whats.filter(({ start, end }) => start >= clause && end <= at).at(-1);
  const mention = list?.members.at(-1);
  return list && mention && (isAffected(scene, mention) || isFactorOf(scene, list))
    ? { mention, list, ruleId: 'bind.affected' }
    : undefined;
}

/** `甲(HR=2.1)是影响OS的因素`: the outcome that the effect's own part of the sentence says behind it that a factor affects. */
export function affectedBehind({ scene, names }: Reading, at: number): What | undefined {
  if (!tellsFactors(scene)) return undefined;
  const next = names.whats.find(({ start, members }) => start >= at && members.some((one) => isAffected(scene, one)));
  const mention = next?.members.at(-1);
  if (!next || !mention || next.end > scene.partAround(at).end || next.members.length > 1) return undefined;
  return isKind(mention, 'measure') ? { mention, list: next, ruleId: 'bind.affected' } : undefined;
}

/** Whether a sign parts the p values of a list, or such lists. */
export function isListJoint(joint: string): boolean {
  return /^[\u3001;]$/u.test(joint);
}

/** `影响OS和PFS的因素(P=0.01、0.02;P=0.03、0.04)`: as many lists of p values as outcomes, one each in their order. */
export function ofItsList(
  scene: Scene,
  tests: readonly Mention[],
  i: number,
  whats: readonly Mention[],
): readonly Mention[] {
  if (whats.length < 2 || !tellsFactors(scene)) return whats;
  const joints = tests.map((test, j) => scene.between(tests[j - 1]?.span.end ?? test.span.start, test.span.start));
  const { first, last } = stretchAround(i, (place) => isListJoint(joints[place] ?? ''));
  const listsBefore = (to: number) => joints.slice(first + 1, to + 1).filter((joint) => joint === ';').length;
  const place = listsBefore(i);
  return listsBefore(last) + 1 === whats.length ? whats.slice(place, place + 1) : whats;
}

/** `影响患者OS的独立预后因素`: the outcome among the measures that a passage on factors names. */
function isAffected(scene: Scene, { span }: Mention): boolean {
  return scene
    .phrase('attaching.affected')
    .test(`${scene.between(Math.max(scene.start, span.start - 16), span.start)}|`);
}

/** `是发生放射性肺炎的独立危险因素`: whether the words behind an event say that something is a factor of it. */
function isFactorOf(scene: Scene, { members, end }: Coordination): boolean {
  const behind = scene.between(end, Math.min(scene.end, end + 20));
  return isKind(members[0], 'event') && scene.phrase('attaching.factor-of').test(behind);
}

function distinct(mentions: readonly Mention[]): Mention[] {
  return [...new Map(mentions.map((mention) => [mention.name, mention])).values()];
}
