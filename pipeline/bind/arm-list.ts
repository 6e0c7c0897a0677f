import type { Component, Definitions, Mention, StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { ArmMatch, key, type OpenArm, spellsOut } from './arm-match.js';
import { labelOf } from './labels.js';

/** The arms of one study while its mentions are read. */
export class ArmList {
  private readonly open: OpenArm[] = [];
  private readonly tail: RegExp;
  private readonly lead: RegExp;
  private readonly plan: RegExp;
  private readonly match: ArmMatch;
  /** What has been found out of labels and mentions: each is asked for at every number of its study. */
  private readonly plainLabels = new Map<string, string>();
  private readonly components = new Map<Mention, Component[]>();
  /** Which arm each mention means, once the list is complete. */
  private settled: Map<Mention, number | undefined> | undefined;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly definitions: Definitions,
    againstPlacebo = false,
  ) {
    this.tail = phrase(rulebook, 'joins.label-tail');
    this.lead = phrase(rulebook, 'joins.label-lead');
    this.plan = phrase(rulebook, 'joins.label-plan');
    this.match = new ArmMatch(this.open, rulebook, againstPlacebo);
  }

  /** A label without what does not tell arms apart: brackets, spaces, the word for arm or regimen at its end. */
  plain(label: string): string {
    const known = this.plainLabels.get(label);
    if (known !== undefined) return known;
    const plain = label
      .replace(/[\s()\u3001,\u00b7-]/gu, '')
      .replace(this.tail, '')
      .replace(this.lead, '')
      .toLowerCase();
    this.plainLabels.set(label, plain);
    return plain;
  }

  /** What an arm of this label is called: all of it, and of `放化疗(CRT)` its two names alone. */
  private aliasesOf(label: string): string[] {
    const [, name, short] = /^([^()]+)\(([A-Za-z][A-Za-z0-9+/-]*)\)/u.exec(label) ?? [];
    return [label, name, short].flatMap((printed) => (printed === undefined ? [] : this.plain(printed)));
  }

  /** The drugs of a mention: its own, the article's definition, the lexicon's. */
  componentsOf(mention: Mention): readonly Component[] {
    const known = this.components.get(mention);
    if (known) return known;
    const found = this.findComponents(mention);
    this.components.set(mention, found);
    return found;
  }

  private findComponents(mention: Mention): Component[] {
    const label = labelOf(mention);
    const listed = this.listedFor(mention) ?? this.rulebook.lexicon.regimenOf(label)?.facts.drugs;
    if (listed) return [...new Set(listed.split('+').flatMap((name) => this.partsOf(name)))].map((name) => this.component(name, name));
    if (mention.kind === 'drug' || mention.kind === 'procedure' || mention.kind === 'drug-class') {
      return [this.component(mention.name ?? mention.text, mention.text)];
    }
    return [];
  }

  /** The drugs that the article or the lexicon gives a regimen that is part of a combination. */
  private partsOf(name: string): string[] {
    const spelled = this.definitions.get(name) ?? this.rulebook.lexicon.regimenOf(name)?.facts.drugs;
    return spelled?.split('+') ?? [name];
  }

  private component(name: string, printed: string): Component {
    const { atc, modality } = this.rulebook.lexicon.factsOf(name);
    return { name, printed, atc, modality };
  }

  /** Whether the article or the lexicon says what a mention stands for; letters that are a regimen elsewhere may not be here. */
  knows(mention: Mention): boolean {
    return this.listedFor(mention) !== undefined || mention.kind !== 'arm';
  }

  private listedFor(mention: Mention): string | undefined {
    const label = labelOf(mention);
    return mention.facts.drugs ?? this.definitions.get(label) ?? this.lexiconDrugs(label);
  }

  private lexiconDrugs(label: string): string | undefined {
    const found = this.rulebook.lexicon.longestAt(label, 0);
    if (!found || found.end !== label.length) return undefined;
    const { kind, name, facts } = found.entry;
    return kind === 'drug' || facts.modality !== undefined ? name : facts.drugs;
  }

  /**
   * Adds what a mention calls an arm, or finds the arm that it is; returns its place. A sure name is taken as
   * printed, another one may be a misprint of an arm that is there already.
   */
  add(mention: Mention, sure: boolean): number {
    const known = sure ? this.named(mention) : this.find(mention);
    if (known !== undefined) {
      const arm = this.open[known] as OpenArm;
      for (const alias of this.aliasesOf(labelOf(mention))) arm.aliases.add(alias);
      const drugs = this.componentsOf(mention);
      if (arm.drugs.length === 0 || spellsOut(drugs, arm.drugs)) arm.drugs = [...drugs];
      return known;
    }
    const role = mention.facts.role as 'experimental' | 'control' | undefined;
    const label = labelOf(mention);
    this.open.push({
      label: (mention.facts.head ?? label).replace(this.plan, ''),
      aliases: new Set(this.aliasesOf(label)),
      drugs: [...this.componentsOf(mention)],
      role,
      isGroup: mention.kind === 'arm',
      isIntroduced: mention.ruleId === 'bind.introduced' || mention.facts.introduced !== undefined,
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
    this.open[place]?.aliases.add(this.plain(labelOf(mention)));
    const known = this.drugsAt(place).length > 0;
    this.give(
      place,
      this.componentsOf(mention).filter(({ name }) => !known || name !== 'chemotherapy'),
    );
  }

  /** The arm that a mention means, if one of the list. */
  find(mention: Mention): number | undefined {
    if (!this.settled) return this.named(mention) ?? this.match.misprinted(this.plain(labelOf(mention)));
    if (!this.settled.has(mention)) {
      this.settled.set(mention, this.named(mention) ?? this.match.misprinted(this.plain(labelOf(mention))));
    }
    return this.settled.get(mention);
  }

  /** Says that the list is complete: from now on each mention is looked up once. */
  settle(): void {
    this.settled = new Map();
  }

  /** The arm with this label, these drugs or this part in the study. */
  private named(mention: Mention): number | undefined {
    return this.match.named(mention, this.plain(labelOf(mention)), this.componentsOf(mention));
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

  /** The treatment that the study is about is what its arm on trial got where nothing else says so. */
  giveTried(treatment: Mention | undefined): void {
    const tried = this.open.findIndex(({ role, drugs }) => role === 'experimental' && drugs.length === 0);
    if (treatment && tried >= 0 && this.size === 2) this.give(tried, this.componentsOf(treatment));
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

  /** Takes out the only arm where nothing is known of what it got; a control alone is never all there is. */
  dropLoneGroup(own: boolean): void {
    const [only] = this.open;
    if (this.open.length === 1 && only?.drugs.length === 0 && (own || only.role === 'control')) this.open.pop();
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
