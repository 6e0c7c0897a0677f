import type { Definitions, Mention, StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { type Alias, aliasesOf, nameTwice } from './arm-aliases.js';
import { ArmList } from './arm-list.js';
import { addComparator, addSubject } from './comparators.js';
import { condition, explain, explained } from './explain-arms.js';
import { isLetter } from './labels.js';
import {
  alternatives,
  combinations,
  compared,
  countedTreatments,
  givenTreatment,
  listedTreatments,
  mainDrug,
  mainTreatment,
  mostNamed,
  valuedTreatments,
  withItsPartners,
} from './treatments.js';

export interface FoundArms {
  readonly list: ArmList;
  readonly arms: readonly StudyArm[];
}

/** The mentions by which a study is told, each from its place. */
export interface Telling {
  readonly told: readonly Mention[];
  /** In the title of an article's own study, or of the section. */
  readonly title: readonly Mention[];
  /** In the sentence that says what an article's own study is for. */
  readonly aim: readonly Mention[];
  /** In what the text is about where another study begins. */
  readonly topic: readonly Mention[];
  readonly own: boolean;
}

/** The arms that a study's mentions name, the surest kind of name first. */
export function findArms(telling: Telling, text: string, rulebook: Rulebook, definitions: Definitions): FoundArms {
  const { told, title, aim, topic, own } = telling;
  const list = new ArmList(rulebook, definitions);
  const before = phrase(rulebook, 'joins.prior-before');
  // What patients got earlier is no arm.
  const current = told.filter(({ span }) => !before.test(text.slice(Math.max(0, span.start - 16), span.start)));
  const aliases = aliasesOf(current, text);
  const mentions = current.filter((mention) => !aliases.some(({ name }) => name === mention));
  const without = phrase(rulebook, 'joins.without');
  const institution = phrase(rulebook, 'joins.institution');
  const cohorts = new Set(mentions.flatMap(({ facts }) => (facts.cohort === undefined ? [] : (facts.label ?? []))));
  const named = mentions.filter(
    ({ kind, facts, span }) =>
      kind === 'arm' &&
      facts.cohort === undefined &&
      !cohorts.has(facts.label ?? '') &&
      !(facts.role !== undefined && institution.test(text.slice(Math.max(0, span.start - 4), span.start))) &&
      !without.test(text.slice(Math.max(0, span.start - 4), span.start)),
  );
  // Where the article has said which groups there are, a name that it never explains is a misprint of one of them.
  const introduced = new Set(named.flatMap(({ facts }) => (facts.introduced === undefined ? [] : (facts.label ?? []))));
  const isStray = (mention: Mention) =>
    introduced.size > 1 && mention.facts.introduced === undefined && !list.knows(mention);
  const regimens = mentions.filter(({ kind, facts }) => kind === 'regimen' && facts.combination === undefined);
  const isSure = (mention: Mention) => mention.facts.drugs !== undefined && mention.ruleId !== 'bind.combination';
  const isLettered = ({ facts }: Mention) =>
    introduced.size > 1 && facts.introduced !== undefined && facts.label !== undefined && isLetter(facts.label);
  const sure = [
    ...named.filter((mention) => isSized(mention, text) || isSure(mention) || isLettered(mention)),
    ...regimens.filter((mention) => isSized(mention, text)),
  ];
  const paired = regimens.filter((mention) => isPaired(mention, mentions, text, rulebook));
  const dosed = mentions.filter(({ facts }) => facts.dosed !== undefined);
  const counted = countedTreatments(mentions, text, rulebook);
  for (const mention of inOrder(sure)) list.add(explained(mention, text, rulebook), true);
  if (list.size < 2) for (const mention of counted) list.add(mention, true);
  if (list.size < 2) for (const mention of alternatives(mentions, text, rulebook)) list.add(mention, true);
  if (list.size < 2) for (const mention of valuedTreatments(mentions, text, rulebook)) list.add(mention, true);
  if (dosed.length > 1) for (const mention of inOrder([...regimens.filter(isSure), ...dosed])) list.add(mention, true);
  if (list.size < 2)
    // A label that nothing explains may be another arm's label with a letter lost.
    for (const mention of inOrder([...named, ...paired]).filter((one) => one.facts.role === undefined && !isStray(one)))
      list.add(explained(mention, text, rulebook), list.knows(mention));
  list.sort(mentions.filter(({ kind }) => kind === 'arm' || kind === 'regimen'));
  if (list.size < 2)
    for (const mention of named.filter(({ facts }) => facts.role !== undefined))
      list.add(explained(mention, text, rulebook), list.knows(mention));
  for (const mention of named)
    if ((mention.facts.role === undefined && !isStray(mention)) || list.size < 2) list.add(mention, false);
  const listed = listedTreatments(mentions, text, rulebook);
  if (list.isPartOf(listed)) {
    for (const mention of listed) list.add(mention, true);
    list.sort(listed);
  }
  const pair = list.size === 1 ? compared(mentions, text, rulebook) : [];
  if (list.isPartOf(pair)) for (const mention of pair) list.add(mention, true);
  if (list.size === 1) addSubject(list, mentions, text, rulebook);
  if (list.size === 1) addComparator(list, mentions, text, rulebook);
  const titled = title.filter(({ kind, facts }) => kind === 'regimen' && facts.drugs !== undefined);
  const ofTitle = own ? [...titled.slice(0, 1), ...mainTreatment(title)].slice(0, 1) : [];
  if (list.size === 0 && ofTitle.length === 0) for (const mention of regimens) list.add(mention, true);
  if (list.size === 0 && !own) for (const mention of titled.slice(0, 1)) list.add(mention, true);
  // A cohort of an article's own that is not told apart by treatment has no arms.
  // A group alone tells patients apart from others; it is no arm that all of them were in.
  list.dropLoneGroup(own);
  if (own) {
    const ways = [
      compared(mentions, text, rulebook),
      ofTitle,
      aim.filter(({ kind, facts }) => kind === 'regimen' && facts.combination !== undefined).slice(0, 1),
      givenTreatment(mentions, text, rulebook),
      mostNamed(mentions),
    ];
    const main = ways.find((way) => way.length > 0) ?? [];
    if (list.size === 0) for (const mention of withItsPartners(main, mentions)) list.add(mention, true);
    return finish(list, mentions, aliases, text, rulebook);
  }
  if (list.size === 0) for (const mention of compared(mentions, text, rulebook)) list.add(mention, true);
  if (list.size === 0) for (const mention of combinations(mentions, text, rulebook)) list.add(mention, true);
  if (list.size === 0) for (const mention of mainDrug(mentions, topic)) list.add(mention, true);
  if (list.size === 1) addComparator(list, mentions, text, rulebook);
  return finish(list, mentions, aliases, text, rulebook);
}

function finish(
  list: ArmList,
  mentions: readonly Mention[],
  aliases: readonly Alias[],
  text: string,
  rulebook: Rulebook,
): FoundArms {
  explain(list, mentions, text, rulebook);
  nameTwice(list, aliases);
  condition(list, mentions, text, rulebook);
  list.unify();
  list.unifyTried();
  const pooled = mentions.some(({ kind, name }) => kind === 'design' && name === 'meta-analysis');
  if (pooled && list.size === 1 && mentions.some(({ quantity }) => quantity?.kind === 'estimate')) list.addControl();
  return { list, arms: list.arms() };
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a size stands right behind the regimen, its drugs in brackets aside. */
function isSized(mention: Mention, text: string): boolean {
  return /^[^\u3002;]{0,4}\([^()]{0,60}n=\d/u.test(text.slice(mention.span.end, mention.span.end + 80));
}

/** Whether the regimen is set beside another one by a word of contrast. */
function isPaired(mention: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const contrast = phrase(rulebook, 'joins.arm-contrast');
  const chosen = phrase(rulebook, 'joins.chosen');
  const at = mentions.indexOf(mention);
  const isNamed = (other: Mention | undefined) => other?.kind === 'regimen' || other?.kind === 'arm';
  const others = mentions.slice(Math.max(0, at - 4), at + 5).filter((other) => other !== mention && isNamed(other));
  return others.some((other) => {
    const [first, second] = other.span.start < mention.span.start ? [other, mention] : [mention, other];
    const choice = chosen.test(text.slice(Math.max(0, first.span.start - 6), second.span.start));
    return !choice && contrast.test(text.slice(first.span.end, second.span.start));
  });
}
