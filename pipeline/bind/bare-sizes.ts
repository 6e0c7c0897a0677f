import type { Claim, Mention, StudyArm } from '../model/index.js';
import { armOf } from './names.js';
import type { Reading } from './place.js';
import { isQuantity } from './scene.js';

/** A number without a unit, with the arm right before it. */
interface BareSize {
  readonly mention: Mention;
  readonly arm: StudyArm;
}

/**
 * `131例患者(甲组64,乙组67)`: numbers without a unit behind all arms of a study are their sizes where they add up to the
 * patients counted before them.
 */
export function bareSizes(reading: Reading): Claim[] {
  const { scene, cast, outcome } = reading;
  const sizes = sizesOf(reading);
  const [first] = sizes;
  if (!first || cast.arms.length < 2 || new Set(sizes.map(({ arm }) => arm)).size !== cast.arms.length) return [];
  if (sizes.length !== cast.arms.length) return [];
  const sum = sizes.reduce((total, { mention }) => total + (mention.quantity?.value ?? 0), 0);
  const whole = scene
    .before(first.mention.span.start)
    .some((other) => isQuantity(other, 'count', 'size') && other.quantity?.value === sum);
  if (!whole) return [];
  return sizes.map(({ mention, arm }) => ({
    kind: 'n',
    study: outcome.study,
    quantity: { ...mention.quantity, kind: 'count', printed: mention.text, unit: 'patients' },
    span: mention.span,
    arm: arm.id,
    trail: [mention.ruleId, 'bind.size-by-sum'],
  }));
}

function sizesOf({ scene, names, cast }: Reading): BareSize[] {
  return scene.mentions.flatMap((mention) => {
    const isBare = isQuantity(mention, 'number') && /^\d+$/u.test(mention.text);
    if (!isBare || !/[,;\u3001)]/u.test(scene.text[mention.span.end] ?? '')) return [];
    const list = names.arms.findLast(({ end }) => end <= mention.span.start);
    const name = list && scene.between(list.end, mention.span.start) === '' ? list.members.at(-1) : undefined;
    const arm = name && armOf(name, cast.list, cast.arms);
    return arm ? [{ mention, arm }] : [];
  });
}
