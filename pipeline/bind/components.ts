import type { Component, Definitions, Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { labelOf } from './labels.js';

/** What the mentions of one study stand for: the drugs, classes and procedures of a treatment. */
export class Components {
  /** What has been found so far: each mention is asked for at every number of its study. */
  private readonly known = new Map<Mention, readonly Component[]>();
  private readonly word: RegExp;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly definitions: Definitions,
  ) {
    this.word = phrase(rulebook, 'introductions.word');
  }

  /** The drugs of a mention: its own, the article's definition, the lexicon's. */
  of(mention: Mention): readonly Component[] {
    const known = this.known.get(mention);
    if (known) return known;
    const found = this.find(mention);
    this.known.set(mention, found);
    return found;
  }

  private find(mention: Mention): Component[] {
    const label = labelOf(mention);
    const listed = this.listedFor(mention) ?? this.rulebook.lexicon.regimenOf(label)?.facts.drugs;
    if (listed)
      return [...new Set(listed.split('+').flatMap((name) => this.partsOf(name)))].map((name) =>
        this.component(name, name),
      );
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
    // `单纯XY组`: the letters without the words around them.
    const letters = mention.kind === 'arm' ? mention.facts.label : undefined;
    return (
      mention.facts.drugs ??
      this.definitions.get(label) ??
      this.lexiconDrugs(label, mention.kind === 'arm') ??
      (letters === undefined ? undefined : (this.definitions.get(letters) ?? this.lexiconDrugs(letters, true))) ??
      // `CAV方案组`: letters that are a regimen only where the word for one stands behind them.
      (letters === undefined ? undefined : this.lexiconDrugs(label.replace(this.word, ''), true)) ??
      this.addedUp(label)
    );
  }

  /** `某药(R)…XY+R组`, `RT+TMZ组`: what the parts of a name stand for, if each is known. */
  private addedUp(label: string): string | undefined {
    const parts = label.split('+');
    if (parts.length < 2) return undefined;
    const drugs = parts.map(
      (part) =>
        this.definitions.get(part) ??
        this.definitions.get(`+${part}`) ??
        this.lexiconDrugs(part, false) ??
        this.oneBy(part),
    );
    return drugs.every((drug) => drug !== undefined) ? drugs.join('+') : undefined;
  }

  /** `RT`: the one treatment that letters stand for; what several drugs are called may be something else in a sum (`NACT+AC`). */
  private oneBy(letters: string): string | undefined {
    const drugs = this.rulebook.lexicon.regimenOf(letters)?.facts.drugs;
    return drugs?.includes('+') ? undefined : drugs;
  }

  /** What the lexicon says that a label stands for; of the name of an arm, a procedure or class that it is, too. */
  private lexiconDrugs(label: string, ofArm: boolean): string | undefined {
    const entry = this.rulebook.lexicon.whole(label);
    if (!entry) return undefined;
    const { kind, name, facts } = entry;
    if (kind === 'drug' || facts.modality !== undefined) return name;
    return facts.drugs ?? (ofArm && (kind === 'procedure' || kind === 'drug-class') ? name : undefined);
  }
}
