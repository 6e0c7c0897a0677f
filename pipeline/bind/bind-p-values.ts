import type { Claim, Mention } from '../model/index.js';
import { isListJoint, ofItsList, tellsFactors } from './factors.js';
import { gradeOf } from './grade.js';
import { termOf, wholeCast } from './outcome.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import { inTurn, type Test, testedBy } from './tested.js';
import { pairBefore } from './who.js';

/** Binds the p values and heterogeneity of a passage to what they test. */
export function bindPValues(reading: Reading): void {
  const { scene, outcome } = reading;
  let floor = scene.start;
  let before: { readonly end: number; readonly whats: readonly Mention[] } | undefined;
  const tests = scene.mentions.filter((mention) => isQuantity(mention, 'p-value', 'heterogeneity'));
  tests.forEach((mention, i) => {
    const other = [tests[i - 1], tests[i + 1]].find((near) => near && isBeside(scene, near, mention));
    const heterogeneity =
      isQuantity(mention, 'heterogeneity') ||
      (other !== undefined && isQuantity(other, 'heterogeneity') && !followsEffect(scene, mention));
    const isSecond = heterogeneity && other !== undefined && other.span.start < mention.span.start;
    const found = testedBy(reading, { mention, floor: isSecond ? scene.start : floor, heterogeneity });
    // `A、B和C是影响OS的因素(P<0.001、P=0.02、0.04)`: each factor of one outcome has a p value of its own.
    const listed = found.length === 0 && before && isListJoint(scene.between(before.end, mention.span.start));
    const whats = listed && tellsFactors(scene) ? (before?.whats ?? []) : found;
    before = { end: mention.span.end, whats };
    if (whats.length === 0) outcome.leave(mention.span, 'nothing that it could test');
    for (const what of inTurn(reading, tests, i, ofItsList(scene, tests, i, whats)))
      outcome.bindings.push(rowOf(reading, { mention, floor, heterogeneity }, what));
    const isFirst =
      (heterogeneity && other !== undefined && other.span.start > mention.span.start) ||
      scene.between(mention.span.end, mention.span.end + 1) === '/';
    if (!isFirst) floor = mention.span.end;
  });
}

/** `(RR=1.3,95%CI 1.1~1.5,P<0.001,I2=35%)`: the p value is the effect's, whatever stands behind it. */
function followsEffect(scene: Scene, test: Mention): boolean {
  const before = scene.before(test.span.start)[0];
  return isQuantity(before, 'estimate', 'interval') && before !== undefined && isBeside(scene, before, test);
}

function isBeside(scene: Scene, a: Mention, b: Mention): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return /^[,;\u3001 ]{1,2}$/u.test(scene.between(first.span.end, second.span.start));
}

function rowOf(reading: Reading, { mention, floor, heterogeneity }: Test, what: Mention): Claim {
  const { scene, names, cast, outcome } = reading;
  const event = isKind(what, 'event');
  const same = outcome.bound.filter(
    ({ what: other, value }) =>
      value.span.start >= floor && value.span.end <= mention.span.start && other.name === what.name,
  );
  const told = [...new Set(same.flatMap(({ binding }) => binding.arm ?? []))];
  const named =
    told.length >= 2
      ? undefined
      : (pairBefore(scene, names, cast, mention.span.start) ?? outcome.lastPair(cast) ?? wholeCast(cast, scene));
  const pair = told.length >= 2 ? told : named?.arms.map(({ id }) => id);
  const grade = event ? (same.at(-1)?.binding.grade ?? gradeOf(scene, names, what, mention.span.start)) : undefined;
  return {
    kind: isQuantity(mention, 'heterogeneity') ? 'heterogeneity' : 'p',
    study: outcome.study,
    quantity: mention.quantity as NonNullable<Mention['quantity']>,
    span: mention.span,
    arms: heterogeneity ? undefined : pair,
    measure: isKind(what, 'measure') ? what.name : undefined,
    term: event ? termOf(what, scene.phrase('joins.event-tail')) : undefined,
    preferred: event ? what.name : undefined,
    item: isKind(what, 'item') ? what.name : undefined,
    grade,
    heterogeneity: heterogeneity || undefined,
    evidence: [{ ruleId: what.ruleId, span: what.span }],
    trail: [
      mention.ruleId,
      what.ruleId,
      ...(named && !heterogeneity ? [named.ruleId] : []),
      heterogeneity ? 'bind.heterogeneity' : 'bind.tested',
    ],
  };
}
