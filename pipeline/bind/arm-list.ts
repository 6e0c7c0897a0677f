import type { Component, Definitions, Mention, StudyArm } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { ArmLabels } from './arm-labels.js';
import { ArmMatch, isCytotoxic, key, type OpenArm, spellsOut } from './arm-match.js';
import { Components } from './components.js';
import { labelOf } from './labels.js';

/** The arms of one study while its mentions are read. */
export class ArmList {
  private readonly open: OpenArm[] = [];
  private readonly labels: ArmLabels;
  private readonly components: Components;
  private readonly match: ArmMatch;
  /** Which arm each mention means, once the list is complete. */
  private settled: Map<Mention, number | undefined> | undefined;

  constructor(
    private readonly rulebook: Rulebook,
    definitions: Definitions,
    againstPlacebo = false,
  ) {
    this.labels = new ArmLabels(rulebook);
    this.components = new Components(rulebook, definitions);
    this.match = new ArmMatch(this.open, rulebook, againstPlacebo);
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
      const drugs = this.componentsOf(mention);
      if (arm.drugs.length === 0 || spellsOut(drugs, arm.drugs) || this.match.isMoreOfTried(drugs, arm.drugs))
        arm.drugs = [...drugs];
      return known;
    }
    const role = mention.facts.role as 'experimental' | 'control' | undefined;
    const label = labelOf(mention);
    this.open.push({
      label: this.labels.printed(mention),
      aliases: new Set(this.labels.aliasesOf(label)),
      drugs: [...this.componentsOf(mention)],
      role,
      isGroup: mention.kind === 'arm',
      isIntroduced: mention.ruleId === 'bind.introduced' || mention.facts.introduced !== undefined,
      isListed: mention.facts.introduced !== undefined,
      dose: mention.facts.dose,
    });
    return this.open.length - 1;
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

  /** The arm that a mention means, if one of the list. */
  find(mention: Mention): number | undefined {
    if (this.settled?.has(mention)) return this.settled.get(mention);
    const place = this.named(mention) ?? this.match.misprinted(this.labels.plain(labelOf(mention)));
    this.settled?.set(mention, place);
    return place;
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
    const first = new Map<OpenArm, number>();
    for (const mention of mentions) {
      const arm = this.open[this.named(mention) ?? -1];
      if (arm && !first.has(arm)) first.set(arm, mention.span.start);
    }
    const placeOf = (arm: OpenArm) => first.get(arm) ?? Number.POSITIVE_INFINITY;
    this.open.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
  }

  /** Arms that turned out to get the same drugs are one arm: `A组接受吉非替尼` is the arm 吉非替尼组. */
  unify(): void {
    for (let place = this.open.length - 1; place > 0; place -= 1) {
      const arm = this.open[place] as OpenArm;
      const drugs = key(arm.drugs);
      const first =
        drugs === ''
          ? place
          : this.open.findIndex(
              (other) =>
                key(other.drugs) === drugs &&
                other.dose === arm.dose &&
                (other === arm || !this.match.areOpposed(arm, other)),
            );
      if (first >= place) continue;
      for (const alias of arm.aliases) (this.open[first] as OpenArm).aliases.add(alias);
      this.open.splice(place, 1);
    }
  }

  /** `甲药组、序贯手术组…手术组`: an arm without a size that only says what another one got more is that one. */
  unifyParts(sized: ReadonlySet<number | undefined>): void {
    const part = this.open.find((arm, place) => !sized.has(place) && this.match.wholeOf(arm));
    const whole = part && this.match.wholeOf(part);
    if (!part || !whole) return;
    for (const alias of part.aliases) whole.aliases.add(alias);
    this.open.splice(this.open.indexOf(part), 1);
  }

  /** The treatment that the study is about is what its arm on trial got where nothing else says so. */
  giveTried(treatment: Mention | undefined): void {
    const tried = this.open.findIndex(({ role, drugs }) => role === 'experimental' && drugs.length === 0);
    if (treatment && tried >= 0 && this.size === 2) this.give(tried, this.componentsOf(treatment));
  }

  /** `甲药对比乙药…联合组…对照组`: what two treatments were set against each other is what the arms got. */
  giveCompared([tried, comparator]: readonly Mention[]): void {
    const control = this.open.findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
    if (this.size !== 2 || control < 0 || !tried || !comparator || this.named(comparator) === 1 - control) return;
    this.give(control, this.componentsOf(comparator));
    if (this.drugsAt(1 - control).length === 0) this.give(1 - control, this.componentsOf(tried));
  }

  /** `甲药联合化疗组…治疗组与对照组`: the one arm that is named by what it got is the one on trial. */
  unifyTried(): void {
    const tried = this.open.find(({ role, drugs }) => role === 'experimental' && drugs.length === 0);
    const [named, another] = this.open.filter(({ role, drugs }) => role === undefined && drugs.length > 0);
    if (!tried || !named || another || this.open.length !== 3) return;
    for (const alias of tried.aliases) named.aliases.add(alias);
    named.role = 'experimental';
    this.open.splice(this.open.indexOf(tried), 1);
  }

  /** `甲药联合化疗组…对照组NP方案化疗`: of two arms, the one with chemotherapy got that of the other one. */
  shareChemotherapy(): void {
    if (this.open.length !== 2) return;
    for (const [place, arm] of this.open.entries()) {
      const other = this.open[1 - place] as OpenArm;
      const rest = arm.drugs.filter(({ name }) => name !== 'chemotherapy');
      if (rest.length === 0 || rest.length === arm.drugs.length || other.drugs.length === 0) continue;
      if (other.drugs.every(isCytotoxic)) arm.drugs = [...rest, ...other.drugs];
    }
  }

  /** Takes out the only arm where nothing is known of what it got; a control alone is never all there is. */
  dropLoneGroup(own: boolean): void {
    const [only] = this.open;
    if (this.open.length === 1 && only?.drugs.length === 0 && (own || only.role === 'control')) this.open.pop();
  }

  /** `甲方案基础上加乙药…乙药组…对照组`: beside a control of which nothing is known, an arm got all of the combination. */
  spellOut(combinations: readonly Mention[]): void {
    const control = this.open.findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
    const arm = this.open[1 - control];
    if (this.size !== 2 || control < 0 || arm?.drugs.length !== 1) return;
    const [whole, another] = combinations
      .map((mention) => this.componentsOf(mention))
      .filter((drugs) => drugs.length > 1 && drugs.some(({ name }) => name === arm.drugs[0]?.name));
    if (whole && (!another || key(whole) === key(another))) arm.drugs = [...whole];
  }

  /** Of two arms the one on trial comes first, as in `a对b`, unless the article lists them the other way round. */
  putControlLast(): void {
    const [first, second] = this.open;
    const isControl = (arm: OpenArm | undefined) =>
      arm?.role === 'control' || arm?.drugs.some(({ name }) => name === 'placebo') === true;
    if (this.open.length === 2 && isControl(first) && !isControl(second) && !(first?.isListed && second?.isListed))
      this.open.reverse();
  }

  /** Adds the arm that a pooled comparison is against where the article does not name it. */
  addControl(): void {
    const entry = this.rulebook.entries.find(({ facts }) => facts.role === 'control' && facts.label !== undefined);
    const label = entry?.facts.label ?? 'control';
    this.open.push({
      label,
      aliases: new Set([label]),
      drugs: [],
      role: 'control',
      isGroup: true,
      isIntroduced: false,
      isListed: false,
    });
  }

  /** Gives an arm drugs that were told apart from its label. */
  give(place: number, drugs: readonly Component[]): void {
    const arm = this.open[place];
    if (!arm) return;
    if (this.settled) this.settle();
    const names = new Set(arm.drugs.map(({ name }) => name));
    arm.drugs.push(...drugs.filter(({ name }) => !names.has(name)));
  }

  /** Whether all arms are among more treatments than these. */
  isPartOf(treatments: readonly Mention[]): boolean {
    const known = new Set(treatments.flatMap((mention) => this.find(mention) ?? []));
    return known.size === this.size && treatments.length > this.size;
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
