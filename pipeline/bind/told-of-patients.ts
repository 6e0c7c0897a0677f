import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import { isFeature } from './counted-patients.js';
import { isSurvival } from './factors.js';
import type { Names } from './names.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';

/** Whether a trait only says which patients a number is of, and a measure named before it what the number is of. */
export function saysWhose(scene: Scene, names: Names, mention: Mention, value: Pick<Value, 'span'>): boolean {
  if (!isFeature(mention)) return false;
  const list = names.whats.find(({ members }) => members.includes(mention));
  const start = list?.start ?? mention.span.start;
  const measure = names.whats.findLast(({ end, members }) => end <= start && isKind(members[0], 'measure'));
  if (!measure) return false;
  const behind = scene.between(mention.span.end, value.span.start);
  const lead = scene.between(Math.max(scene.start, start - 6), start);
  // `OS率在低危、高危患者中分别为a%、b%`
  if (scene.phrase('attaching.among-those').test(`${scene.between(measure.end, start)}|${behind}`)) return true;
  // `OS率在Ⅰ期与Ⅱ期有差异(a%、b%)`
  if (scene.phrase('attaching.those-differ').test(behind)) return true;
  // `5年OS率分别为Ⅰ期a%,Ⅱ期b%`
  const valued = scene.phrase('attaching.traits-valued').test(scene.between(measure.end, start));
  if (valued && scene.phrase('attaching.trait-value').test(behind)) return true;
  // `缓解者OS率高于未缓解者(a%比b%)`
  if (scene.phrase('joins.comparator').test(lead) && scene.phrase('attaching.those-bracketed').test(behind))
    return true;
  // `Ⅰ期患者OS率为a%,Ⅲ期患者为b%`
  const told = scene
    .after(measure.end, start)
    .some(({ quantity }) => quantity?.unit === '%' || quantity?.unit === 'month');
  // Some names of traits end in the word for patients themselves: `>60岁者为b%`.
  const isSaid = [0, 1, 2].some((tail) =>
    scene.phrase('attaching.those-have').test(scene.between(mention.span.end - tail, value.span.start)),
  );
  return told && (isSaid || isSetApart(scene, mention, measure, behind));
}

/**
 * `鳞癌患者OS率为a%,腺癌为b%`: of patients by one trait the measure has been told, and a clause begins with another trait; `5年OS率为
 * a%,其中Ⅰ期为b%`: or the survival of all of them has, which no share of patients is.
 */
function isSetApart(scene: Scene, trait: Mention, measure: Coordination, behind: string): boolean {
  const headed = (at: number) => {
    const head = scene.after(scene.clauseStart(at)).find(({ kind }) => kind !== 'cue');
    return head && isFeature(head) && head.span.end <= at ? head : undefined;
  };
  if (headed(trait.span.end) !== trait) return false;
  if (headed(measure.start) !== undefined && scene.phrase('attaching.those-merely').test(behind)) return true;
  return isSurvival(measure.members[0]?.name) && scene.phrase('attaching.those-survive').test(behind);
}

/** The trait that says of which patients a number, or the list that it stands in, is, and not what it is of: `,腺癌为b%`, `,腺癌分别为b%、c%`. */
export function traitOf(scene: Scene, names: Names, { span }: Pick<Value, 'span'>): Mention | undefined {
  const isShare = ({ quantity }: Mention) => quantity?.kind === 'percentage';
  const trait = scene.nearestBefore(span.start, (mention) => mention.kind !== 'cue' && !isShare(mention));
  if (!trait) return undefined;
  const first = scene.nearestAfter(trait.span.end, isShare);
  const isListed = (first?.span.start ?? span.start) <= span.start;
  const isParted = /[,;\u3002]/u.test(scene.between(first?.span.end ?? span.start, span.start));
  return isListed && !isParted && saysWhose(scene, names, trait, first ?? { span }) ? trait : undefined;
}
