import type { Component, Definitions, Mention, StudyArm } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { ArmLabels } from './arm-labels.js';
import { ArmMatch, type OpenArm } from './arm-match.js';
import { ArmRevision } from './arm-revision.js';
import { Components } from './components.js';
import { isCytotoxic, spellsOut } from './drug-sets.js';
import { labelOf } from './labels.js';

/** The arms of one study while its mentions are read. */
export class ArmList {
  private readonly open: OpenArm[] = [];
  private readonly labels: ArmLabels;
  private readonly components: Components;
  private readonly match: ArmMatch;
  /** What is left to be said of the arms once all mentions have been read. */
  readonly revision: ArmRevision;
  /** Which arm each mention means, once the list is complete. */
  private settled: Map<Mention, number | undefined> | undefined;

  constructor(rulebook: Rulebook, definitions: Definitions, againstPlacebo = false) {
    this.labels = new ArmLabels(rulebook);
    this.components = new Components(rulebook, definitions);
    this.match = new ArmMatch(this.open, rulebook, againstPlacebo);
    this.revision = new ArmRevision(this.open, this.match, this);
  }

  /** A label without what does not tell arms apart; see `ArmLabels`. */
  plain(label: string): string {
    return this.labels.plain(label);
  }

  /** The drugs of a mention; see `Components`. */
  componentsOf(mention: Mention): readonly Component[] {
    return this.components.of(mention);
  }

  /** Whether the article or the lexicon says what a mention stands for. */
  knows(mention: Mention): boolean {
    return this.components.knows(mention);
  }

  /**
   * Adds what a mention calls an arm, or finds the arm that it is; returns its place. A sure name is taken as
   * printed, another one may be a misprint of an arm that is there already.
   */
  add(mention: Mention, sure: boolean): number {
    const known = sure ? this.named(mention) : this.find(mention);
    if (known !== undefined) {
      const arm = this.open[known] as OpenArm;
      for (const alias of this.labels.aliasesOf(labelOf(mention))) arm.aliases.add(alias);
      // `分为甲术组和术后未甲术组…未术后甲术组`: the name that the patients were divided by is the arm's.
      if (arm.lacks && !arm.isListed && mention.facts.introduced) arm.label = this.labels.printed(mention);
      // `超分割放射治疗16例…超分割组`: those who got a treatment go by the name of their group.
      if (mention.kind === 'arm' && !arm.isGroup && arm.label.startsWith(this.labels.plain(labelOf(mention))))
        arm.label = this.labels.printed(mention);
      // `甲种放疗(XYZ)…XYZ组`: a group goes by the letters that the article calls it by from then on.
      if (mention.kind === 'arm' && this.labels.isShortOf(labelOf(mention), arm.label))
        arm.label = this.labels.printed(mention);
      const drugs = this.componentsOf(mention);
      if (arm.drugs.length === 0 || spellsOut(drugs, arm.drugs) || this.match.isMoreOfTried(drugs, arm.drugs))
        arm.drugs = [...drugs];
      return known;
    }
    this.open.push(this.opened(mention));
    return this.open.length - 1;
  }

  /** An arm as the first mention of it calls it. */
  private opened(mention: Mention): OpenArm {
    const role = mention.facts.role as 'experimental' | 'control' | undefined;
    const label = labelOf(mention);
    return {
      label: this.labels.printed(mention),
      aliases: new Set(this.labels.aliasesOf(label)),
      drugs: [...this.componentsOf(mention)],
      role,
      isGroup: mention.kind === 'arm',
      isIntroduced: mention.ruleId === 'bind.introduced' || mention.facts.introduced !== undefined,
      isListed: mention.facts.introduced !== undefined,
      dose: mention.facts.dose,
      lacks: this.match.lackOf(mention, label),
    };
  }

  /** Adds an arm that the text sets against another one, whatever drugs that got. */
  addOpposed(mention: Mention): void {
    this.open.push({ ...this.opened(mention), isOpposed: true });
  }

  /** Adds an arm that is told of before the others. */
  addFirst(mention: Mention): void {
    this.open.unshift(this.opened(mention));
  }

  /** Adds what the study's own treatment is only compared with. */
  addBeside(mention: Mention): void {
    const arm = this.open[this.add(mention, true)];
    if (arm) arm.beside = true;
  }

  /** Lets an arm go by a second name, too, and gives it what that says beside the drugs that are known. */
  call(place: number, mention: Mention): void {
    this.open[place]?.aliases.add(this.labels.plain(labelOf(mention)));
    const known = this.drugsAt(place).length > 0;
    this.give(
      place,
      this.componentsOf(mention).filter(({ name }) => !known || name !== 'chemotherapy'),
    );
  }

  /** Takes out an arm that has turned out to be another one. */
  drop(place: number): void {
    this.open.splice(place, 1);
  }

  /** Says which part in the study an arm has, unless another one has it or its own is known. */
  takeRole(place: number, role: 'experimental' | 'control'): void {
    const arm = this.open[place];
    if (arm && arm.role === undefined && !this.open.some((other) => other.role === role)) arm.role = role;
  }

  /** The arm that a mention means, if one of the list; undefined for a treatment that two arms got alike. */
  find(mention: Mention): number | undefined {
    if (this.settled?.has(mention)) return this.settled.get(mention);
    const isShared = this.settled !== undefined && this.match.isShared(mention, this.componentsOf(mention));
    const place = isShared
      ? this.labelled(mention)
      : (this.named(mention) ??
        this.match.meant(mention, this.labels.plain(labelOf(mention)), this.componentsOf(mention)));
    this.settled?.set(mention, place);
    return place;
  }

  /** The arm that goes by the very name of a mention. */
  labelled(mention: Mention): number | undefined {
    const label = this.labels.plain(labelOf(mention));
    const place = this.open.findIndex(({ aliases }) => aliases.has(label));
    return place < 0 ? undefined : place;
  }

  /** Says that the list is complete: from now on each mention is looked up once. */
  settle(): void {
    this.settled = new Map();
  }

  /** The arm with this label, these drugs or this part in the study. */
  private named(mention: Mention): number | undefined {
    return this.match.named(mention, this.labels.plain(labelOf(mention)), this.componentsOf(mention));
  }

  /** Puts the arms in the order in which the text first names them: so the article's lists of numbers run. */
  sort(mentions: readonly Mention[]): void {
    if (this.size < 2) return;
    const first = new Map<OpenArm, number>();
    for (const mention of mentions) {
      const arm = this.open[this.named(mention) ?? -1];
      if (arm && !first.has(arm)) first.set(arm, mention.span.start);
    }
    const placeOf = (arm: OpenArm) => first.get(arm) ?? Number.POSITIVE_INFINITY;
    this.open.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
  }

  /** Gives an arm drugs that were told apart from its label. */
  give(place: number, drugs: readonly Component[]): void {
    const arm = this.open[place];
    if (!arm) return;
    if (this.settled) this.settle();
    // `化疗组采用XY方案`: the drugs stand in the place of the word for their kind.
    if (arm.drugs.length === 1 && arm.drugs[0]?.name === 'chemotherapy' && drugs.every(isCytotoxic)) arm.drugs = [];
    const names = new Set(arm.drugs.map(({ name }) => name));
    // `对照组采用化疗…甲药对比多西他赛`: what is known by name is not known by its kind once more.
    const isKnown = ({ name }: Component) =>
      names.has(name) ||
      (name === 'chemotherapy' && arm.drugs.some(isCytotoxic)) ||
      (name === "physician's choice" && names.size > 0) ||
      // `腹腔镜胃癌手术40例设为腹腔镜组`: an operation of a kind is one.
      (name === 'surgery' && arm.drugs.some(({ modality }) => modality === 'surgery'));
    arm.drugs.push(...drugs.filter((drug) => !isKnown(drug)));
  }

  /** Whether all arms are among more treatments than these. */
  isPartOf(treatments: readonly Mention[]): boolean {
    if (treatments.length <= this.size) return false;
    const known = new Set(treatments.flatMap((mention) => this.find(mention) ?? []));
    return known.size === this.size;
  }

  drugsAt(place: number): readonly Component[] {
    return this.open[place]?.drugs ?? [];
  }

  get size(): number {
    return this.open.length;
  }

  arms(): StudyArm[] {
    const single = this.open.length === 1;
    return this.open.map((arm, place) => ({
      id: this.idOf(arm, place),
      label: arm.label,
      aliases: arm.aliases,
      drugs: arm.drugs,
      role: single ? 'single' : arm.role,
      ...(arm.beside ? { beside: true } : {}),
    }));
  }

  private idOf(arm: OpenArm, place: number): string {
    const twice = this.open.slice(0, place).some(({ label }) => label === arm.label);
    return twice ? `${arm.label} ${place + 1}` : arm.label;
  }
}
