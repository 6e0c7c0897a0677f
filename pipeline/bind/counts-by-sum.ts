import type { Claim, Mention, StudyArm } from '../model/index.js';
import { armOf } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import { isQuantity } from './scene.js';

/** A count with the arm named right before it. */
interface ArmCount {
  readonly mention: Mention;
  readonly arm: StudyArm;
}

/**
 * `复发a例,A组b例,B组c例`: counts of all arms, one after the other, that add up to the count told before them are of
 * the same thing; the whole is then of no arm. Returns the counts that it has bound.
 */
export function bindCountsBySum(reading: Reading): Set<Mention> {
  const { outcome } = reading;
  const taken = new Set<Mention>();
  for (const whole of [...outcome.bound]) {
    const counts = isWhole(whole) ? sharesBehind(reading, whole) : [];
    const sum = counts.reduce((total, { mention }) => total + (mention.quantity?.value ?? 0), 0);
    if (counts.length === 0 || sum !== whole.value.quantity.value) continue;
    outcome.bindings[outcome.bindings.indexOf(whole.binding)] = { ...whole.binding, arm: undefined };
    for (const { mention, arm } of counts) {
      taken.add(mention);
      const told = outcome.bound.some(({ value, binding }) => value.mention === mention && binding.arm === arm.id);
      if (!told) outcome.bindings.push(shareOf(whole.binding, mention, arm));
    }
  }
  return taken;
}

function isWhole({ value, binding }: BoundValue): boolean {
  return value.family === 'count' && (binding.kind === 'count' || binding.kind === 'ae');
}

/** The counts behind the whole, each of another arm, if there is one of every arm. */
function sharesBehind({ scene, names, cast }: Reading, whole: BoundValue): ArmCount[] {
  const counts: ArmCount[] = [];
  let from = Math.max(whole.value.span.end, whole.what.span.end);
  for (const mention of scene.after(from).filter((other) => isQuantity(other, 'count'))) {
    const named = names.arms.filter(({ start, end }) => start >= from && end <= mention.span.start);
    const member = named[0]?.members[0];
    const arm = member && armOf(member, cast.list, cast.arms);
    const gap = named[0] ? scene.between(from, named[0].start) + scene.between(named[0].end, mention.span.start) : '';
    if (named.length !== 1 || !arm || !scene.phrase('sizes.shared-out').test(gap)) break;
    if (counts.some((other) => other.arm === arm)) break;
    counts.push({ mention, arm });
    from = mention.span.end;
  }
  return cast.arms.length > 1 && counts.length === cast.arms.length ? counts : [];
}

function shareOf(whole: Claim, mention: Mention, arm: StudyArm): Claim {
  return {
    ...whole,
    quantity: mention.quantity ?? whole.quantity,
    span: mention.span,
    arm: arm.id,
    trail: [mention.ruleId, ...whole.trail.slice(1), 'bind.counts-by-sum'],
  };
}
