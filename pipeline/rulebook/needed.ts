/** What a text must hold, or an expression finds nothing in it: a string, all of several things, or any of them. */
export type Needed = string | { readonly all: readonly Needed[] } | { readonly any: readonly Needed[] };

/** What a part of an expression is known to match, where that is a few strings, and what it needs besides. */
interface Part {
  readonly exact: readonly string[] | undefined;
  readonly needs: readonly Needed[];
  /** What a negative lookaround denies: denied once more, it is what the text must hold. */
  readonly denied?: Part;
}

/** More strings than these are not told one by one. */
const most = 64;

const unknown: Part = { exact: undefined, needs: [] };
const nothing: Part = { exact: [''], needs: [] };

/**
 * What a text must hold for an expression with the flag `u` to find anything. `(?:HR|风险比)值?(?=\d)` needs `HR` or
 * `风险比`; for most texts and expressions this answers at once that there is nothing to look for.
 */
export function neededBy(source: string): Needed {
  return { all: needsOf(new Reader(source).alternatives()) };
}

/** Reads an expression from left to right; what it does not know may match anything. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): Part {
    const parts = [this.sequence()];
    while (this.eats('|')) parts.push(this.sequence());
    return anyOf(parts);
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      parts.push(this.repeated(this.atom()));
    return inTurn(parts);
  }

  private atom(): Part {
    const group = this.takes(opening);
    if (group !== undefined) {
      const inside = this.alternatives();
      this.at += 1;
      if (group.endsWith('!')) return { ...nothing, needs: needsOf(inside.denied ?? nothing), denied: inside };
      return group.endsWith('=') ? { exact: [''], needs: needsOf(inside) } : inside;
    }
    const listed = this.takes(listing);
    if (listed !== undefined) return { exact: membersOf(listed), needs: [] };
    if (this.takes(boundary) !== undefined) return nothing;
    return { exact: charactersOf(this.takes(character) ?? ''), needs: [] };
  }

  private repeated(part: Part): Part {
    const times = this.takes(repeat);
    if (times === undefined) return part;
    if (times.startsWith('?')) return anyOf([part, nothing]);
    return { exact: undefined, needs: times.startsWith('*') || times.startsWith('{0') ? [] : needsOf(part) };
  }

  private eats(sign: string): boolean {
    if (this.source[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private takes(piece: RegExp): string | undefined {
    piece.lastIndex = this.at;
    const taken = piece.exec(this.source)?.[0];
    this.at += taken?.length ?? 0;
    return taken;
  }
}

/** How a group begins, a class, a boundary, how often something stands there. */
const opening = /\((?:\?(?:<?[=!]|:|<\w+>))?/uy;
const listing = /\[(?:\\.|[^\]\\])*\]/suy;
const boundary = /\\[bB]|[\^$]/uy;
const repeat = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/uy;

/** One character of an expression, or what stands for one. */
const character = /\\(?:u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]+\}|x[\dA-Fa-f]{2}|[pP]\{[^}]*\}|k<\w+>|[1-9]\d*|.)|./suy;

const characters = new RegExp(character.source, 'gsu');

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** The character that stands for itself or is escaped; undefined where it may be one of many. */
function charactersOf(printed: string): string[] | undefined {
  if (!printed.startsWith('\\')) return printed === '.' ? undefined : [printed];
  const code = /^\\[ux]\{?([\dA-Fa-f]+)\}?$/u.exec(printed)?.[1];
  if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code, 16))];
  const escaped = printed.slice(1);
  if (controls[escaped] !== undefined) return [controls[escaped]];
  return /^[A-Za-z\d]/u.test(escaped) ? undefined : [escaped];
}

/** The characters of a class; undefined where there are many, or all but some. */
function membersOf(listed: string): string[] | undefined {
  if (listed.startsWith('[^')) return undefined;
  const members: string[] = [];
  const pieces = listed.slice(1, -1).match(characters) ?? [];
  for (let i = 0; i < pieces.length; i += 1) {
    const isRange = pieces[i + 1] === '-' && i + 2 < pieces.length;
    const first = codeOf(pieces[i]);
    const last = isRange ? codeOf(pieces[i + 2]) : first;
    if (first === undefined || last === undefined || last - first + members.length >= most) return undefined;
    for (let code = first; code <= last; code += 1) members.push(String.fromCodePoint(code));
    if (isRange) i += 2;
  }
  return members;
}

/** The code of a character in a class, where a dot is only a dot. */
function codeOf(printed = ''): number | undefined {
  return (printed === '.' ? printed : charactersOf(printed)?.[0])?.codePointAt(0);
}

/** What stands one behind the other: where each is one of a few strings, so is the whole. */
function inTurn(parts: readonly Part[]): Part {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const needs: Needed[] = parts.flatMap((part) => part.needs);
  let exact: readonly string[] = [''];
  let isWhole = true;
  for (const part of parts) {
    const next = part.exact;
    if (next && exact.length * next.length <= most) {
      exact = exact.flatMap((head) => next.map((tail) => head + tail));
      continue;
    }
    isWhole = false;
    needs.push(...oneOf(exact));
    exact = next ?? [''];
  }
  if (isWhole) return { exact, needs };
  return { exact: undefined, needs: [...needs, ...oneOf(exact)] };
}

/** What has several forms: where each is one of a few strings and needs nothing else, so is the whole. */
function anyOf(parts: readonly Part[]): Part {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const exact = parts.every((part) => part.exact && part.needs.length === 0)
    ? parts.flatMap((part) => part.exact ?? [])
    : undefined;
  if (exact && exact.length <= most) return { exact, needs: [] };
  const needs = parts.map(needsOf);
  if (needs.some((own) => own.length === 0)) return unknown;
  return { exact: undefined, needs: [{ any: needs.map((all) => ({ all })) }] };
}

/** All that a part needs: its strings are one need more. */
function needsOf({ exact, needs }: Part): readonly Needed[] {
  return exact ? [...needs, ...oneOf(exact)] : needs;
}

/** One of these strings; whoever may match the empty one needs none. */
function oneOf(exact: readonly string[]): Needed[] {
  return exact.includes('') ? [] : [{ any: exact }];
}
