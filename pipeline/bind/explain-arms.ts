import { type Component, isTransplantation, type Mention, ownTreatmentKinds, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isSetAgainst } from './comparators.js';
import { isMore } from './drug-sets.js';
import { firstTold, isCalledSo, statesTreatment } from './first-told.js';

/** `以Rd方案为骨架`, `与甲药作比较`: the control, if nothing else is said of it, gets what the other arm is tried on or against. */
function backbone(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const control = list.arms().findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
  if (control < 0) return;
  const stated = phrase(rulebook, 'joins.backbone');
  const base = mentions.find(
    ({ kind, span }) =>
      kind === 'regimen' &&
      stated.test(`${text.slice(Math.max(0, span.start - 4), span.start)}|${text.slice(span.end, span.end + 6)}`),
  );
  const tried = mentions.find((mention) => isSetAgainst(mention, text, rulebook) && list.find(mention) === undefined);
  const given = base ?? tried;
  if (given) list.give(control, list.componentsOf(given));
}

/** `比较甲药与乙药…研究组接受乙药,对照组接受甲药`: which of the treatments that were compared is on trial. */
function assignParts(list: ArmList, mentions: readonly Mention[], text: string, given: RegExp): void {
  if (list.size !== 2) return;
  mentions.forEach((mention, i) => {
    const { role } = mention.facts;
    if (mention.kind !== 'arm' || (role !== 'experimental' && role !== 'control')) return;
    const got = toldOf(mention, mentions.slice(i + 1), text)
      .slice(0, 4)
      .find(({ kind }) => ownTreatmentKinds.has(kind));
    const place = got && given.test(text.slice(mention.span.end, got.span.start)) ? list.find(got) : undefined;
    if (place !== undefined) list.takeRole(place, role);
  });
}

/** Takes the drugs of arms that are named by their part only from 对照组给予…, 观察组在此基础上联合…. */
export function explain(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const given = phrase(rulebook, 'joins.given');
  assignParts(list, mentions, text, given);
  backbone(list, mentions, text, rulebook);
  const added = mentions.flatMap((_, i) => explainOne(list, mentions, i, text, rulebook) ?? []);
  transplanted(list, mentions, rulebook);
  // What an arm got besides is known once all is known that the other one got.
  giveShared(list, added, givenAlike(mentions, text, rulebook) ?? toldOfAll(mentions, text, given));
  // `甲药组和乙药组,两组均联合丙药`
  if (list.size === 0 || list.arms().some(({ drugs }) => drugs.length === 0)) return;
  const partner = toldOfAll(mentions, text, phrase(rulebook, 'joins.given-besides'));
  if (!partner) return;
  for (const place of list.arms().keys()) list.give(place, list.componentsOf(partner));
}

/** Gives an arm what is told of it where its name stands; its place, where that came on top of what others got. */
function explainOne(
  list: ArmList,
  mentions: readonly Mention[],
  i: number,
  text: string,
  rulebook: Rulebook,
): number | undefined {
  const mention = mentions[i] as Mention;
  const place = mention.kind === 'arm' ? list.find(mention) : undefined;
  if (place === undefined || (isToldInFull(list.drugsAt(place)) && mention.facts.role === undefined)) return undefined;
  if (isBasis(mentions, i, text, rulebook)) return undefined;
  const later = mentions.slice(i + 1);
  const basis = basisOf(mention, later.slice(0, 3), text, rulebook);
  const told = toldOf(basis ?? mention, basis ? later.slice(later.indexOf(basis) + 1) : later, text);
  const { treatment, isAdded } = givenBehind(mention, told, basis !== undefined, text, rulebook);
  const behind = treatment && makesNextArm(treatment, told, text, rulebook) ? undefined : treatment;
  const earlier = mentions.slice(0, i);
  const got = behind ?? calledBefore(mention, earlier, text, rulebook);
  if (!got) return undefined;
  // `TP组…对照组采用TP方案`: an arm by its own name gets nothing more.
  const isNamed = list.drugsAt(place).length > 0 && list.find(got) === place;
  if (isNamed && !isMore(list.componentsOf(got), list.drugsAt(place))) return undefined;
  const dosed = phrase(rulebook, 'joins.dosed-drug');
  const isDosed = ({ kind, span }: Mention) => kind === 'drug' && dosed.test(text.slice(span.end, span.end + 12));
  const next = thenGiven(got, told, text, rulebook);
  for (const given of [got, ...next, ...told.filter(isDosed)]) list.give(place, list.componentsOf(given));
  return isAdded ? place : undefined;
}

/** `对照组,联合甲药化疗的38例为观察组`: what is told behind an arm may be what the next one is made of. */
function makesNextArm(treatment: Mention, told: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const end = Math.max(treatment.span.end, told.at(-1)?.span.end ?? 0);
  const made = phrase(rulebook, 'joins.next-made-of');
  // `,甲药70mg/d+乙药300万U治疗作为B组`: with its doses, or without.
  return made.test(text.slice(treatment.span.end, end + 4)) || made.test(text.slice(end, end + 12));
}

/** `先行新辅助化疗后接受手术`: what an arm got once the treatment that is told first was over. */
function thenGiven(first: Mention, told: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const then = phrase(rulebook, 'joins.then-given');
  let last = first;
  const given: Mention[] = [];
  for (const next of told.filter(({ span }) => span.start >= first.span.end)) {
    if (!ownTreatmentKinds.has(next.kind) && next.kind !== 'drug-class') continue;
    if (!then.test(text.slice(last.span.end, next.span.start))) break;
    given.push(next);
    last = next;
  }
  return given;
}

/** What the text says behind the name of an arm that it was given, and whether that came on top of what others got. */
function givenBehind(
  arm: Mention,
  told: readonly Mention[],
  onBasis: boolean,
  text: string,
  rulebook: Rulebook,
): { treatment: Mention | undefined; isAdded: boolean } {
  // `对照组为2008-03~2010-02用甲药`: the numbers of a date are nothing that is told.
  const named = told.filter(({ quantity }) => quantity?.kind !== 'number');
  const { behind, between } = firstTold(arm, named.slice(0, 4), text, rulebook);
  if (!behind) return { treatment: undefined, isAdded: false };
  const says = (id: 'on-top-of' | 'given-besides' | 'without' | 'given') =>
    phrase(rulebook, `joins.${id}`).test(between);
  const isAdded = onBasis || says('on-top-of') || says('given-besides');
  // `治疗组24例(放疗13例、化疗11例)`: the bracket counts those who got one or the other.
  const isCounted =
    between.includes('(') &&
    told.some(({ quantity, span }) => quantity?.kind === 'count' && span.start === behind.span.end);
  const isNamed = says('given') || isCalledSo(arm, between, behind, text, rulebook);
  const isStated = isAdded || isNamed || statesTreatment(between, behind, text, rulebook);
  return { treatment: isStated && !isCounted && !says('without') ? behind : undefined, isAdded };
}

/**
 * `两组均予放疗,治疗组加用甲药`: two arms got what all patients got; one that got something besides also got what the
 * other one did, unless that got something else besides (`治疗组联合甲药,对照组联合安慰剂`).
 */
function giveShared(list: ArmList, added: readonly number[], shared: Mention | undefined): void {
  const all = shared ? list.componentsOf(shared) : [];
  // `两组均给予甲药预防过敏`: a drug may be no part of the treatment that is tried.
  const isTried = shared?.kind === 'regimen' || shared?.facts.modality !== undefined;
  if (list.size !== 2) {
    for (const place of isTried ? list.arms().keys() : []) list.give(place, all);
    return;
  }
  for (const place of [0, 1].filter((one) => !added.includes(one)))
    if (isTried || (added.length > 0 && list.drugsAt(place).length === 0)) list.give(place, all);
  for (const place of added) list.give(place, added.includes(1 - place) ? all : list.drugsAt(1 - place));
}

/** Whether it is known what an arm got: `安慰剂组接受安慰剂联合化疗`, `化疗组采用XY方案` got more than its name says. */
function isToldInFull(drugs: readonly Component[]): boolean {
  return drugs.length > 1 || (drugs.length === 1 && !['placebo', 'chemotherapy'].includes(drugs[0]?.name ?? ''));
}

/** `试验组在对照组基础上加用…`, `试验组化疗方案同对照组,加用…`: the arm that another one's treatment is built on. */
function basisOf({ span }: Mention, near: readonly Mention[], text: string, rulebook: Rulebook): Mention | undefined {
  const next = near.find(({ kind }) => kind !== 'drug-class' && kind !== 'regimen' && kind !== 'cue');
  if (next?.kind !== 'arm') return undefined;
  const upTo = text.slice(span.end, next.span.end + 8);
  return phrase(rulebook, 'joins.built-on').test(upTo) && !/[,;\u3002]/u.test(text.slice(span.end, next.span.end))
    ? next
    : undefined;
}

/** Whether the arm at `i` is only named for what another one's treatment is built on: what is told behind it is the other's. */
function isBasis(mentions: readonly Mention[], i: number, text: string, rulebook: Rulebook): boolean {
  const before = mentions.slice(Math.max(0, i - 3), i).findLast(({ kind }) => kind === 'arm');
  return before !== undefined && basisOf(before, [mentions[i] as Mention], text, rulebook) !== undefined;
}

/** `两组均给予甲药`: what the patients of all arms got, by the words between. */
function toldOfAll(mentions: readonly Mention[], text: string, words: RegExp): Mention | undefined {
  return ofAll(mentions, ({ span }, all) => words.test(text.slice(all.span.end, span.start)));
}

/** `两组放疗方法相同`: what all arms had, by the words behind it. */
function givenAlike(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention | undefined {
  const alike = phrase(rulebook, 'joins.given-alike');
  return ofAll(mentions, ({ span }, all) => all.span.end === span.start && alike.test(text.slice(span.end)));
}

/** The first treatment of which `holds`, given the word for all arms that stands before it. */
function ofAll(
  mentions: readonly Mention[],
  holds: (treatment: Mention, all: Mention) => boolean,
): Mention | undefined {
  return mentions.find((mention, i) => {
    if (!treatmentKinds.has(mention.kind)) return false;
    const near = mentions.slice(Math.max(0, i - 4), i);
    const all = near.findLast(({ kind, name }) => kind === 'cue' && name === 'both-arms');
    return all !== undefined && holds(mention, all);
  });
}

/** `移植组`: those who had a transplantation had the one kind of it that the study tells of. */
function transplanted(list: ArmList, mentions: readonly Mention[], rulebook: Rulebook): void {
  const kinds = mentions.filter((mention) => isTransplantation(mention) && mention.name !== 'HSCT');
  const [one] = kinds;
  if (!one || kinds.some(({ name }) => name !== one.name)) return;
  list.arms().forEach(({ label, drugs }, place) => {
    const got = drugs.length === 0 && phrase(rulebook, 'joins.transplanted').test(label);
    if (got) list.give(place, list.componentsOf(one));
  });
}

/** What the sentence tells behind the name of an arm, up to the next arm. */
function toldOf({ span }: Mention, later: readonly Mention[], text: string): Mention[] {
  const stop = text.indexOf('\u3002', span.end);
  const next = later.find(({ kind, span: other }) => kind === 'arm' || (stop >= 0 && other.start > stop));
  return later.slice(0, next ? later.indexOf(next) : later.length);
}

/** `采用以甲药为主方案化疗(试验组)`: the treatment right before the bracket that an arm is named in. */
function calledBefore(
  { span, facts }: Mention,
  earlier: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): Mention | undefined {
  if (text[span.start - 1] !== '(' || (facts.role === undefined && facts.introduced === undefined)) return undefined;
  const called = earlier.filter(
    (mention) =>
      treatmentKinds.has(mention.kind) &&
      phrase(rulebook, 'joins.called').test(text.slice(mention.span.end, span.start)),
  );
  return called.find(({ name }) => name !== 'chemotherapy') ?? called[0];
}
