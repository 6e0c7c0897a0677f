import type { Mention } from '../model/index.js';
import type { Names } from './names.js';
import { isCue, isKind, type Scene } from './scene.js';
import type { Value } from './values.js';

/** Whether a name heads what stands behind it: a number of its own, or patients (`复发的患者`). */
export function headsWhatFollows(scene: Scene, mention: Mention): boolean {
  const next = scene.nearestAfter(mention.span.end);
  const tail = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 8));
  if (scene.phrase('attaching.heads-patients').test(tail) || describesPatients(scene, mention)) return true;
  if (isTrait(scene, mention)) return true;
  if (next?.kind !== 'quantity' || next.quantity?.kind === 'p-value') return false;
  const between = scene.between(mention.span.end, next.span.start);
  return between.length <= 4 && scene.phrase('attaching.left').test(between) && !/[\u3001(]/u.test(between);
}

/** `n例伴有肾功能损害的复发患者`, `n例Ⅲ期残余灶>1cm的患者`: one of several words on who the counted patients are. */
function isTrait(scene: Scene, mention: Mention): boolean {
  const patients = scene
    .after(mention.span.end, scene.clauseEnd(mention.span.end))
    .find((other) => isKind(other, 'population', 'qualifier') || isCue(other, 'patients'));
  if (!patients || !scene.phrase('attaching.trait-of').test(scene.between(mention.span.end, patients.span.start)))
    return false;
  return patients.kind !== 'qualifier' || scene.phrase('attaching.ends-in-patients').test(patients.text);
}

/** `BRCA突变的乳腺癌受试者`, `复发淋巴瘤`: the name belongs to the disease or the patients behind it. */
export function describesPatients(scene: Scene, mention: Mention): boolean {
  const behind = scene.after(mention.span.end);
  const named = Math.max(
    0,
    behind.findIndex(({ kind }) => kind !== 'qualifier'),
  );
  const [next, then] = behind.slice(named);
  if (!next) return false;
  const gap = behind
    .slice(0, named)
    .reduce((text, inner) => text.replace(inner.text, ''), scene.between(mention.span.end, next.span.start));
  const belongs = (text: string) => scene.phrase('joins.of').test(text);
  if (isKind(next, 'population')) return gap === '' || (belongs(gap) && isCue(then, 'patients'));
  return belongs(gap) && isCue(next, 'patients');
}

/**
 * Whether a characteristic says which patients are counted, and not what of them: it stands before 的 and the count,
 * or in a bracket that takes a value of all patients apart (`ORR为a%(del(17p)为b%)`).
 */
export function qualifies(scene: Scene, mention: Mention, value: Value): boolean {
  if (
    value.family === 'count' &&
    scene.phrase('attaching.qualifies').test(scene.between(mention.span.end, value.span.start)) &&
    !befellThose(scene, mention, value) &&
    !isHad(scene, mention, value)
  )
    return true;
  if (value.family === 'count' && (isEnrolled(scene, mention, value) || tellsDisease(scene, mention, value)))
    return true;
  if (isRanked(scene, mention, value)) return true;
  const open = scene.openBracket(value.span.start);
  if (open < 0 || mention.span.start < open) return false;
  // `不良反应率为a%(皮疹b%,腹泻c%)`: an event takes none of the patients of another event apart; it is one of these.
  const told = scene.mentions.findLast((other) => other.span.end <= open && isKind(other, 'event', 'measure'));
  if (isKind(mention, 'event') && isKind(told, 'event')) return false;
  return scene.mentions.some(({ span, quantity }) => quantity?.unit === '%' && span.end === open);
}

/** `出现皮疹者7例`: how many it befell, and no group that something else is told of. */
function befellThose(scene: Scene, { kind, span }: Mention, value: Value): boolean {
  const { start, end } = value.span;
  const lead = scene.between(scene.clauseStart(span.start), span.start);
  const tail = scene.between(end, Math.min(scene.end, end + 1));
  const around = `${lead}|${scene.between(span.end, start)}|${tail}`;
  return kind === 'event' && scene.phrase('attaching.befell-those').test(around);
}

/** `ECOG评分0~1分者33例、2分者17例`: how many have a feature, where nothing is told of them. */
function isHad(scene: Scene, { kind, span }: Mention, value: Value): boolean {
  const { start, end } = value.span;
  const around = `${scene.between(span.end, start)}|${scene.between(end, Math.min(scene.end, end + 1))}`;
  if (kind !== 'item' || !scene.phrase('attaching.so-many-have').test(around)) return false;
  return !scene.after(end).some((other) => isKind(other, 'measure'));
}

/** `Ⅲ期肺癌患者n例`: the stage tells which patients with a disease are counted, and is not counted itself. */
function tellsDisease(scene: Scene, mention: Mention, { span }: Value): boolean {
  const inner = scene.after(mention.span.end, span.start);
  const [disease] = inner;
  return (
    disease?.kind === 'population' &&
    disease.span.start - mention.span.end <= 1 &&
    scene.phrase('attaching.ends-in-patients').test(scene.between(mention.span.start, span.start))
  );
}

/** `CR率为a%;突变者次之(b%比c%)`: a trait that says whose rate comes next. */
export function isRanked(scene: Scene, mention: Mention, { span }: Value): boolean {
  const between = scene.between(mention.span.end, span.start);
  // An event is a trait only where the words say that it tells patients apart: `贫血者最低`, not `贫血更低`.
  if (isKind(mention, 'event') && !scene.phrase('attaching.of-those').test(between)) return false;
  return scene.phrase('attaching.ranked').test(between);
}

/** `入组BRCA突变患者n例`: those who were enrolled, by what they have in common. */
function isEnrolled(scene: Scene, mention: Mention, { span }: Value): boolean {
  const before = scene.nearestBefore(mention.span.start);
  const isNext = isCue(before, 'enrol') && mention.span.start - (before?.span.end ?? 0) <= 4;
  return isNext && scene.phrase('attaching.ends-in-patients').test(scene.between(mention.span.start, span.start));
}

/** `Ⅰ期(n例)、Ⅱ期(m例)患者的OS分别为`: in a sentence on outcomes the counts in brackets are sizes of its groups. */
export function isGroupSize(scene: Scene, group: Mention, { family, span }: Pick<Value, 'family' | 'span'>): boolean {
  if (family !== 'count' || !isKind(group, 'item', 'qualifier')) return false;
  const isBracket = scene.phrase('attaching.group-bracket').test(scene.between(group.span.end, span.start));
  if (!isBracket || scene.text[span.end] !== ')') return false;
  return scene.after(span.end).some((other) => isKind(other, 'measure') && other.facts.reads !== 'count');
}

export function isResponse(mention: Mention): boolean {
  return isKind(mention, 'measure') && mention.facts.reads === 'rate';
}

/** Depths of response that patients are told apart by; an overall rate tells nobody apart. */
const levels = /^(?:[\u2265>]?(?:s?CR|nCR|VGPR|PR|MR|SD|PD)|MRD-negative|MRD-positive)$/u;

/** `≥VGPR的患者OS为a%,而PR为b%`: a response names a group of patients, and so does the next one beside it. */
export function namesGroup(scene: Scene, names: Names, mention: Mention): boolean {
  const isGroup = (other: Mention) =>
    isResponse(other) &&
    scene.phrase('attaching.group').test(scene.between(other.span.end, Math.min(scene.end, other.span.end + 6)));
  if (isGroup(mention)) return true;
  if (!levels.test(mention.name ?? '')) return false;
  // The next one begins its clause; a measure with a time or a group of its own is told of whom it may be.
  if (mention.span.start - scene.clauseStart(mention.span.start) > 2) return false;
  return names.whats.some(({ members }) =>
    members.some((other) => other.span.end < mention.span.start && levels.test(other.name ?? '') && isGroup(other)),
  );
}
