import { type Mention, ownTreatmentKinds, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import type { ArmList } from './arm-list.js';
import { labelOf } from './labels.js';
import { isTreatmentOrKind } from './treatment-kinds.js';

/** Kinds of mention that may stand between the subject of a comparison and what it is compared with. */
const besideSubject: ReadonlySet<string> = new Set(['cue', 'quantity', 'measure', 'population', 'qualifier', 'time']);

/** `甲药+乙药较甲药组延长PFS`, `与甲药组相比,乙药可延长PFS`: what the only named arm is said to be surpassed by is the other arm. */
export function addSubject(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const comparator = phrase(rulebook, 'joins.comparator');
  const at = mentions.findIndex(
    (mention) =>
      comparator.test(text.slice(Math.max(0, mention.span.start - 8), mention.span.start)) && list.find(mention) === 0,
  );
  const arm = mentions[at];
  if (!arm) return;
  const isOther = (subject: Mention | undefined): subject is Mention =>
    subject !== undefined && list.find(subject) === undefined && ['drug', 'regimen'].includes(subject.kind);
  // `甲药治疗乙病的CR率为a%,高于化疗组的b%`: what was treated, and what came of it, stand between.
  const subject = mentions.slice(0, at).findLast(({ kind }) => !besideSubject.has(kind));
  if (isOther(subject) && !/[\u3002;]/u.test(text.slice(subject.span.end, arm.span.start))) list.add(subject, true);
  if (list.size > 1 || arm.kind !== 'arm') return;
  const behind = mentions.slice(at + 1).find(({ kind }) => !besideSubject.has(kind));
  if (isOther(behind) && phrase(rulebook, 'joins.compared-first').test(text.slice(arm.span.end, behind.span.start)))
    list.addFirst(behind);
}

/** `皮疹均少于乙药。`, `毒性较乙药重,`, `较安慰剂延长2个月`: what another one was better or worse than, at the end of its clause. */
function isSurpassed(mention: Mention, text: string, rulebook: Rulebook): boolean {
  if (!isTreatmentOrKind(mention)) return false;
  const { span } = mention;
  const [lead, behind] = [text.slice(Math.max(0, span.start - 8), span.start), text.slice(span.end, span.end + 12)];
  const surpassed = phrase(rulebook, 'joins.surpassed').test(lead);
  // `A组的毒性较B方案高,感染分别为a比b`: how the one that was compared was, at the end of the clause.
  const isMore = phrase(rulebook, 'joins.comparator').test(lead) && phrase(rulebook, 'joins.is-more').test(behind);
  return isMore || (surpassed && /^\s?[,;.\u3002]/u.test(behind));
}

/** `OS率为a%,乙药为b%`, `a个月vs乙药单药b个月`: a treatment with a number of its own, behind a number of the study's. */
function isValuedBeside(
  { kind, name, span }: Mention,
  mentions: readonly Mention[],
  i: number,
  text: string,
  rulebook: Rulebook,
): boolean {
  const treats = ownTreatmentKinds.has(kind) || (kind === 'drug-class' && name === 'chemotherapy');
  if (!treats) return false;
  const isCue = ({ kind: other }: Mention) => other === 'cue';
  const before = mentions.slice(Math.max(0, i - 3), i).findLast((mention) => !isCue(mention));
  const next = mentions.slice(i + 1, i + 3).find((mention) => !isCue(mention));
  if (!before || !next || !statesResult(before) || !statesResult(next)) return false;
  const beside = phrase(rulebook, 'joins.beside').test(text.slice(before.span.end, span.start));
  return beside && phrase(rulebook, 'sizes.valued').test(text.slice(span.end, next.span.start));
}

/** `将其与甲药+乙药作比较`: a drug or regimen that the study's treatment is tried against. */
export function isSetAgainst(mention: Mention, text: string, rulebook: Rulebook): boolean {
  const { kind, name, facts, span } = mention;
  const isKind = name === 'chemotherapy' || name === "physician's choice";
  const treats = ['drug', 'regimen'].includes(kind) || isKind || (kind === 'drug-class' && facts.drugs !== undefined);
  return treats && isSpanSetAgainst(span, text, rulebook);
}

/** `比接受乙药治疗的患者生存期更长`: what those got who fared worse, or better. */
function isReceivedByOthers({ kind, span }: Mention, text: string, rulebook: Rulebook): boolean {
  if (!treatmentKinds.has(kind)) return false;
  return phrase(rulebook, 'joins.than-getting').test(text.slice(Math.max(0, span.start - 8), span.start));
}

/** How far behind the second of two treatments the word may end that says that they are compared, in characters. */
const farthestWord = 64;

/** Whether the words on both sides of a treatment set it against another: `与…相比`, `较…作比较`, `相较于…,`. */
export function isSpanSetAgainst(span: Span<'text'>, text: string, rulebook: Rulebook): boolean {
  const lead = text.slice(Math.max(0, span.start - 8), span.start);
  const behind = text.slice(span.end, span.end + 12);
  const isSaid = () =>
    phrase(rulebook, 'joins.against').test(behind) ||
    phrase(rulebook, 'joins.compared-later').test(text.slice(span.end, span.end + farthestWord));
  return (
    (phrase(rulebook, 'joins.against-before').test(lead) && isSaid()) ||
    (phrase(rulebook, 'joins.in-view-of').test(lead) && phrase(rulebook, 'joins.leaves').test(behind))
  );
}

/**
 * `甲药的PFS为a个月,安慰剂组为b个月`, `甲药的PFS为a个月,对照组为b个月`: beside patients who got a placebo, or a control with a
 * value of its own, there are some who got the drug.
 */
export function addTried(list: ArmList, mentions: readonly Mention[], text: string): void {
  const drugs = list.drugsAt(0);
  if (list.size !== 1) return;
  const isPlacebo = drugs.length === 1 && drugs[0]?.name === 'placebo';
  const tried = isPlacebo ? mentions.find(isTreatment) : triedBeside(list, mentions, text);
  if (tried) list.add(tried, true);
}

/** What was told of in the sentence of a lone control that has a value of its own, right before it. */
function triedBeside(list: ArmList, mentions: readonly Mention[], text: string): Mention | undefined {
  for (const [i, control] of mentions.entries()) {
    if (control.kind !== 'arm' || control.facts.role !== 'control' || list.find(control) !== 0) continue;
    const tried = mentions.slice(0, i).findLast(isTreatment);
    const values = mentions.slice(0, i).filter(({ span }) => tried && span.start >= tried.span.end);
    const next = mentions
      .slice(i + 1)
      .find(({ kind }) => kind !== 'cue' && kind !== 'drug-class' && kind !== 'measure');
    if (!tried || !next || !values.some(statesResult) || !statesResult(next)) continue;
    if (/[\u3002;]/u.test(text.slice(tried.span.end, control.span.start))) continue;
    if (/[,\u3002;]/u.test(text.slice(control.span.end, next.span.start))) continue;
    return tried;
  }
  return undefined;
}

/**
 * `采用甲药(75mg/m2)联合乙药(2g/m2),ORR为a%,甲药单药组为b%`: beside a lone group that got one drug alone there are those who got it
 * with another one, as the text says before.
 */
export function addWhole(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const [drug, another] = list.drugsAt(0);
  if (list.size !== 1 || !drug || another) return;
  const alone = phrase(rulebook, 'joins.given-alone');
  const single = mentions.find(({ kind, text: printed, span }) => {
    if (kind !== 'arm' && !treatmentKinds.has(kind)) return false;
    return alone.test(`${text.slice(Math.max(0, span.start - 4), span.start)}${printed}`);
  });
  if (!single || list.find(single) !== 0) return;
  const isWhole = ({ facts, span }: Mention) =>
    (facts.combination !== undefined || facts.dosed !== undefined) &&
    facts.drugs?.split('+').includes(drug.name) === true &&
    span.end <= single.span.start;
  const whole = mentions.findLast(isWhole);
  if (whole && list.find(whole) === undefined) list.addFirst(whole);
}

/** A drug, or what was given together. */
function isTreatment({ kind, facts }: Mention): boolean {
  return kind === 'drug' || facts.combination !== undefined;
}

/** A share or a time. */
function statesResult({ quantity }: Mention): boolean {
  return quantity?.kind === 'percentage' || quantity?.kind === 'duration';
}

/** `随机双盲、安慰剂对照研究…甲药的PFS为a对b`: what the design says that the one drug of a study was compared with. */
export function addPlacebo(list: ArmList, mentions: readonly Mention[], rulebook: Rulebook): void {
  const [drug, another] = list.drugsAt(0);
  if (list.size !== 1 || !drug || another || drug.name === 'placebo') return;
  const design = mentions.find(({ kind, text }) => kind === 'design' && phrase(rulebook, 'joins.placebo').test(text));
  const printed = design && phrase(rulebook, 'joins.placebo').exec(design.text)?.[0];
  if (!design || !printed) return;
  list.addBeside({ ...design, kind: 'procedure', text: printed, name: 'placebo', facts: {} });
}

/** `诱导化疗+同期放化疗…与同期放化疗相比`: whether the only arm is called by what it is compared with and something more. */
function isBasis(list: ArmList, found: Mention, rulebook: Rulebook): boolean {
  const [arm] = list.arms();
  const parts = arm?.label.split(phrase(rulebook, 'joins.adds')) ?? [];
  return parts.length > 1 && parts.some((part) => list.plain(part) === list.plain(labelOf(found)));
}

/** `甲药的OS(a个月)较最佳支持治疗(b个月)…`: what the only arm is compared with has a number of its own. */
export function addComparator(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const comparator = phrase(rulebook, 'joins.comparator');
  const before = phrase(rulebook, 'joins.before-values');
  const found =
    mentions.find((mention, i) => {
      const next = mentions[i + 1];
      const states = next?.quantity ?? (next?.kind === 'measure' ? mentions[i + 2]?.quantity : undefined);
      if (!treatmentKinds.has(mention.kind) || !next || !states) return false;
      const lead = text.slice(Math.max(0, mention.span.start - 8), mention.span.start);
      return comparator.test(lead) && before.test(text.slice(mention.span.end, next.span.start));
    }) ??
    mentions.find((mention) => isSurpassed(mention, text, rulebook)) ??
    mentions.find((mention) => isSetAgainst(mention, text, rulebook)) ??
    mentions.find((mention) => isReceivedByOthers(mention, text, rulebook)) ??
    mentions.find((mention, i) => isValuedBeside(mention, mentions, i, text, rulebook)) ??
    mentions.find(
      ({ kind, facts, span }) =>
        kind === 'arm' &&
        facts.role === 'control' &&
        comparator.test(text.slice(Math.max(0, span.start - 8), span.start)),
    );
  if (found && list.find(found) === undefined) list.addBeside(found);
  else if (found && isBasis(list, found, rulebook)) list.addOpposed(found);
}
