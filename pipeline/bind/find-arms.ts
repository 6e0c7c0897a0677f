import type { Definitions, Mention, StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { addByAddition } from './added-later.js';
import { type Alias, aliasesOf } from './arm-aliases.js';
import { ArmList } from './arm-list.js';
import { addComparator, addSubject, addTried, addWhole } from './comparators.js';
import { addPair } from './compared-pair.js';
import { compared, listedTreatments } from './compared-treatments.js';
import { conditioningOf, infusedCells } from './conditioning.js';
import { countedControl } from './counted-control.js';
import { dividingGroups } from './dividing-groups.js';
import { eitherOf } from './either-treatment.js';
import { withoutFactors } from './factor-treatments.js';
import { firstNamed } from './first-named.js';
import { calledGroups, Groups, hasDrugs } from './groups.js';
import { headed } from './headed-groups.js';
import { withObserved } from './observed-groups.js';
import { OwnTreatment } from './own-treatment.js';
import { withoutPrior } from './prior-treatments.js';
import { isPaired, isSized, partsOfWholes } from './regimen-signs.js';
import { poolsEffects, reviseArms } from './revise-arms.js';
import { addBesideOnly } from './side-by-side.js';
import { explained } from './spelled-labels.js';
import { combinations, givenClass, mainDrug } from './study-treatment.js';
import type { Telling } from './telling.js';
import { addToldApart } from './told-apart.js';

export interface FoundArms {
  readonly list: ArmList;
  readonly arms: readonly StudyArm[];
}

/** The arms that a study's mentions name, the surest kind of name first. */
export function findArms(telling: Telling, text: string, rulebook: Rulebook, definitions: Definitions): FoundArms {
  const { told, title, aim } = telling;
  const current = (mentions: readonly Mention[]) => withoutPrior(mentions, text, rulebook);
  const now = {
    ...telling,
    told: withObserved(withoutFactors(current(told), text, rulebook), text, rulebook),
    title: current(title),
    aim: current(aim),
  };
  const finder = new ArmFinder(now, text, rulebook, definitions);
  finder.addGroups();
  finder.addCompared();
  if (telling.own) finder.addOwnTreatment();
  if (!telling.own || telling.onlyNamed) finder.addToldTreatment();
  return finder.finish();
}

class ArmFinder {
  private readonly list: ArmList;
  private readonly mentions: readonly Mention[];
  private readonly aliases: readonly Alias[];
  private readonly regimens: readonly Mention[];
  /** What patients got before their cells were infused, which is no arm. */
  private readonly conditioning: readonly Mention[];
  /** The two treatments that the text sets against each other, once they have been asked for. */
  private pair: readonly Mention[] | undefined;

  constructor(
    private readonly telling: Telling,
    private readonly text: string,
    private readonly rulebook: Rulebook,
    definitions: Definitions,
  ) {
    const { told } = telling;
    const againstPlacebo = told.some(({ name, facts }) => name === 'placebo' || facts.drugs?.startsWith('placebo'));
    this.list = new ArmList(rulebook, definitions, againstPlacebo);
    this.aliases = aliasesOf(told, text, rulebook);
    this.conditioning = conditioningOf(told, text, rulebook);
    const aside = new Set([...this.aliases.map(({ name }) => name), ...this.conditioning]);
    this.mentions = told.filter((mention) => !aside.has(mention));
    const parts = partsOfWholes(this.mentions);
    const isWhole = (mention: Mention) => mention.facts.combination === undefined && !parts.has(mention);
    this.regimens = this.mentions.filter((mention) => mention.kind === 'regimen' && isWhole(mention));
  }

  /** Groups that the text calls by name, and treatments that tell the patients apart. */
  addGroups(): void {
    const { list, mentions, regimens } = this;
    const groups = new Groups(calledGroups(mentions, this.text, this.rulebook), list, this.text, this.rulebook);
    const added = phrase(this.rulebook, 'joins.label-added');
    const those = phrase(this.rulebook, 'joins.label-those');
    // `放疗剂量≥56Gy组`: patients told apart by a dose may be those of the arms told apart once more.
    const isLater = ({ facts, text }: Mention) => facts.dose !== undefined || added.test(text) || those.test(text);
    // `甲药治疗(试验组)…对照组…甲药单药与化疗组相比`: the groups of a part of the studies that are pooled are no arms of the whole.
    const pooled = poolsEffects(mentions) ? groups.introducedParts : [];
    this.addExplained(pooled, false);
    const isSure = (mention: Mention) =>
      pooled.length === 0 && (groups.isSure(mention) || isSized(mention, this.text)) && !isLater(mention);
    this.addExplained([...groups.named.filter(isSure), ...regimens.filter((mention) => isSized(mention, this.text))]);
    const dividing = dividingGroups(groups.named, mentions, this.text, this.rulebook);
    this.addExplained(dividing);
    addToldApart(list, mentions, dividing.length > 0, this.text, this.rulebook);
    const dosed = mentions
      .filter(({ facts }) => facts.dosed !== undefined)
      .map((whole) => headed(whole, mentions, this.text, this.rulebook));
    if (dosed.length > 1) this.add(inOrder([...regimens.filter(hasDrugs), ...dosed]));
    // A label that nothing explains may be another arm's label with a letter lost.
    if (list.size < 2)
      this.addExplained(
        [...groups.labelled, ...regimens.filter((one) => isPaired(one, mentions, this.text, this.rulebook))],
        false,
      );
    list.sort(mentions.filter(({ kind }) => kind === 'arm' || kind === 'regimen'));
    if (list.size === 1) addBesideOnly(list, groups, this.text, this.rulebook);
    if (list.size < 2) this.addExplained(groups.byPart, false);
    else {
      const control = countedControl(groups.named, list, this.text, this.rulebook);
      if (control) list.takeRole(list.add(control, true), 'control');
    }
    for (const mention of groups.named)
      if (groups.labelled.includes(mention) || list.size < 2) list.add(mention, false);
    list.revision.dropGeneral();
  }

  /** Treatments that the study is said to have compared, and what its only arm is compared with. */
  addCompared(): void {
    const { list, mentions, text, rulebook } = this;
    const listed = listedTreatments(mentions, text, rulebook);
    if (list.isPartOf(listed)) {
      this.add(listed);
      list.sort(listed);
    }
    const pair = list.size === 1 ? this.compared : [];
    // `对照组为研究者选择的化疗。甲药对比乙药的PFS…`: a control alone is never one side of what is compared and the other, too.
    if (pair.length > 0) list.revision.dropLoneGroup(false);
    if (list.isPartOf(pair)) addPair(list, pair);
    else list.revision.replaceByPair(pair);
    addTried(list, mentions, text);
    addWhole(list, mentions, text, rulebook);
    addByAddition(list, mentions, text, rulebook);
    if (list.size === 1) addSubject(list, mentions, text, rulebook);
    if (list.size === 1) addComparator(list, mentions, text, rulebook);
  }

  /** What all patients of an article's own study got, where nothing tells its arms apart. */
  addOwnTreatment(): void {
    const { list, mentions, regimens, text, rulebook } = this;
    if (list.size === 0) this.addInfused();
    const { title, aim } = this.telling;
    const own = new OwnTreatment({ title, aim, mentions, regimens }, text, rulebook);
    if (list.size === 0) this.add(own.regimens());
    // `甲药联合XY的ORR为a%,较单用XY提高`: a regimen that something was added to is what the whole is compared with.
    if (list.size === 1) addSubject(list, mentions, text, rulebook);
    const pair = list.size === 1 ? this.compared : [];
    if (list.isPartOf(pair)) addPair(list, pair);
    if (list.size === 1 && poolsEffects(mentions)) addComparator(list, mentions, text, rulebook);
    // A cohort of an article's own that is not told apart by treatment has no arms.
    list.revision.dropLoneGroup(true);
    if (list.size === 0) addPair(list, this.withEither(own.treatment()));
  }

  /** What the patients of another study got, where nothing tells its arms apart. */
  addToldTreatment(): void {
    const { list, mentions, text, rulebook } = this;
    const { title, topic } = this.telling;
    if (list.size === 0) this.addInfused();
    // `XY方案联合甲药的CR率优于单用XY方案`: what a combination surpassed is only what it is compared with.
    const combined = mentions.some(({ facts }) => facts.combination !== undefined && facts.classes === undefined);
    const surpassed = phrase(rulebook, 'joins.comparator');
    const isOther = combined || this.telling.same.length > 0;
    const isOwn = ({ span }: Mention) => !isOther || !surpassed.test(this.before(span.start, 8));
    if (list.size === 0) this.add(this.regimens.filter(isOwn));
    // `甲药较XY方案延长了PFS`: the only regimen is one side of what is compared.
    const sides = list.size === 1 ? this.compared : [];
    if (list.isPartOf(sides)) addPair(list, sides);
    if (list.size === 0)
      this.add(title.filter(({ kind, facts }) => kind === 'regimen' && facts.drugs !== undefined).slice(0, 1));
    // A control alone is never all there is.
    list.revision.dropLoneGroup(false);
    if (list.size === 0) addPair(list, this.compared);
    if (list.size === 0) this.add(combinations(mentions, text, rulebook));
    if (list.size === 0) this.add(this.telling.same);
    addByAddition(list, mentions, text, rulebook);
    // Where no drug is named, cells are what was tried, and not what had been done before.
    if (list.size === 0 && !mentions.some(({ kind }) => kind === 'drug')) this.add(infusedCells(mentions));
    if (list.size === 0) this.add(this.withEither(mainDrug(mentions, topic, text, rulebook)));
    if (list.size === 0) this.add(givenClass(mentions, text, rulebook));
    if (list.size === 1) addComparator(list, mentions, text, rulebook);
    // `进一步验证了甲药的获益(a对b)`: what it was compared with is what it had been compared with before.
    if (list.size === 0 || list.isPartOf(this.telling.confirmed)) addPair(list, this.telling.confirmed);
  }

  /** `以甲方案预处理后输注某细胞`, `n例患者输注某细胞`: patients who were prepared for cells got these, as did those who are said to. */
  private addInfused(): void {
    const infused = phrase(this.rulebook, 'joins.infused');
    const isInfused = ({ span }: Mention) => infused.test(this.before(span.start, 8));
    this.add(infusedCells(this.conditioning.length > 0 ? this.mentions : this.mentions.filter(isInfused)));
  }

  /** Gives the arms what the text says of them by other names. */
  finish(): FoundArms {
    const { list, mentions, text, rulebook, telling, aliases, conditioning } = this;
    const headings = [...telling.title, ...telling.aim];
    const compared = list.size === 2 ? this.compared : [];
    const first = () => firstNamed(mentions, this.compared, text, rulebook);
    reviseArms(list, { mentions, headings, compared, first, aliases, conditioning, text, rulebook });
    return { list, arms: list.arms() };
  }

  /** The two treatments that the text sets against each other, if any. */
  private get compared(): readonly Mention[] {
    this.pair ??= compared(this.mentions, this.text, this.rulebook);
    return this.pair;
  }

  private add(mentions: readonly Mention[]): void {
    for (const mention of mentions) this.list.add(mention, true);
  }

  /** `甲药或乙药`: the one treatment that was found, with what was given in its place. */
  private withEither(found: readonly Mention[]): readonly Mention[] {
    const [one, another] = found;
    return one && !another ? [eitherOf(one, this.mentions, this.text, this.rulebook)] : found;
  }

  private addExplained(mentions: readonly Mention[], sure = true): void {
    for (const mention of inOrder(mentions))
      this.list.add(explained(mention, this.text, this.rulebook), sure || this.list.knows(mention));
  }

  /** The characters before a place. */
  private before(at: number, length: number): string {
    return this.text.slice(Math.max(0, at - length), at);
  }
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.span.start - b.span.start);
}
