import type { Mention } from '../model/index.js';
import { holds, type Span } from '../text/index.js';
import type { Coordination } from './coordination.js';
import { type Names, saysBothArms } from './names.js';
import type { Outcome } from './outcome.js';
import { ownFactorOf } from './own-factor.js';
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
  const own = affected.length === 0 ? ownFactorOf(scene, at) : undefined;
  const prognosis = affected.length === 0 && !own ? prognosisOf(scene, outcome) : undefined;
  // `分期与复发有关;分期是预后的独立因素(HR=3)`: which survival the prognosis is, nothing says.
  if (prognosis && prognosis.name === undefined) return undefined;
  const stated = own ?? prognosis;
  const told = affected.length > 0 ? affected : stated ? [stated] : here;
  const measures = told.length > 0 ? told : outcome.lastWhats.filter((mention) => isMeasure(mention) && fits(mention));
  const [mention] = measures;
  if (!mention || measures.length > 1) return undefined;
  const ruleId = affected.length > 0 ? 'bind.affected' : 'bind.related';
  return { mention, list: { members: [mention], ...mention.span }, ruleId };
}

function isTestedAlone(scene: Scene, mention: Mention): boolean {
  const { end } = mention.span;
  return scene.phrase('attaching.tested-alone').test(scene.between(end, end + 6)) || hasLevels(scene, mention);
}

/** `KPS评分(<70分vs.≥70分,P=0.01)`: whether the levels of a factor that is no survival are tested against each other right behind it. */
export function hasLevels(scene: Scene, { name, span }: Mention): boolean {
  if (isSurvival(name)) return false;
  return scene.phrase('attaching.levels-tested').test(scene.between(span.end, Math.min(scene.end, span.end + 130)));
}

/** What the prognosis of patients may be measured by, beside their survival. */
const survivals: ReadonlySet<string> = new Set(['PFS', 'DFS', 'RFS', 'EFS', 'LFS', 'DMFS', 'CSS']);

/** Whether a measure is the survival of patients, without an event or at all: what a prognosis may be. */
export function isSurvival(measure: string | undefined): boolean {
  return measure !== undefined && (measure === 'OS' || survivals.has(measure));
}

/** The survival that a prognosis is measured by: the one that the study has told, or that it names at all. */
function survivalTold(outcome: Outcome): string | undefined {
  const told = new Set(outcome.bindings.flatMap(({ measure }) => measure ?? []));
  const known = [...told].some(isSurvival) ? told : outcome.named;
  const others = [...known].filter((measure) => survivals.has(measure));
  return known.has('OS') ? 'OS' : others.length === 1 ? others[0] : undefined;
}

/** The one survival that a passage on factors names, else the one that the study has told. */
export function survivalOf({ scene, names, outcome }: Reading): Mention | undefined {
  const named = distinct(names.whats.flatMap(({ members }) => members).filter((mention) => isSurvival(mention.name)));
  const [only, another] = named;
  if (only) return another ? undefined : only;
  const name = survivalTold(outcome);
  const span = { start: scene.start, end: scene.start + 1 };
  if (name === undefined) return undefined;
  return { kind: 'measure', span, ruleId: 'bind.prognosis', text: name, name, facts: { reads: 'both' } };
}

/** `胰瘘与患者预后无相关性(P=0.2)`: the survival that a test is of which says whether the prognosis depends on something. */
export function prognosisTested({ scene, outcome }: Reading, test: Mention): readonly Mention[] | undefined {
  const { span, quantity } = test;
  const open = scene.openBracket(span.start);
  const clause = scene.clauseStart(open < 0 ? span.start : open);
  const match = scene.phrase('attaching.with-prognosis').exec(scene.between(clause, span.start));
  if (!match) return undefined;
  const start = clause + match.index;
  // `两组PFS无差异(P=0.058)…对预后可能有影响(P=0.058)`: the test that is told once more is of what it was of.
  const isAgain = (told: Outcome['bindings'][number]) =>
    told.kind === 'p' && told.quantity.printed === quantity?.printed && isSurvival(told.measure);
  const name = outcome.bindings.findLast(isAgain)?.measure ?? survivalTold(outcome);
  const words = { start, end: start + match[0].length };
  if (name === undefined || scene.mentions.some((one) => isKind(one, 'measure') && holds(words, one.span))) return [];
  return [{ kind: 'measure', span: words, ruleId: 'bind.prognosis', text: match[0], name, facts: { reads: 'both' } }];
}

/** `影响患者预后的因素`: survival, if the study has told it, else the one survival that it has told, or that it names at all. */
function prognosisOf(scene: Scene, outcome: Outcome): Mention | undefined {
  const match = scene.phrase('attaching.prognosis').exec(scene.between(scene.start, scene.end));
  if (!match) return undefined;
  const start = scene.start + match.index;
  const span = { start, end: start + match[0].length };
  const name = survivalTold(outcome);
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

/**
 * `甲(HR=a;HR=b)、乙(HR=c;HR=d)是OS和PFS的因素`: of as many parts of a factor's bracket as outcomes that the factors are of,
 * each is of one of these in their order.
 */
export function affectedInTurn({ scene, names }: Reading, at: number): What | undefined {
  const open = scene.openBracket(at);
  if (open < 0 || !tellsFactors(scene)) return undefined;
  const parts = scene.bracketParts(open);
  const until = parts.at(-1)?.end ?? open;
  // `(P=a、b;P=c、d)` is behind the factors, one p value for each of them.
  const tells = ({ start, end }: Span<'text'>) => {
    const kinds = scene.after(start, end).flatMap(({ quantity }) => quantity?.kind ?? []);
    const told = kinds.filter((kind) => kind === 'estimate' || kind === 'p-value');
    return told.length > 0 && told.length === new Set(told).size;
  };
  if (parts.length < 2 || !parts.every(tells)) return undefined;
  // `(OS:HR=a;PFS:HR=b)`: the bracket itself says what each is of.
  if (names.whats.some(({ start, end }) => start > open && end < until)) return undefined;
  const part = scene.partAround(open);
  const list = names.whats.find(
    (one) =>
      holds(part, one) &&
      one.members.length === parts.length &&
      one.members.every((mention) => isKind(mention, 'measure', 'event')) &&
      (isAffected(scene, one.members[0] as Mention) || isBeforeFactor(scene, one)),
  );
  const mention = list?.members[parts.findIndex(({ end }) => at < end)];
  return list && mention ? { mention, list, ruleId: 'bind.affected' } : undefined;
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
export function isAffected(scene: Scene, { span }: Mention): boolean {
  return scene
    .phrase('attaching.affected')
    .test(`${scene.between(Math.max(scene.start, span.start - 16), span.start)}|`);
}

/** `是发生放射性肺炎的独立危险因素`: whether the words behind an event say that something is a factor of it. */
function isFactorOf(scene: Scene, list: Coordination): boolean {
  return isKind(list.members[0], 'event') && isBeforeFactor(scene, list);
}

function isBeforeFactor(scene: Scene, { end }: Coordination): boolean {
  return scene.phrase('attaching.factor-of').test(scene.between(end, Math.min(scene.end, end + 20)));
}

function distinct(mentions: readonly Mention[]): Mention[] {
  return [...new Map(mentions.map((mention) => [mention.name, mention])).values()];
}
