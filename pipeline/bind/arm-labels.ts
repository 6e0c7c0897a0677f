import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { labelOf } from './labels.js';

/** What arms are called: as the record prints it, and by what their names are compared. */
export class ArmLabels {
  private readonly tail: RegExp;
  private readonly lead: RegExp;
  private readonly plan: RegExp;
  private readonly shortName: RegExp;
  private readonly adds: RegExp;
  /** The plain labels found so far: each is asked for at every number of its study. */
  private readonly known = new Map<string, string>();

  constructor(private readonly rulebook: Rulebook) {
    this.tail = phrase(rulebook, 'joins.label-tail');
    this.lead = phrase(rulebook, 'joins.label-lead');
    this.plan = phrase(rulebook, 'joins.label-plan');
    this.shortName = phrase(rulebook, 'joins.label-short-name');
    this.adds = phrase(rulebook, 'joins.adds');
  }

  /** The label under which an arm is recorded that a mention names first. */
  printed(mention: Mention): string {
    return this.withoutGloss(mention, mention.facts.head ?? labelOf(mention)).replace(this.plan, '');
  }

  /** A label without what does not tell arms apart: brackets, spaces, the word for arm or regimen at its end. */
  plain(label: string): string {
    const known = this.known.get(label);
    if (known !== undefined) return known;
    const bare = label
      .replace(/[\s()\u3001,\u00b7~-]/gu, '')
      .replace(this.tail, '')
      .replace(this.lead, '');
    // `新辅助治疗组`, `术前治疗组`: what patients got before surgery goes by several names.
    const setting = this.rulebook.lexicon.whole(bare);
    const plain = setting?.facts.arm === undefined ? bare.toLowerCase() : setting.name;
    this.known.set(label, plain);
    return plain;
  }

  /** What an arm of this label is called: all of it, and of `放化疗(CRT)` its two names alone. */
  aliasesOf(label: string): string[] {
    const [, name = '', short = ''] = /^([^()]+)\(([A-Za-z][A-Za-z0-9+/-]*)\)/u.exec(label) ?? [];
    // `甲药联合乙药(XYZ)`: the letters may be those of the last drug alone.
    const ofLast = this.rulebook.lexicon.whole(short)?.kind === 'drug' && this.adds.test(name);
    return [label, name, ofLast ? '' : short].filter((printed) => printed !== '').map((printed) => this.plain(printed));
  }

  /** Whether a name is no more than the letters in the bracket of a label: `XYZ组` of `甲种放疗(XYZ)`. */
  isShortOf(name: string, label: string): boolean {
    const short = /\(([A-Za-z][A-Za-z0-9+/-]*)\)[^()]{0,2}$/u.exec(label)?.[1];
    return short !== undefined && this.plain(name) === this.plain(short);
  }

  /** A drug by its name without the gloss in brackets, or by the short name that the field knows it by. */
  private withoutGloss({ kind }: Mention, label: string): string {
    const [, name, gloss] = /^([^()]+)\((?:[^()]*,)?\s?([A-Za-z][A-Za-z0-9-]*)\)$/u.exec(label) ?? [];
    // `三维适形放疗(three-dimensional conformal radiotherapy,3DCRT)`
    const isSpelled = name !== undefined && label.includes(',');
    if (kind !== 'drug' || name === undefined || gloss === undefined) return isSpelled && gloss ? name : label;
    return this.shortName.test(gloss) ? gloss : name;
  }
}
