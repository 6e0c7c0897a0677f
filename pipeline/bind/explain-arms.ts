import { type Component, isTransplantation, type Mention, ownTreatmentKinds, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isSetAgainst } from './comparators.js';
import { isMore } from './drug-sets.js';
import { firstTold, statesTreatment } from './first-told.js';

/** `常规化疗药物(对照组)`: what the control got is part of its label where no drug is named. */
export function explained(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const { start, end } = mention.span;
  if (/^[A-Za-z]/u.test(mention.text)) return spelled(mention, text, rulebook);
  if (mention.facts.role === undefined || mention.facts.drugs !== undefined) return mention;
  if (text[start - 1] !== '(' || text[end] !== ')') return mention;
  const head = phrase(rulebook, 'joins.arm-head').exec(text.slice(Math.max(0, start - 24), start - 1))?.[0];
  return head ? { ...mention, facts: { ...mention.facts, head: `${mention.text}(${head})` } } : mention;
}

/** `标准剂量化疗(standard dose therapy,SDT)…SDT组`: an abbreviation that only the article explains keeps its long form. */
function spelled(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const label = mention.facts.label ?? '';
  const found = rulebook.lexicon.longestAt(label, 0);
  if (
    mention.ruleId !== 'names.arm-latin' ||
    mention.facts.drugs !== undefined ||
    (found?.end === label.length && found.entry.kind !== 'drug-class')
  )
    return mention;
  const long = headBefore(`,${label})`, text, rulebook);
  const facts = { ...mention.facts, ...(long === undefined ? {} : { head: `${label}(${long})` }) };
  // `单纯手术(S)`: a kind of treatment is known by its long form; the drugs of a combination are not.
  const plain = long ?? headBefore(`(${label})`, text, rulebook);
  const adds = plain === undefined || phrase(rulebook, 'joins.adds').test(plain);
  const drugs = adds ? '' : rulebook.lexicon.treatmentAtEnd(plain);
  return { ...mention, facts: drugs === '' ? facts : { ...facts, drugs } };
}

/** What stands before the bracket that ends with `end`. */
function headBefore(end: string, text: string, rulebook: Rulebook): string | undefined {
  const close = text.indexOf(end);
  const open = close < 0 ? -1 : text.lastIndexOf('(', close);
  return open < 0 ? undefined : phrase(rulebook, 'joins.arm-head').exec(text.slice(Math.max(0, open - 24), open))?.[0];
}

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
  const onTop = phrase(rulebook, 'joins.on-top-of');
  const adding = phrase(rulebook, 'joins.given-besides');
  const dosed = phrase(rulebook, 'joins.dosed-drug');
  const without = phrase(rulebook, 'joins.without');
  const added: number[] = [];
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'arm') return;
    const place = list.find(mention);
    if (place === undefined || (isToldInFull(list.drugsAt(place)) && mention.facts.role === undefined)) return;
    const later = mentions.slice(i + 1);
    const basis = basisOf(mention, later[0], text, rulebook);
    const told = toldOf(basis ?? mention, basis ? later.slice(1) : later, text);
    const { behind, between } = firstTold(mention, told.slice(0, 4), text, rulebook);
    const more = behind !== undefined && (basis !== undefined || onTop.test(between) || adding.test(between));
    // `治疗组24例(放疗13例、化疗11例)`: the bracket counts those who got one or the other.
    const isCounted =
      between.includes('(') &&
      told.some(({ quantity, span }) => quantity?.kind === 'count' && span.start === behind?.span.end);
    const isStated = behind !== undefined && statesTreatment(between, behind, text, rulebook);
    const isGiven =
      behind !== undefined && !isCounted && !without.test(between) && (more || given.test(between) || isStated);
    const earlier = mentions.slice(0, i);
    const treatment =
      servesAs(mention, earlier, text, rulebook) ?? (isGiven ? behind : calledBefore(mention, earlier, text, rulebook));
    if (!treatment) return;
    // `TP组…对照组采用TP方案`: an arm by its own name gets nothing more.
    const isNamed = list.drugsAt(place).length > 0 && list.find(treatment) === place;
    if (isNamed && !isMore(list.componentsOf(treatment), list.drugsAt(place))) return;
    list.give(place, list.componentsOf(treatment));
    for (const drug of told)
      if (drug.kind === 'drug' && dosed.test(text.slice(drug.span.end, drug.span.end + 12)))
        list.give(place, list.componentsOf(drug));
    if (more) added.push(place);
  });
  transplanted(list, mentions, rulebook);
  // What an arm got besides is known once all is known that the other one got.
  giveShared(list, added, toldOfAll(mentions, text, given));
  // `甲药组和乙药组,两组均联合丙药`
  if (list.size === 0 || list.arms().some(({ drugs }) => drugs.length === 0)) return;
  const partner = toldOfAll(mentions, text, adding);
  if (!partner) return;
  for (const place of list.arms().keys()) list.give(place, list.componentsOf(partner));
}

/**
 * `两组均予放疗,治疗组加用甲药`: two arms got what all patients got; one that got something besides also got what the
 * other one did, unless that got something else besides (`治疗组联合甲药,对照组联合安慰剂`).
 */
function giveShared(list: ArmList, added: readonly number[], shared: Mention | undefined): void {
  const all = shared ? list.componentsOf(shared) : [];
  // `两组均给予甲药预防过敏`: a drug may be no part of the treatment that is tried.
  const isBasis = shared?.kind === 'regimen' || shared?.facts.modality !== undefined;
  if (list.size !== 2) {
    for (const place of isBasis ? list.arms().keys() : []) list.give(place, all);
    return;
  }
  for (const place of [0, 1].filter((one) => !added.includes(one)))
    if (isBasis || (added.length > 0 && list.drugsAt(place).length === 0)) list.give(place, all);
  for (const place of added) list.give(place, added.includes(1 - place) ? all : list.drugsAt(1 - place));
}

/** Whether it is known what an arm got: `安慰剂组接受安慰剂联合化疗` got more than its name says. */
function isToldInFull(drugs: readonly Component[]): boolean {
  return drugs.length > 1 || (drugs.length === 1 && drugs[0]?.name !== 'placebo');
}

/** `试验组在对照组基础上加用…`: the arm that another one's treatment is built on. */
function basisOf({ span }: Mention, next: Mention | undefined, text: string, rulebook: Rulebook): Mention | undefined {
  if (next?.kind !== 'arm') return undefined;
  const upTo = text.slice(span.end, next.span.end + 8);
  return phrase(rulebook, 'joins.built-on').test(upTo) && !/[,;\u3002]/u.test(text.slice(span.end, next.span.end))
    ? next
    : undefined;
}

/** `两组均给予甲药`: what the patients of all arms got, by the words between. */
function toldOfAll(mentions: readonly Mention[], text: string, words: RegExp): Mention | undefined {
  return mentions.find((mention, i) => {
    if (!treatmentKinds.has(mention.kind)) return false;
    const all = mentions
      .slice(Math.max(0, i - 4), i)
      .findLast(({ kind, name }) => kind === 'cue' && name === 'both-arms');
    return all !== undefined && words.test(text.slice(all.span.end, mention.span.start));
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

/** `以甲药联合乙药作为试验组,以单用乙药者为对照组`: the treatment that the text says makes an arm, right before its name. */
function servesAs(
  { span, facts }: Mention,
  earlier: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): Mention | undefined {
  const last = earlier.findLast(({ kind }) => kind !== 'cue');
  if (!last || !treatmentKinds.has(last.kind) || facts.role === undefined) return undefined;
  const serves = phrase(rulebook, 'joins.serves-as').test(text.slice(last.span.end, span.start));
  const head = text.slice(Math.max(0, last.span.start - 24), last.span.start);
  return serves && phrase(rulebook, 'joins.serves-head').test(head) ? last : undefined;
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
