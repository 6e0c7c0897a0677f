import type { MentionKind } from '../model/index.js';
import { root, Trie } from './trie.js';
import { otherForms, type Variant } from './variants.js';

/** A row of a lexicon pack as the tagger uses it. */
export interface Entry {
  readonly id: string;
  readonly kind: MentionKind;
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly beats: readonly string[];
}

/** A form found in a text: the entry, and where the form ends. */
export interface Found {
  readonly entry: Entry;
  readonly end: number;
}

/** All forms of all lexicon packs, and those that stand for one of them. */
export class Lexicon {
  private readonly trie = new Trie<Entry>();
  private readonly owners = new Map<string, Entry>();
  private readonly regimens = new Map<string, Entry>();
  private readonly named = new Map<string, Entry>();
  private variants: readonly Variant[] = [];
  /** How many characters the longest form has. */
  longest = 0;

  /** The forms that rows have, in order. */
  get forms(): string[] {
    return [...this.owners.keys()];
  }

  /** The same lexicon without some forms: what it would know if nobody had written them down. */
  without(forms: ReadonlySet<string>): Lexicon {
    const rest = new Lexicon();
    for (const [form, entry] of this.owners) if (!forms.has(form)) rest.add(form, entry);
    rest.vary(this.variants);
    return rest;
  }

  /** Also finds what stands for a form of a row, where no row has it; once all forms are added. */
  vary(variants: readonly Variant[]): void {
    this.variants = variants;
    for (const [form, entry] of this.owners)
      for (const other of otherForms(form, entry.kind, variants)) this.put(other, entry);
  }

  /** Adds a form; returns the entry that already owns it, if any, and then leaves the form to that one. */
  add(form: string, entry: Entry): Entry | undefined {
    const owner = this.put(form, entry);
    if (owner) return owner;
    this.owners.set(form, entry);
    if (!this.named.has(entry.name)) this.named.set(entry.name, entry);
    const letters = entry.kind === 'regimen' ? form.replace(/\p{Script=Han}+$/u, '') : '';
    if (letters !== '' && !this.regimens.has(letters)) this.regimens.set(letters, entry);
    return undefined;
  }

  private put(form: string, entry: Entry): Entry | undefined {
    this.longest = Math.max(this.longest, form.length);
    return this.trie.add(form, entry);
  }

  /**
   * The regimen that letters stand for where the text has said that they name a treatment, if need be with its `方案`;
   * letters that are a drug by themselves (`G-CSF` of `G-CSF预激方案`) are none.
   */
  regimenOf(letters: string): Entry | undefined {
    return this.owners.get(letters)?.kind === 'drug' ? undefined : this.regimens.get(letters);
  }

  /** The drugs that letters stand for, joined by +: of one regimen, else of two, or of one and what follows it, with a hyphen between (`TCbHP-AC`, `VRd-ASCT`). */
  drugsBy(letters: string): string | undefined {
    const whole = this.regimenOf(letters)?.facts.drugs;
    if (whole !== undefined) return whole;
    const parts = letters.split('-');
    const procedure = (part: string) =>
      this.owners.get(part)?.kind === 'procedure' ? this.owners.get(part)?.name : undefined;
    const known = parts.flatMap(
      (part, i) => this.regimenOf(part)?.facts.drugs ?? (i > 0 ? (procedure(part) ?? []) : []),
    );
    // Two letters may be so many things that two such parts are no regimens.
    const isSure = parts.length > 1 && known.length === parts.length && parts.some(({ length }) => length > 2);
    return isSure ? [...new Set(known.join('+').split('+'))].join('+') : undefined;
  }

  /** What the rules say of a canonical name: the ATC code of a drug, the modality that a procedure is a technique of. */
  factsOf(name: string): Entry['facts'] {
    return this.named.get(name)?.facts ?? {};
  }

  /** The longest form that starts at `start` and does not cut a Latin word in two. */
  longestAt(text: string, start: number): Found | undefined {
    let node = this.trie.first(text.charCodeAt(start));
    if (node === root || cutsWord(text, start)) return undefined;
    let found: Found | undefined;
    for (let at = start + 1; node !== root; at += 1) {
      const entry = this.trie.valueAt(node);
      if (entry && !cutsWord(text, at)) found = { entry, end: at };
      if (at >= text.length) break;
      node = this.trie.child(node, text.charCodeAt(at));
    }
    return found;
  }

  /** The entry of which a text, all of it, is a form. */
  whole(text: string): Entry | undefined {
    const found = this.longestAt(text, 0);
    return found?.end === text.length ? found.entry : undefined;
  }

  /** What patients got by a name that ends in a treatment (`辅助化疗`), drugs joined by +; empty where it does not. */
  treatmentAtEnd(name: string): string {
    for (let at = 0; at < name.length - 1; at += 1) {
      const found = this.longestAt(name, at);
      if (found?.end !== name.length) continue;
      const { kind, name: known, facts } = found.entry;
      if (kind === 'drug' || kind === 'procedure' || kind === 'drug-class') return facts.drugs ?? known;
    }
    return '';
  }
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a boundary at `at` would fall inside a word of Latin letters, or inside a number: `PFS26.7个月`. */
function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const [before, behind] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (isLatin(before)) return isLatin(behind);
  return isDigit(before) && (isDigit(behind) || (text[at] === '.' && isDigit(text.charCodeAt(at + 1))));
}
