import type { Claim, Mention } from '../model/index.js';
import { countOf } from './counted-nouns.js';
import { isGroupSize } from './patients.js';
import type { Reading } from './place.js';
import { clauseStart, isQuantity, type Scene } from './scene.js';

/** The group of patients that a size is of: named right before it or its bracket, else the cohort named last. */
export function groupOfSize(scene: Scene, mention: Mention): Mention | undefined {
  const { start } = mention.span;
  const told = scene.nearestBefore(start);
  const isOfTold =
    told &&
    (isNextTo(told, mention) ||
      isGroupSize(scene, told, { family: 'count', span: mention.span }) ||
      isDivided(scene, told, mention));
  const isCohort = ({ facts, span }: Mention) =>
    facts.cohort !== undefined && scene.clauseStart(start) - 60 < span.start;
  return (
    (isOfTold ? told : (groupBefore(scene, mention) ?? groupInBracket(scene, mention))) ??
    scene.nearestBefore(start, isCohort)
  );
}

/** `共n例,其中早期患者m例`, `滑膜肉瘤m例`, `骨髓(n=m)`: the name, or the disease, of a part of the patients who were counted before. */
export function namedPart({ scene, outcome, cast }: Reading, mention: Mention): string | undefined {
  const ofAll = ({ kind, arm, subgroup }: Claim) => kind === 'n' && !subgroup && (!arm || cast.arms.length === 1);
  const whole = outcome.bindings.find(ofAll);
  if (!whole || (whole.quantity.value ?? 0) <= (countOf(mention) ?? 0)) return undefined;
  const { span } = mention;
  const lead = scene.between(clauseStart(scene.text, span.start, scene.start, ',;:\u3001'), span.start).trimEnd();
  const end = scene.text[span.start - 1] === ' ' ? span.start - 1 : span.start;
  const named = scene.phrase('sizes.named-group').exec(lead) ?? scene.phrase('sizes.bracketed').exec(lead);
  return named?.groups?.name ?? diseaseNamed(scene, end, lead);
}

/** `包括甲病和乙病各n例`: the diseases of which as many patients had each. */
export function diseasesOfEach(scene: Scene, { span }: Mention): string[] {
  const each = scene.phrase('sizes.each').exec(scene.between(Math.max(scene.start, span.start - 3), span.start));
  if (!each) return [];
  const found: string[] = [];
  let at = span.start - each[0].length;
  for (const { kind, span: named, text } of scene.before(at)) {
    const joint = scene.between(named.end, at).trim();
    if (kind === 'cue' && named.end === at) continue;
    if (kind !== 'population' || !(joint === '' || scene.phrase('joins.enumerates-only').test(joint))) break;
    found.unshift(text);
    at = named.start;
  }
  return found.length > 1 ? found : [];
}

/** `其中去分化脂肪肉瘤m例`: the disease right before a count, with the words before it that say which one it is. */
function diseaseNamed(scene: Scene, at: number, lead: string): string | undefined {
  const disease = scene.nearestBefore(at);
  if (disease?.kind !== 'population' || disease.span.end !== at) return undefined;
  const whole = scene.phrase('sizes.named-disease').exec(lead)?.groups?.name;
  return whole?.endsWith(disease.text) ? whole : disease.text;
}

/** `(中危组83例、高危组69例)`: a group of patients right before its size. */
function isNextTo({ kind, span }: Mention, size: Mention): boolean {
  return kind === 'subgroup' && span.end === size.span.start;
}

/** `高NLR组(NLR>2.3)有60例`: the group whose limit stands in a bracket between it and its size. */
function groupBefore(scene: Scene, { span }: Mention): Mention | undefined {
  const group = scene.nearestBefore(span.start, ({ kind }) => kind === 'subgroup');
  return group && scene.phrase('sizes.behind-group').test(scene.between(group.span.end, span.start))
    ? group
    : undefined;
}

/** `分为高危组19例,低危组28例`: the groups that patients are divided into, each with its size. */
function isDivided(scene: Scene, { kind, span }: Mention, mention: Mention): boolean {
  if (kind !== 'subgroup' || !/^[(]?$/u.test(scene.between(span.end, mention.span.start))) return false;
  return scene.phrase('sizes.allots').test(scene.between(scene.partAround(span.start).start, span.start));
}

/** `上段癌组(部位为…,n=19)`: the introduced group that the bracket with its size stands behind. */
function groupInBracket(scene: Scene, mention: Mention): Mention | undefined {
  const isSize = isQuantity(mention, 'size') || scene.text[mention.span.end] === ')';
  const open = isSize ? scene.openBracket(mention.span.start) : -1;
  const group = scene.nearestBefore(open);
  return open >= 0 && group?.span.end === open && group.kind === 'subgroup' ? group : undefined;
}
