import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isSetAgainst } from './comparators.js';

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

/** Drugs given as conditioning before cells belong to the arm that gets the cells. */
export function condition(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  if (list.size !== 1 || !list.drugsAt(0).some(({ name }) => name.startsWith('CAR-T'))) return;
  const conditioning = phrase(rulebook, 'joins.conditioning');
  for (const mention of mentions) {
    if (mention.kind !== 'drug' && mention.facts.combination === undefined) continue;
    if (conditioning.test(text.slice(mention.span.end, mention.span.end + 6))) list.give(0, list.componentsOf(mention));
  }
}

/** `以Rd方案为骨架`, `与甲药作比较`: the control, if nothing else is said of it, gets what the other arm is tried on or against. */
function backbone(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const stated = phrase(rulebook, 'joins.backbone');
  const base = mentions.find(
    ({ kind, span }) =>
      kind === 'regimen' &&
      stated.test(`${text.slice(Math.max(0, span.start - 4), span.start)}|${text.slice(span.end, span.end + 6)}`),
  );
  const control = list.arms().findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
  const tried = mentions.find((mention) => isSetAgainst(mention, text, rulebook) && list.find(mention) === undefined);
  const given = base ?? tried;
  if (given && control >= 0) list.give(control, list.componentsOf(given));
}

/** Takes the drugs of arms that are named by their part only from 对照组给予…, 观察组在此基础上联合…. */
export function explain(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  backbone(list, mentions, text, rulebook);
  const given = phrase(rulebook, 'joins.given');
  const onTop = phrase(rulebook, 'joins.on-top-of');
  const dosed = phrase(rulebook, 'joins.dosed-drug');
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'arm') return;
    const place = list.find(mention);
    if (place === undefined || (list.drugsAt(place).length > 0 && mention.facts.role === undefined)) return;
    const told = toldOf(mention, mentions.slice(i + 1), text);
    const treatment = told.slice(0, 4).find(isTreatment) ?? calledBefore(mention, mentions.slice(0, i), text, rulebook);
    if (!treatment) return;
    const behind = treatment.span.start > mention.span.start;
    const between = behind ? text.slice(mention.span.end, treatment.span.start) : '';
    const more = onTop.test(between);
    if (behind && !more && !given.test(between)) return;
    list.give(place, list.componentsOf(treatment));
    for (const drug of told)
      if (drug.kind === 'drug' && dosed.test(text.slice(drug.span.end, drug.span.end + 12)))
        list.give(place, list.componentsOf(drug));
    if (more && list.size === 2) list.give(place, list.drugsAt(1 - place));
  });
}

function isTreatment({ kind }: Mention): boolean {
  return kind === 'drug' || kind === 'regimen' || kind === 'procedure';
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
      (isTreatment(mention) || mention.kind === 'drug-class') &&
      phrase(rulebook, 'joins.called').test(text.slice(mention.span.end, span.start)),
  );
  return called.find(({ name }) => name !== 'chemotherapy') ?? called[0];
}
