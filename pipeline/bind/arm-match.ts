import type { Component, Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { holdsAll, isCytotoxic, isKindOfTreatment, key, kindsOfTreatment, spellsOut } from './drug-sets.js';
import { onlyByTechnique, onlyOfKind, onlyOne } from './kind-of-arm.js';
import { isLetter, isOtherStrength, resembles, shortens } from './labels.js';

/** An arm while the mentions of its study are read. */
export interface OpenArm {
  label: string;
  readonly aliases: Set<string>;
  drugs: Component[];
  /** Whether the text calls it a group, and does not only name what was given. */
  readonly isGroup: boolean;
  /** Whether the article says what the group is called before it speaks of it, so that another name is another group. */
  readonly isIntroduced: boolean;
  /** Whether the article itself says that there is such a group, beside others. */
  readonly isListed: boolean;
  role?: 'experimental' | 'control' | undefined;
  /** The dose that tells the arm from another one of the same drug. */
  readonly dose?: string | undefined;
  beside?: boolean;
  /** Whether the text sets it against another arm that got drugs of the same names: `AB-1对比甲药`. */
  readonly isOpposed?: boolean;
  /** What its patients did not get, where it is named by that. */
  readonly lacks?: string | undefined;
}

/** Which of the arms of one study a mention means. */
export class ArmMatch {
  private readonly negated: RegExp;
  private readonly modifier: RegExp;
  private readonly course: RegExp;
  private readonly strength: RegExp;
  private readonly combined: RegExp;
  private readonly single: RegExp;
  private readonly added: RegExp;

  /** Looks at `open` as it is whenever it is asked; `againstPlacebo` where patients of the study got a placebo. */
  constructor(
    private readonly open: readonly OpenArm[],
    private readonly rulebook: Rulebook,
    private readonly againstPlacebo: boolean,
  ) {
    this.negated = phrase(rulebook, 'joins.label-negated');
    this.modifier = phrase(rulebook, 'joins.label-modifier');
    this.course = phrase(rulebook, 'joins.label-course');
    this.strength = phrase(rulebook, 'joins.label-strength');
    this.combined = phrase(rulebook, 'joins.label-combined');
    this.single = phrase(rulebook, 'joins.label-single');
    this.added = phrase(rulebook, 'joins.label-added');
  }

  /** The arm with this plain label, these drugs or this part in the study. */
  named(mention: Mention, label: string, components: readonly Component[]): number | undefined {
    const byLabel = this.open.findIndex((arm) => arm.aliases.has(label));
    if (byLabel >= 0) return byLabel;
    const lacked = this.lackOf(mention, label);
    if (lacked !== undefined)
      return this.only(({ lacks }) => lacks?.endsWith(lacked) || lacked.endsWith(lacks ?? '\n'));
    return (
      this.byDose(mention, label) ??
      this.byEnd(mention) ??
      this.byPart(mention, label) ??
      this.byDrugs(mention, components) ??
      this.byChemotherapy(components) ??
      this.byAdded(mention, components) ??
      this.byTried(mention, components) ??
      this.byRole(mention) ??
      this.bySingle(mention) ??
      onlyOfKind(this.open, mention, components, this.rulebook)
    );
  }

  /** What the patients that a mention names did not get: `未移植组`, `未接受移植的患者`. */
  lackOf({ kind, facts }: Mention, label: string): string | undefined {
    if (kind !== 'arm') return undefined;
    return facts.without ?? phrase(this.rulebook, 'joins.label-lack').exec(label)?.groups?.what;
  }

  /** The arm that a mention means which is no name that one goes by: that of its kind of treatment, or of a misprinted label. */
  meant(mention: Mention, label: string, components: readonly Component[]): number | undefined {
    return onlyByTechnique(this.open, mention, components) ?? this.misprinted(label, components);
  }

  /** A label that the article never explains and that is, but for order or a lost letter (none that negates), one arm's label. */
  private misprinted(label: string, components: readonly Component[]): number | undefined {
    const negated = phrase(this.rulebook, 'joins.label-negated');
    const isMeant = (alias: string) =>
      resembles(label, alias) && (alias.length === label.length || negated.test(alias) === negated.test(label));
    // `TPF组…PF组`: another regimen of which all is known is no misprint of the only one.
    const isOther = ({ drugs }: OpenArm) =>
      this.open.length === 1 && components.length > 0 && drugs.length > 0 && key(drugs) !== key(components);
    return this.only((arm) => !isOther(arm) && [...arm.aliases].some(isMeant));
  }

  /** Whether two arms that got the same are told apart all the same: by their part, their course or as two groups. */
  areOpposed(one: OpenArm, other: OpenArm): boolean {
    if (one.isOpposed || other.isOpposed || this.isOtherCourse(one.label, other.label)) return true;
    if (one.role !== undefined && other.role !== undefined) return one.role !== other.role;
    // `分为热灌注组和对照组`: the groups that patients were divided into.
    if (one.isListed && other.isListed) return true;
    if (one.role !== undefined || other.role !== undefined) return false;
    // `A组接受甲药`: a letter is another name of the arm that a drug names, and never of another letter.
    const letters = [one, other].filter(({ label }) => isLetter(label, this.rulebook));
    return one.isGroup && other.isGroup && letters.length !== 1;
  }

  /** `术后放疗`, `单纯放疗`: one treatment, in another place among the others, or in another strength. */
  private isOtherCourse(label: string, other: string): boolean {
    const [one, another] = [this.course.exec(label)?.[0], this.course.exec(other)?.[0]];
    return (
      (one !== undefined && another !== undefined && one !== another) || isOtherStrength(label, other, this.strength)
    );
  }

  /** `甲药2mg组…2mg组`, `2mg甲药组…2mg组`: the one arm whose name has this dose. */
  private byDose({ facts }: Mention, label: string): number | undefined {
    if (facts.byDose === undefined) return undefined;
    const isAtEnd = (alias: string) => alias.endsWith(label) && !/[\d.]/u.test(alias.at(-label.length - 1) ?? '');
    return this.only(({ aliases }) => [...aliases].some((alias) => alias.startsWith(label) || isAtEnd(alias)));
  }

  private byEnd({ ruleId, text }: Mention): number | undefined {
    if (ruleId !== 'arms.named') return undefined;
    return this.only((arm) => arm.label.endsWith(text) && !this.negated.test(arm.label));
  }

  private byPart({ kind }: Mention, label: string): number | undefined {
    if (kind !== 'arm') return undefined;
    const shorter = (a: string, b: string) => shortens(a, b, this.modifier, this.negated);
    const kindEnd = phrase(this.rulebook, 'joins.label-kind-end');
    // `超分割放射治疗16例…超分割组`
    const isHead = (alias: string) =>
      label.length > 1 && alias.startsWith(label) && kindEnd.test(alias.slice(label.length));
    const isPart = (alias: string) => shorter(label, alias) || shorter(alias, label) || isHead(alias);
    return this.only(({ aliases }) => [...aliases].some(isPart));
  }

  private byDrugs({ facts, kind, ruleId, text }: Mention, components: readonly Component[]): number | undefined {
    const drugs = key(components);
    if (drugs === '') return this.onlyWith(components);
    // `放疗剂量≥56Gy组`: a group that its dose alone names is not the one that a kind of treatment names.
    const isOfDose = kind === 'arm' && facts.dose !== undefined && isKindOfTreatment(components[0]);
    const sameDose = ({ dose }: OpenArm) =>
      facts.dose === undefined || (dose === undefined && !isOfDose) || dose === facts.dose;
    // Two groups may both have had surgery or radiotherapy, each in its way.
    const isGeneral = ({ name, modality }: Component) =>
      kindsOfTreatment.has(name) || kindsOfTreatment.has(modality ?? '');
    const general = kind === 'arm' && components.every(isGeneral);
    // … but a treatment with the word for group, which nothing introduces, names a group that is there already.
    const isNamed = facts.introduced !== undefined || ['bind.introduced', 'names.arm-latin'].includes(ruleId);
    const place = this.open.findIndex(
      (arm) =>
        key(arm.drugs) === drugs &&
        sameDose(arm) &&
        !(general && arm.isGroup && arm.role === undefined && isNamed) &&
        !this.isOtherCourse(arm.label, text) &&
        !(kind === 'arm' && isLetter(facts.label ?? '', this.rulebook) && isLetter(arm.label, this.rulebook)) &&
        !((ruleId === 'bind.introduced' || facts.introduced !== undefined) && arm.isIntroduced),
    );
    return place >= 0 ? place : undefined;
  }

  /** `甲组予甲药150mg,乙组予甲药100mg`: whether a treatment that is no name of a group is that of two arms. */
  isShared({ kind, facts }: Mention, components: readonly Component[]): boolean {
    const drugs = key(components);
    if (kind === 'arm' || drugs === '' || facts.dose !== undefined) return false;
    return this.open.filter((arm) => key(arm.drugs) === drugs).length > 1;
  }

  /** The arm that got just this procedure, where no other arm got it, too. */
  private onlyWith([procedure, another]: readonly Component[]): number | undefined {
    if (!procedure || another) return undefined;
    const place = this.only(({ drugs }) => drugs.some(({ name }) => name === procedure.name));
    return place !== undefined && this.open[place]?.drugs.length === 1 ? place : undefined;
  }

  /** `甲药联合化疗组`: the arm that got the drug and, as the text says elsewhere, which drugs the chemotherapy were. */
  private byChemotherapy(components: readonly Component[]): number | undefined {
    return this.only(({ drugs }) => spellsOut(drugs, components) || spellsOut(components, drugs));
  }

  /** `联合化疗组`, `联合甲药组`: the one arm that got this beside something else. */
  private byAdded({ kind, text }: Mention, components: readonly Component[]): number | undefined {
    if (kind !== 'arm' || !this.added.test(text) || components.length === 0) return undefined;
    const isOf = (drug: Component) =>
      components.some(({ name }) => name === drug.name || (name === 'chemotherapy' && isCytotoxic(drug)));
    return this.only(({ drugs }) => {
      const added = drugs.filter(isOf);
      return added.length >= components.length && added.length < drugs.length;
    });
  }

  /** `甲药组` where `甲药联合化疗` was tried against a placebo: there is one arm only that got the drug. */
  private byTried({ kind, facts }: Mention, components: readonly Component[]): number | undefined {
    if (kind !== 'arm' && facts.combination === undefined) return undefined;
    // `甲药2mg组、甲药4mg组和安慰剂组`: groups of one drug that were introduced beside each other, or that a dose tells apart, are never one.
    const isApart = ({ drugs, isIntroduced, dose }: OpenArm) =>
      key(drugs) === key(components) &&
      ((facts.introduced !== undefined && isIntroduced) || (facts.dose !== undefined && dose !== facts.dose));
    return this.only(
      (arm) =>
        !isApart(arm) && (this.isMoreOfTried(components, arm.drugs) || this.isMoreOfTried(arm.drugs, components)),
    );
  }

  /** Whether drugs are those of an arm on trial against a placebo, and what it got beside them. */
  isMoreOfTried(more: readonly Component[], drugs: readonly Component[]): boolean {
    const isPlacebo = ({ name }: Component) => name === 'placebo';
    if (!this.againstPlacebo || drugs.length === 0 || more.length < drugs.length || more.some(isPlacebo)) return false;
    return more[0]?.name === drugs[0]?.name && holdsAll(more, drugs);
  }

  private byRole({ facts, text }: Mention): number | undefined {
    if (facts.role === undefined) return undefined;
    const place = this.open.findIndex((arm) => arm.role === facts.role);
    if (place >= 0) return place;
    // `联合组`: the one arm that got more than one drug; in `分为TC组和联合组` it is another one.
    const adds = phrase(this.rulebook, 'joins.adds');
    const isOther = ({ isListed, label }: OpenArm) => facts.introduced !== undefined && isListed && !adds.test(label);
    if (this.combined.test(text))
      return this.only((arm) => arm.drugs.length > 1 && arm.role === undefined && !isOther(arm));
    // `分为甲药组、乙药组和观察组`: a group that is listed beside two others is neither of them.
    if (facts.introduced !== undefined && this.open.every(({ isListed }) => isListed)) return undefined;
    if (this.open.length !== 2) return undefined;
    // `试验组接受甲药联合乙药,对照组接受丙药。甲药组…丙药组…`: where the part of one is known, the other is what is left.
    const told = this.open.findIndex((arm) => arm.role !== undefined);
    // In a study of two arms with names of their own, the control is the one named second.
    return told < 0 ? Number(facts.role === 'control') : 1 - told;
  }

  /** `单药组`: the one arm that got a drug alone, where the others got more. */
  private bySingle({ kind, text }: Mention): number | undefined {
    if (kind !== 'arm' || !this.single.test(text) || this.open.some(({ drugs }) => drugs.length === 0))
      return undefined;
    return this.open.length > 1 ? this.only(({ drugs }) => drugs.length === 1) : undefined;
  }

  private only(isLike: (arm: OpenArm) => boolean): number | undefined {
    return onlyOne(this.open, isLike);
  }
}
