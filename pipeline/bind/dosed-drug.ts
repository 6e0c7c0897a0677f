import type { Component, Mention } from '../model/index.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import { armBefore, type Cast } from './who.js';

/** The drug, or the radiation, that a dose is of; undefined where nothing says it. */
export function dosedDrug(reading: Reading, dose: Mention): Mention | undefined {
  const { scene, cast } = reading;
  return (
    drugOfArm(scene, cast, dose) ??
    radiationOf(scene, cast, dose) ??
    drugOf(scene, dose) ??
    onlyDrug(scene, cast, dose) ??
    drugOfFormer(reading, dose) ??
    drugBefore(reading, dose)
  );
}

/** A drug that is known though not named beside its dose; the dose is where it is read from. */
function drugAt({ span, text }: Mention, name: string, ruleId = 'bind.dose'): Mention {
  return { kind: 'drug', span, ruleId, text, name, facts: {} };
}

/** `甲药组(50mg/d)`, `甲药组(n=30,50mg/d)`: a bracket right behind an arm holds the dose of its one drug. */
function drugOfArm(scene: Scene, { arms, list }: Cast, dose: Mention): Mention | undefined {
  const [first, second] = scene.before(dose.span.start);
  const sized = isQuantity(first, 'count', 'size');
  const arm = sized ? second : first;
  if (!arm || !isKind(arm, 'arm')) return undefined;
  const between = scene.between(arm.span.end, dose.span.start);
  // `试验组(甲药,50mg/d)`: the drug that the bracket names is how the group is known.
  const isNamed = !sized && arm.facts.drugs !== undefined && /^\([^()+,;\u3001]{1,20},?$/u.test(between);
  const bare = sized ? between.replace(first?.text ?? '', '') : between;
  if (!isNamed && bare !== (sized ? '(,' : '(')) return undefined;
  const drugs = arms[list.find(arm) ?? -1]?.drugs ?? [];
  const [drug] = drugs;
  return drug && drugs.length === 1 ? drugAt(dose, drug.name, arm.ruleId) : undefined;
}

/** What the dose of radiation is of where no technique is named before it: of the one that each arm got. */
export const radiation = 'radiation';

/** A dose in gray is one of radiation, whatever drug is told of beside it: of the technique named before it, else of any. */
function radiationOf(scene: Scene, { arms }: Cast, dose: Mention): Mention | undefined {
  if (!/Gy(?:$|\/)/u.test(dose.quantity?.unit ?? '')) return undefined;
  const given = arms.flatMap(({ drugs }) => drugs).filter(isRadiation);
  const [first] = given;
  if (!first) return ofAnyRadiation(scene, dose);
  const techniqueOf = ({ kind, name, facts }: Mention) => (kind === 'procedure' ? name : facts.lead);
  const isGiven = (mention: Mention) => given.some(({ name }) => name === techniqueOf(mention));
  const named = scene.nearestBefore(dose.span.start, isGiven);
  const areAlike = given.every(({ name }) => name === first.name);
  const name = (named && techniqueOf(named)) ?? (areAlike ? first.name : radiation);
  return { ...drugAt(dose, name, named?.ruleId), kind: 'procedure' };
}

/** `全组放疗总剂量60Gy`: a dose of the irradiation that the sentence names, or of none by name, where no arm is told apart by it. */
function ofAnyRadiation(scene: Scene, dose: Mention): Mention | undefined {
  const isNamed = ({ kind, name = '', facts }: Mention) =>
    kind !== 'population' && isRadiation({ name, modality: facts.modality });
  const named = scene.nearestBefore(dose.span.start, isNamed);
  // `A组2.0Gy/次,5次/周`: nothing but radiation is given in gray; what a nuclide gave off is no dose of it.
  const isOther = ({ kind, name = '' }: Mention) => kind === 'procedure' || (kind === 'drug' && /-\d+$/u.test(name));
  if (!named && scene.nearestBefore(dose.span.start, isOther)) return undefined;
  return { ...drugAt(dose, 'radiotherapy', named?.ruleId), kind: 'procedure' };
}

/** Whether what an arm got is a kind of irradiation. */
export function isRadiation({ name, modality }: Pick<Component, 'name'> & { modality?: string | undefined }): boolean {
  return /radiotherapy|radiation|carbon-ion|proton|brachytherapy/u.test(modality ?? name);
}

/** The drug before the dose, in its clause or before its bracket; else `50mg的A药`. */
function drugOf(scene: Scene, mention: Mention): Mention | undefined {
  const behind = scene.nearestAfter(mention.span.end);
  const before = scene.nearestBefore(mention.span.start);
  if (behind && isKind(behind, 'drug')) {
    const gap = scene.between(mention.span.end, behind.span.start);
    // `口服80mg甲药`: the drug stands right behind, and none right before.
    const apart = !before || !isKind(before, 'drug') || mention.span.start - before.span.end > 1;
    const isOf = scene.phrase('joins.of').test(gap) || scene.phrase('joins.of-dosed').test(gap);
    if (isOf || (gap === '' && apart)) return behind;
  }
  if (behind && isKind(behind, 'procedure') && mention.ruleId === 'numbers.infusions') return behind;
  const unknown = scene.phrase('doses.other-drug').exec(scene.between(scene.start, mention.span.start));
  for (const other of scene.before(mention.span.start)) {
    // `甲药(20mg)、XY(30mg)`: the dose is that of letters that no rule knows.
    if (unknown && other.span.end <= scene.start + unknown.index) return undefined;
    if (isKind(other, 'drug')) return other;
    const part = other.facts.lead ?? other.facts.lastDrug;
    if (part !== undefined) return { ...other, name: part };
    if (other.facts.combination !== undefined && isKind(other, 'regimen', 'arm')) return undefined;
    if (scene.between(other.span.end, mention.span.start).length > 60) return undefined;
  }
  return undefined;
}

/** `剂量a~bmg/d`: the dose of the one drug that the study is about, where the passage names none. */
function onlyDrug(scene: Scene, { arms }: Cast, dose: Mention): Mention | undefined {
  const [drug] = arms[0]?.drugs ?? [];
  if (arms.length !== 1 || !drug || arms[0]?.drugs.length !== 1) return undefined;
  if (scene.mentions.some(({ kind }) => kind === 'drug' || kind === 'regimen')) return undefined;
  const stated = scene
    .phrase('doses.stated')
    .test(scene.between(Math.max(scene.start, dose.span.start - 24), dose.span.start));
  return stated ? drugAt(dose, drug.name) : undefined;
}

/** `前者首周10mg/d,之后30mg/d`: the dose of the one drug that the arm referred to got. */
function drugOfFormer({ scene, names, cast }: Reading, dose: Mention): Mention | undefined {
  const who = armBefore(scene, names, cast, dose.span.start);
  const [drug, another] = who?.arms[0]?.drugs ?? [];
  if (who?.ruleId !== 'bind.former-latter' || !drug || another) return undefined;
  return drugAt(dose, drug.name);
}

/** `首周8mg/d,之后12mg/d`: the next dose of the drug whose dose was told right before. */
function drugBefore({ scene, outcome }: Reading, dose: Mention): Mention | undefined {
  const earlier = outcome.bindings.at(-1);
  if (earlier?.kind !== 'dose' || !earlier.drug) return undefined;
  if (!scene.phrase('doses.then').test(scene.between(earlier.span.end, dose.span.start))) return undefined;
  return drugAt(dose, earlier.drug);
}
