import {
  firstWithin,
  lastWithin,
  type Mention,
  type MentionKind,
  mentionsWithin,
  type QuantityKind,
} from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { opening, type Span } from '../text/index.js';

/** One passage as the binding mechanisms look at it: its mentions in order, and the text between them. */
export class Scene {
  constructor(
    readonly text: string,
    readonly start: number,
    readonly end: number,
    readonly mentions: readonly Mention[],
    readonly rulebook: Rulebook,
  ) {}

  phrase(id: string): RegExp {
    return phrase(this.rulebook, id);
  }

  /** The characters between two places. */
  between(from: number, to: number): string {
    return this.text.slice(from, Math.max(from, to));
  }

  /** The start of the clause around a place: behind the last comma or semicolon outside brackets. */
  clauseStart(at: number): number {
    return clauseStart(this.text, at, this.start, ',;');
  }

  /** The end of the clause around a place: at the next comma or semicolon outside brackets, or where the bracket closes. */
  clauseEnd(at: number): number {
    let depth = 0;
    for (let i = at; i < this.end; i += 1) {
      const char = this.text[i];
      if (char === '(' || char === '[') depth += 1;
      else if (char === ')' || char === ']') {
        if (depth === 0) return i;
        depth -= 1;
      } else if (depth === 0 && (char === ',' || char === ';' || char === '\u3002')) return i;
    }
    return this.end;
  }

  /** The part of a sentence around a place: between semicolons, those of other brackets aside. */
  partAround(at: number): Span<'text'> {
    let depth = 0;
    let end = at;
    for (; end < this.end; end += 1) {
      const char = this.text[end];
      if (char === '(' || char === '[') depth += 1;
      else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
      else if (depth === 0 && char === ';') break;
    }
    return { start: clauseStart(this.text, at, this.start, ';'), end };
  }

  /** Where the bracket around a place opens; -1 outside brackets. */
  openBracket(at: number): number {
    return opening(this.text, at, this.start);
  }

  /** The parts that semicolons make of a bracket that opens at a place. */
  bracketParts(open: number): Span<'text'>[] {
    const parts: Span<'text'>[] = [];
    let [depth, start, end] = [0, open + 1, open + 1];
    for (; end < this.end && (this.text[end] !== ')' || depth > 0); end += 1) {
      const char = this.text[end];
      if (char === '(') depth += 1;
      else if (char === ')') depth -= 1;
      else if (char === ';' && depth === 0) {
        parts.push({ start, end });
        start = end + 1;
      }
    }
    return [...parts, { start, end }];
  }

  /** The mentions that end before a place, nearest first. */
  before(at: number): Mention[] {
    return mentionsWithin(this.mentions, 0, at).reverse();
  }

  /** The nearest mention before a place, of those that are like this: most who ask for one need no list of all. */
  nearestBefore(at: number, isLike: (mention: Mention) => boolean = isAny): Mention | undefined {
    return lastWithin(this.mentions, at, isLike);
  }

  /** The nearest mention at or behind a place, of those that are like this. */
  nearestAfter(at: number, isLike: (mention: Mention) => boolean = isAny): Mention | undefined {
    return firstWithin(this.mentions, at, this.end, isLike);
  }

  /** The mentions that start at or behind a place, nearest first. */
  after(at: number, until = this.end): Mention[] {
    return mentionsWithin(this.mentions, at, until);
  }

  /** How deep in brackets a place is. */
  depth(at: number): number {
    let depth = 0;
    for (let i = this.start; i < at; i += 1) {
      if (this.text[i] === '(') depth += 1;
      else if (this.text[i] === ')') depth = Math.max(0, depth - 1);
    }
    return depth;
  }
}

const isAny = () => true;

// These three are asked a hundred times for every number. Looked through by hand the names need no array; `includes`
// would have it made for each call.

export function isKind(mention: Mention | undefined, ...kinds: MentionKind[]): boolean {
  if (mention === undefined) return false;
  for (let i = 0; i < kinds.length; i += 1) if (kinds[i] === mention.kind) return true;
  return false;
}

export function isCue(mention: Mention | undefined, ...roles: string[]): boolean {
  if (mention?.kind !== 'cue') return false;
  for (let i = 0; i < roles.length; i += 1) if (roles[i] === (mention.name ?? '')) return true;
  return false;
}

export function isQuantity(mention: Mention | undefined, ...kinds: QuantityKind[]): boolean {
  if (mention?.kind !== 'quantity') return false;
  const kind = mention.quantity?.kind ?? 'number';
  for (let i = 0; i < kinds.length; i += 1) if (kinds[i] === kind) return true;
  return kinds.length === 0;
}

/** The start of the clause around `at`: behind the last of the `marks` outside brackets, else `floor`. */
export function clauseStart(text: string, at: number, floor: number, marks: string): number {
  let depth = 0;
  for (let i = at - 1; i >= floor; i -= 1) {
    const char = text[i] as string;
    if (char === ')' || char === ']') depth += 1;
    else if (char === '(' || char === '[') depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(char)) return i + 1;
  }
  return floor;
}
