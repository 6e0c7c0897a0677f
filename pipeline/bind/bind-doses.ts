import type { Claim, Mention, Quantity, StudyArm } from '../model/index.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import { armBefore, type Cast } from './who.js';

/** Binds doses to their drugs and arms, and the lengths of cycles to their arms. */
export function bindDoses({ scene, names, cast, outcome }: Reading): void {
  for (const mention of scene.mentions) {
    if (isQuantity(mention, 'dose')) bindDose(scene, names, cast, outcome, mention);
    else if (mention.facts.dose !== undefined) bindDoseOfArm(cast, outcome, mention);
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
  const next = scene.after(mention.span.end)[0];
  const place = next && next.span.start === mention.span.end ? cast.list.find(next) : undefined;
  return place === undefined ? armsFor(scene, names, cast, mention) : [cast.arms[place]];
}

/** `4个周期VPd诱导`, `VRD(…)治疗6个周期后行ASCT`: how long the regimen is given. */
function isCourse(scene: Scene, mention: Mention): boolean {
  const next = scene.after(mention.span.end)[0];
  const tail = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 12));
  if (next && isKind(next, 'regimen') && next.span.start === mention.span.end) {
    return scene.phrase('doses.induction').test(scene.between(next.span.end, Math.min(scene.end, next.span.end + 4)));
  }
  const lead = scene.between(Math.max(scene.start, mention.span.start - 4), mention.span.start);
  // `给予4个周期甲药`: what they are cycles of stands right behind.
  const treats = next && (isKind(next, 'regimen', 'drug') || next.name === 'chemotherapy');
  if (treats && next.span.start - mention.span.end <= 1 && scene.phrase('doses.given-cycles').test(lead)) return true;
  return scene.phrase('doses.treated-for').test(`${lead}|${tail}`);
}

function bindDose(scene: Scene, names: Names, cast: Cast, outcome: Outcome, mention: Mention): void {
  const drug =
    drugOfArm(scene, cast, mention) ??
    radiationOf(cast, mention) ??
    drugOf(scene, mention) ??
    onlyDrug(scene, cast, mention) ??
    drugOfFormer(scene, names, cast, mention) ??
    drugBefore(scene, outcome, mention);
  if (!drug) {
    outcome.leave(mention.span, 'a dose without a drug');
    return;
  }
  const given = armsFor(scene, names, cast, mention).filter((arm) => arm === undefined || has(arm, drug));
  const arms = given.length > 0 ? given : cast.arms.filter((arm) => has(arm, drug));
  // What no arm is known to get may be told of another study; only an arm of unknown drugs can be meant.
  const open = isKind(drug, 'procedure') ? cast.arms[0] : cast.arms.find(({ drugs }) => drugs.length === 0);
  if (arms.length === 0 && cast.arms.length > 0 && !open) {
    outcome.leave(mention.span, 'a dose of a drug that no arm gets', [drug.name ?? drug.text]);
    return;
  }
  const schedule = scheduleOf(scene, mention);
  for (const { quantity, span } of alternatives(scene, mention)) {
    for (const arm of arms.length > 0 ? arms : [open]) {
      outcome.bindings.push({
        kind: 'dose',
        study: outcome.study,
        quantity: { ...quantity, schedule },
        span,
        arm: arm?.id,
        drug: drug.name,
        evidence: [{ ruleId: drug.ruleId, span: drug.span }],
        trail: [mention.ruleId, drug.ruleId, 'bind.dose'],
      });
    }
  }
}

/** `甲药80mg组`: the dose in an arm's name. */
function bindDoseOfArm({ list, arms }: Cast, outcome: Outcome, mention: Mention): void {
  const { drugs, doseFrom, doseTo, doseRule = '' } = mention.facts;
  outcome.bindings.push({
    kind: 'dose',
    study: outcome.study,
    quantity: mention.quantity as Quantity,
    span: { start: Number(doseFrom), end: Number(doseTo) },
    arm: arms[list.find(mention) ?? -1]?.id,
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

function has(arm: StudyArm | undefined, drug: Mention): boolean {
  return arm?.drugs.some(({ name }) => name === drug.name) ?? false;
}

/** `甲药组(50mg/d)`, `甲药组(n=30,50mg/d)`: a bracket right behind an arm holds the dose of its one drug. */
function drugOfArm(scene: Scene, { arms, list }: Cast, { span, text }: Mention): Mention | undefined {
  const [first, second] = scene.before(span.start);
  const sized = isQuantity(first, 'count', 'size');
  const arm = sized ? second : first;
  if (!arm || !isKind(arm, 'arm')) return undefined;
  const between = scene.between(arm.span.end, span.start);
  if ((sized ? between.replace(first?.text ?? '', '') : between) !== (sized ? '(,' : '(')) return undefined;
  const drugs = arms[list.find(arm) ?? -1]?.drugs ?? [];
  const [drug] = drugs;
  return drug && drugs.length === 1
    ? { kind: 'drug', span, ruleId: arm.ruleId, text, name: drug.name, facts: {} }
    : undefined;
}

/** A dose in gray is one of radiation, whatever drug is told of beside it. */
function radiationOf({ arms }: Cast, { quantity, span, text }: Mention): Mention | undefined {
  if (!/Gy$/u.test(quantity?.unit ?? '')) return undefined;
  const given = arms
    .flatMap(({ drugs }) => drugs)
    .find(({ name }) => /radiotherapy|radiation|carbon-ion|proton/u.test(name));
  return given && { kind: 'procedure', span, ruleId: 'bind.dose', text, name: given.name, facts: {} };
}

/** `剂量a~bmg/d`: the dose of the one drug that the study is about, where the passage names none. */
function onlyDrug(scene: Scene, { arms }: Cast, { span, text }: Mention): Mention | undefined {
  const [drug] = arms[0]?.drugs ?? [];
  if (arms.length !== 1 || !drug || arms[0]?.drugs.length !== 1) return undefined;
  if (scene.mentions.some(({ kind }) => kind === 'drug' || kind === 'regimen')) return undefined;
  const stated = scene.phrase('doses.stated').test(scene.between(Math.max(scene.start, span.start - 8), span.start));
  return stated ? { kind: 'drug', span, ruleId: 'bind.dose', text, name: drug.name, facts: {} } : undefined;
}

/** `前者首周10mg/d,之后30mg/d`: the dose of the one drug that the arm referred to got. */
function drugOfFormer(scene: Scene, names: Names, cast: Cast, { span, text }: Mention): Mention | undefined {
  const who = armBefore(scene, names, cast, span.start);
  const [drug, another] = who?.arms[0]?.drugs ?? [];
  if (who?.ruleId !== 'bind.former-latter' || !drug || another) return undefined;
  return { kind: 'drug', span, ruleId: 'bind.dose', text, name: drug.name, facts: {} };
}

/** `首周8mg/d,之后12mg/d`: the next dose of the drug whose dose was told right before. */
function drugBefore(scene: Scene, outcome: Outcome, { span, text }: Mention): Mention | undefined {
  const earlier = outcome.bindings.at(-1);
  if (earlier?.kind !== 'dose' || !earlier.drug) return undefined;
  if (!scene.phrase('doses.then').test(scene.between(earlier.span.end, span.start))) return undefined;
  return { kind: 'drug', span, ruleId: 'bind.dose', text, name: earlier.drug, facts: {} };
}

/** The drug before the dose, in its clause or before its bracket; else `50mg的A药`. */
function drugOf(scene: Scene, mention: Mention): Mention | undefined {
  const behind = scene.after(mention.span.end)[0];
  const before = scene.before(mention.span.start)[0];
  if (behind && isKind(behind, 'drug')) {
    const gap = scene.between(mention.span.end, behind.span.start);
    // `口服80mg甲药`: the drug stands right behind, and none right before.
    const apart = !before || !isKind(before, 'drug') || mention.span.start - before.span.end > 1;
    if (scene.phrase('joins.of').test(gap) || (gap === '' && apart)) return behind;
  }
  if (behind && isKind(behind, 'procedure') && mention.ruleId === 'numbers.infusions') return behind;
  for (const other of scene.before(mention.span.start)) {
    if (isKind(other, 'drug')) return other;
    const part = other.facts.lead ?? other.facts.lastDrug;
    if (part !== undefined) return { ...other, name: part };
    if (other.facts.combination !== undefined && isKind(other, 'regimen', 'arm')) return undefined;
    if (scene.between(other.span.end, mention.span.start).length > 60) return undefined;
  }
  return undefined;
}

function armsFor(scene: Scene, names: Names, cast: Cast, mention: Mention): (StudyArm | undefined)[] {
  return [
    ...(armBefore(scene, names, cast, mention.span.start)?.arms ?? (cast.arms.length > 0 ? cast.arms : [undefined])),
  ];
}

/** What is printed behind a dose in its bracket: how often and on which days. */
function scheduleOf(scene: Scene, mention: Mention): string | undefined {
  const next = scene.after(mention.span.end).find((other) => isKind(other, 'drug', 'arm', 'regimen'));
  const until = Math.min(scene.end, next?.span.start ?? scene.end, mention.span.end + 60);
  const behind = scene.between(mention.span.end, until);
  const printed = /^[(,\u3001]?([^()\u3002;]+?)(?=[)\u3002;]|$)/u.exec(behind)?.[1];
  if (!printed) return undefined;
  // What stands behind the last part that speaks of a schedule is the next clause.
  const parts = printed.split(',');
  const last = parts.findLastIndex((part) => scene.phrase('doses.schedule').test(part));
  const schedule = parts.slice(0, last + 1).join(',');
  return schedule === '' ? undefined : schedule.replace(/^[,\u3001]/u, '');
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
