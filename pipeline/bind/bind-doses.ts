import type { Claim, Mention, Quantity, StudyArm } from '../model/index.js';
import { armsFor, armsOfDose } from './arms-of-dose.js';
import { dosedDrug, isRadiation, radiation } from './dosed-drug.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import type { Cast } from './who.js';

/** Binds doses to their drugs and arms, and the lengths of cycles to their arms. */
export function bindDoses({ scene, names, cast, outcome }: Reading): void {
  for (const mention of scene.mentions) {
    if (isQuantity(mention, 'dose')) bindDose(scene, names, cast, outcome, mention);
    else if (mention.facts.doseRule !== undefined) bindDoseOfArm(cast, outcome, mention);
    else if (isQuantity(mention, 'cycle-length')) {
      outcome.bindings.push(
        ...armsFor(scene, names, cast, mention).map((arm) => cycleRow(outcome, mention, arm, 'cycle-length')),
      );
    } else if (isQuantity(mention, 'cycles') && isCourse(scene, mention)) {
      outcome.bindings.push(
        ...armsOfCourse(scene, names, cast, mention).map((arm) => cycleRow(outcome, mention, arm, 'cycles')),
      );
    } else if (
      isQuantity(mention, 'cycles') &&
      scene.phrase('doses.first-cycles').test(scene.between(mention.span.start - 2, mention.span.start))
    ) {
      outcome.bindings.push(
        ...armsFor(scene, names, cast, mention).map((arm) => cycleRow(outcome, mention, arm, 'cycles')),
      );
    }
  }
}

/** The arm of the regimen that the number of cycles stands before, else that of the sentence. */
function armsOfCourse(scene: Scene, names: Names, cast: Cast, mention: Mention): (StudyArm | undefined)[] {
  const next = scene.nearestAfter(mention.span.end);
  const place = next && next.span.start === mention.span.end ? cast.list.find(next) : undefined;
  return place === undefined ? armsFor(scene, names, cast, mention) : [cast.arms[place]];
}

/** More cycles than one patient is given. */
const mostCycles = 40;

/** `4个周期VPd诱导`, `VRD(…)治疗6个周期后行ASCT`: how long the regimen is given. */
function isCourse(scene: Scene, mention: Mention): boolean {
  // `全组共化疗38周期`, `共完成186周期`: all that the patients got together.
  const clause = scene.between(scene.clauseStart(mention.span.start), mention.span.start);
  if (scene.phrase('doses.of-all').test(clause) || (mention.quantity?.value ?? 0) > mostCycles) return false;
  const next = scene.nearestAfter(mention.span.end);
  const tail = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 12));
  const lead = scene.between(Math.max(scene.start, mention.span.start - 4), mention.span.start);
  const isGiven = scene.phrase('doses.given-cycles').test(lead);
  if (next && isKind(next, 'regimen') && next.span.start === mention.span.end) {
    // `A组采用4个周期XY方案`
    return (
      isGiven ||
      scene.phrase('doses.induction').test(scene.between(next.span.end, Math.min(scene.end, next.span.end + 4)))
    );
  }
  // `给予4个周期甲药`: what they are cycles of stands right behind.
  const treats = next && (isKind(next, 'regimen', 'drug') || next.name === 'chemotherapy');
  const joint = scene.between(mention.span.end, next?.span.start ?? mention.span.end);
  if (treats && isGiven && scene.phrase('doses.cycles-of').test(joint)) return true;
  // `治疗2~3个周期`: how long a plan lasts, and not the time of what is told behind it.
  if (mention.quantity?.high !== undefined && scene.phrase('doses.planned').test(`${lead}|${tail}`)) return true;
  return scene.phrase('doses.treated-for').test(`${lead}|${tail}`);
}

function bindDose(scene: Scene, names: Names, cast: Cast, outcome: Outcome, mention: Mention): void {
  const clause = scene.between(scene.clauseStart(mention.span.start), mention.span.start);
  // `推荐的甲药剂量为20mg`: what patients in general are to get.
  if (scene.phrase('doses.recommended').test(clause)) {
    outcome.leave(mention.span, 'a dose that is recommended');
    return;
  }
  const drug = dosedDrug({ scene, names, cast, outcome }, mention);
  if (!drug) {
    outcome.leave(mention.span, 'a dose without a drug');
    return;
  }
  const { arms, meant } = armsOfDose({ scene, names, cast, outcome }, mention, drug);
  if (arms.length === 0 && cast.arms.length > 0 && meant.length === 0) {
    outcome.leave(mention.span, 'a dose of a drug that no arm gets', [drug.name ?? drug.text]);
    return;
  }
  const schedule = scheduleOf(scene, mention);
  for (const { quantity, span } of alternatives(scene, mention)) {
    for (const arm of [arms, meant].find(({ length }) => length > 0) ?? [undefined]) {
      outcome.bindings.push({
        kind: 'dose',
        study: outcome.study,
        quantity: { ...quantity, schedule },
        span,
        arm: arm?.id,
        drug: ownName(arm, drug),
        evidence: [{ ruleId: drug.ruleId, span: drug.span }],
        trail: [mention.ruleId, drug.ruleId, 'bind.dose'],
      });
    }
  }
}

/** `甲药80mg组`: the dose in an arm's name, where the arm is first called so. */
function bindDoseOfArm({ list, arms }: Cast, outcome: Outcome, mention: Mention): void {
  const { drugs, doseFrom, doseTo, doseRule = '' } = mention.facts;
  const arm = arms[list.find(mention) ?? -1]?.id;
  const value = mention.quantity?.value;
  if (outcome.bindings.some((told) => told.kind === 'dose' && told.arm === arm && told.quantity.value === value))
    return;
  outcome.bindings.push({
    kind: 'dose',
    study: outcome.study,
    quantity: mention.quantity as Quantity,
    span: { start: Number(doseFrom), end: Number(doseTo) },
    arm,
    drug: drugs,
    evidence: [{ ruleId: mention.ruleId, span: mention.span }],
    trail: [doseRule, mention.ruleId, 'bind.dose'],
  });
}

/**
 * `60/80mg` is two doses, `10~15mg` one with a range; `20/27mg/m2` steps up from the first and is told by it.
 */
function alternatives(scene: Scene, mention: Mention): { quantity: Quantity; span: Mention['span'] }[] {
  const quantity = mention.quantity as Quantity;
  const { high, printed } = quantity;
  const stepped = quantity.unit?.endsWith('/m2') || !scene.phrase('doses.alternative').test(mention.text);
  if (high === undefined || stepped) return [{ quantity, span: mention.span }];
  const cut = mention.span.start + printed.length;
  const second = mention.text.slice(printed.length + 1);
  return [
    { quantity: { ...quantity, high: undefined }, span: { start: mention.span.start, end: cut } },
    {
      quantity: { ...quantity, high: undefined, value: high, printed: /^[\d.]+/u.exec(second)?.[0] ?? String(high) },
      span: { start: cut + 1, end: mention.span.end },
    },
  ];
}

/** The name under which an arm got what a dose is of: where that is any irradiation, the arm's own. */
function ownName(arm: StudyArm | undefined, drug: Mention): string | undefined {
  return drug.name === radiation ? (arm?.drugs.find(isRadiation)?.name ?? 'radiotherapy') : drug.name;
}

/** What is printed behind a dose in its bracket: how often and on which days. */
function scheduleOf(scene: Scene, mention: Mention): string | undefined {
  const next = scene.nearestAfter(mention.span.end, (other) => isKind(other, 'drug', 'arm', 'regimen'));
  const until = Math.min(scene.end, next?.span.start ?? scene.end, mention.span.end + 60);
  const behind = scene.between(mention.span.end, until);
  const printed = /^[(,\u3001]?([^()\u3002;]+?)(?=[)\u3002;]|$)/u.exec(behind)?.[1];
  if (!printed) return undefined;
  // What stands behind the last part that speaks of a schedule is the next clause.
  const parts = printed.split(',');
  const last = parts.findLastIndex((part) => scene.phrase('doses.schedule').test(part));
  const schedule = parts.slice(0, last + 1).join(',');
  const bare = schedule.replace(/^[,\u3001]/u, '').replace(scene.phrase('doses.joined-next'), '');
  return bare === '' ? undefined : bare;
}

function cycleRow(outcome: Outcome, mention: Mention, arm: StudyArm | undefined, item: string): Claim {
  return {
    kind: 'cycle',
    study: outcome.study,
    quantity: mention.quantity as Quantity,
    span: mention.span,
    arm: arm?.id,
    item,
    trail: [mention.ruleId, 'bind.cycle'],
  };
}
