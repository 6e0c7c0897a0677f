import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { type Alias, nameTwice } from './arm-aliases.js';
import type { ArmList } from './arm-list.js';
import { addPlacebo } from './comparators.js';
import { condition } from './conditioning.js';
import { giveDosed } from './dosed-arms.js';
import { explain } from './explain-arms.js';
import { namedInFull } from './named-in-full.js';
import { giveNumbered } from './numbered-drugs.js';

/** What a text says of arms besides the names by which they were found. */
interface ToldOfArms {
  readonly mentions: readonly Mention[];
  /** In the title, and in the sentence that says what the study is for. */
  readonly headings: readonly Mention[];
  /** The two treatments that the text sets against each other, if any. */
  readonly compared: readonly Mention[];
  /** Finds the treatments in the order in which the study names them before its results. */
  readonly first: () => readonly Mention[];
  readonly aliases: readonly Alias[];
  /** What patients got before their cells were infused. */
  readonly conditioning: readonly Mention[];
  readonly text: string;
  readonly rulebook: Rulebook;
}

/**
 * Gives the arms that were found what the text says of them by other names, makes one of those that turn out to be the
 * same, and puts them in order: each step counts on what the steps before it made of the arms.
 */
export function reviseArms(list: ArmList, told: ToldOfArms): void {
  const { mentions, headings, compared, first, aliases, conditioning, text, rulebook } = told;
  const isCombined = ({ facts }: Mention) => facts.combination !== undefined;
  explain(list, mentions, text, rulebook);
  list.revision.giveTried(headings.find(isCombined));
  addPlacebo(list, mentions, rulebook);
  const combined = mentions.filter(isCombined);
  list.revision.spellOut(combined);
  list.revision.giveCombined(combined, phrase(rulebook, 'joins.label-combined'));
  if (list.size > 1) giveNumbered(list, mentions, rulebook);
  if (list.size === 2) list.revision.giveCompared(compared);
  list.revision.nameKinds(mentions.filter(({ kind, facts }) => kind === 'regimen' && facts.drugs !== undefined));
  nameTwice(list, aliases);
  condition(list, mentions, conditioning);
  list.revision.unify();
  list.revision.unifyTried();
  list.revision.unifyByPart();
  list.revision.unifySingle(phrase(rulebook, 'joins.label-single'));
  list.revision.unifyKinds(phrase(rulebook, 'joins.label-chemotherapy'), sized(list, told));
  if (list.size > 1 && list.size < 5)
    list.revision.nameInFull(namedInFull(list, mentions, sized(list, told), text, rulebook));
  list.revision.shareChemotherapy();
  if (list.size === 1 && poolsEffects(mentions)) list.revision.addControl(rulebook);
  giveDosed(list, mentions);
  if (list.size > 1) sortNamed(list, mentions, first());
  const size = phrase(rulebook, 'sizes.right-behind');
  const isCounted = ({ kind, span }: Mention) => kind === 'arm' && size.test(text.slice(span.end, span.end + 24));
  list.revision.putControlLast(mentions.find(isCounted));
  list.settle();
}

/** Designs whose effects are those of several studies together. */
const poolingDesigns: ReadonlySet<string> = new Set(['meta-analysis', 'systematic-review']);

/** Whether a study that pools others tells an effect, which compares its only treatment with another one. */
export function poolsEffects(mentions: readonly Mention[]): boolean {
  const isPooled = mentions.some(({ kind, name = '' }) => kind === 'design' && poolingDesigns.has(name));
  return isPooled && mentions.some(({ quantity }) => quantity?.kind === 'estimate');
}

/** Puts the arms in the order of their names, or of their treatments where one of them has no name. */
function sortNamed(list: ArmList, mentions: readonly Mention[], first: readonly Mention[]): void {
  const isEvery = (named: readonly Mention[]) =>
    new Set(named.flatMap((mention) => list.find(mention) ?? [])).size === list.size;
  const named = mentions.filter(({ kind }) => kind === 'arm' || kind === 'regimen');
  const groups = named.filter(({ kind }) => kind === 'arm');
  const told = mentions.filter(({ kind }) => kind !== 'quantity' && kind !== 'cue');
  // `以甲药替换R方案中的乙药。P组与R组…`: what the groups are called comes before what was only spoken of.
  list.sort([first, groups, named].find(isEvery) ?? told);
}

/** The places of the arms that the text gives a size of their own. */
function sized(list: ArmList, { mentions, text, rulebook }: ToldOfArms): Set<number> {
  const size = phrase(rulebook, 'sizes.right-behind');
  const counted = mentions.filter(({ span }) => size.test(text.slice(span.end, span.end + 24)));
  // What is counted right behind may be no arm at all: `收治95例`.
  return new Set(counted.flatMap((mention) => list.find(mention) ?? []));
}
