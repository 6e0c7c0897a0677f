import { type Mention, type StudyArm, treatmentKinds } from '../model/index.js';
import { isRadiation, radiation } from './dosed-drug.js';
import type { Names } from './names.js';
import type { Reading } from './place.js';
import { isCue, isKind, type Scene } from './scene.js';
import { armBefore, type Cast } from './who.js';

/** The arms that a dose of a drug was given to, and those that can be meant where none is known to have got the drug. */
export interface DosedArms {
  readonly arms: readonly (StudyArm | undefined)[];
  readonly meant: readonly StudyArm[];
}

/** Whose a dose is: of the group that its words name, else of the arms that are known to have got the drug. */
export function armsOfDose({ scene, names, cast }: Reading, mention: Mention, drug: Mention): DosedArms {
  const whole = groupBehind(scene, cast, mention) ?? armOfWhole(scene, cast, mention);
  const subject = whole ?? armOfGroup(scene, cast, mention, drug);
  const told = subject ? [subject] : armsFor(scene, names, cast, mention);
  const ofTreatment = isOfTreatment(scene, mention);
  const given = ofTreatment ? [] : told.filter((arm) => !arm || arm === whole || has(arm, drug));
  const called = cast.arms.filter(
    (arm) => (has(arm, drug) || arm.drugs.length === 0) && isCalledBy(scene, arm, mention),
  );
  const havers = cast.arms.filter((arm) => has(arm, drug));
  const group = ofTreatment ? undefined : groupNamed(scene, cast, mention, havers);
  const arms = [called.length === 1 ? called : given, group ? [group] : havers].find(({ length }) => length > 0) ?? [];
  // What no arm is known to get may be told of another study; only an arm of unknown drugs can be meant.
  const open = cast.arms.filter(({ drugs }) => drugs.length === 0).slice(0, 1);
  // `全脑放疗剂量均为60Gy`: what tells no arms apart is of all of them, unless its clause names one.
  const own = ofTreatment ? undefined : armBefore(scene, names, cast, mention.span.start)?.arms;
  const meant = isKind(drug, 'procedure') ? (own ?? cast.arms) : open;
  return { arms, meant };
}

/** The arms that a number holds for by the words before it, else all of them; none is known where the list holds nothing. */
export function armsFor(scene: Scene, names: Names, cast: Cast, mention: Mention): (StudyArm | undefined)[] {
  const told = armBefore(scene, names, cast, mention.span.start)?.arms;
  return [...(told ?? (cast.arms.length > 0 ? cast.arms : [undefined]))];
}

/** `甲药(400mg/d与800mg/d)…800mg组`: whether an arm has its name from this dose. */
function isCalledBy(scene: Scene, { label }: StudyArm, { quantity }: Mention): boolean {
  const { amount, unit } = scene.phrase('joins.label-dose').exec(label)?.groups ?? {};
  return amount !== undefined && Number(amount) === quantity?.value && quantity.unit?.startsWith(unit ?? '') === true;
}

function has(arm: StudyArm | undefined, drug: Mention): boolean {
  return arm?.drugs.some((own) => own.name === drug.name || (drug.name === radiation && isRadiation(own))) ?? false;
}

/** `甲组30例。放疗剂量60Gy`: a treatment and no group is named before a dose, which all got who had the treatment. */
function isOfTreatment(scene: Scene, { span }: Mention): boolean {
  const before = scene.before(span.start);
  const named = before.find(({ kind }) => treatmentKinds.has(kind));
  const grouped = before.some(({ kind, facts }) => kind === 'arm' || facts.dosed !== undefined);
  return named !== undefined && named.facts.combination === undefined && !grouped;
}

/** `三组分别为甲药20mg+乙药50mg、乙药80mg和…`: the arm of the whole combination in which a dose is spelled out. */
function armOfWhole(scene: Scene, { list, arms }: Cast, { span }: Mention): StudyArm | undefined {
  const whole = scene.nearestBefore(span.start, ({ facts }) => facts.dosed !== undefined);
  const place = whole && list.find(whole);
  if (!whole || place === undefined) return undefined;
  const between = scene.between(whole.span.end, span.start);
  // `试验组(甲药20mg+乙药50mg)和对照组(乙药50mg)`: another group has come since.
  if (scene.after(whole.span.end, span.start).some(({ kind }) => kind === 'arm')) return undefined;
  return /[\u3001,;\u3002]/u.test(between) || !scene.phrase('joins.adds').test(between) ? undefined : arms[place];
}

/** `甲组给予A药+B药:A药50mg,B药80mg`, with a group that gets A alone: the arm that its sentence calls by the word for a group. */
function armOfGroup(scene: Scene, { list, arms }: Cast, { span }: Mention, drug: Mention): StudyArm | undefined {
  const isTold = (other: Mention) => isKind(other, 'arm') || isCue(other, 'both-arms', 'whole', 'respectively');
  const told = scene.before(span.start).find(isTold);
  const arm = told && isKind(told, 'arm') ? arms[list.find(told) ?? -1] : undefined;
  return arm && has(arm, drug) ? arm : undefined;
}

/** `口服甲药70mg/d治疗作为B组`: the group that those who got a dose are called behind it. */
function groupBehind(scene: Scene, { list, arms }: Cast, { span }: Mention): StudyArm | undefined {
  const behind = scene.nearestAfter(span.end, ({ kind }) => kind === 'arm');
  if (!behind || !scene.phrase('doses.group-behind').test(scene.between(span.end, behind.span.start))) return undefined;
  return arms[list.find(behind) ?? -1];
}

/**
 * `观察组…甲药30mg,乙药2g。对照组采用…`: the group that the sentence names last before a dose, whatever it is known to get by other words,
 * unless the sentence names one that is known to get the drug.
 */
function groupNamed(scene: Scene, cast: Cast, { span }: Mention, havers: readonly StudyArm[]): StudyArm | undefined {
  const from = scene.text.lastIndexOf('\u3002', span.start);
  const armAt = (other: Mention | undefined) =>
    other && isKind(other, 'arm') ? cast.arms[cast.list.find(other) ?? -1] : undefined;
  const named = scene.before(span.start).filter((other) => other.span.start > from);
  const told = named.find((other) => isKind(other, 'arm') || isCue(other, 'both-arms', 'whole', 'respectively'));
  const isOfHaver = (other: Mention) => havers.includes(cast.arms[cast.list.find(other) ?? -1] as StudyArm);
  if (named.some(isOfHaver)) return undefined;
  return armAt(told);
}
