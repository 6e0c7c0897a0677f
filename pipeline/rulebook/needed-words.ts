/** A word of an expression: an escape, a class, what opens a group, a quantifier, or one character. */
const tokens =
  /\\(?:[pP]\{[^}]*\}|u[0-9a-fA-F]{4}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

/** The letters of a class, and the ends of its ranges. */
const ranges = /(\\(?:u[0-9a-fA-F]{4}|.)|[^\\])(?:-(\\(?:u[0-9a-fA-F]{4}|.)|[^\\]))?/gsu;

/** More words than that take longer to look for than the expression itself. */
const most = 200;

/** Words of which every find holds at least one. */
type Either = readonly string[];

/**
 * Words of which a text holds at least one of each list if it holds a find of an expression: `(?:缓|控)解率?(?=为)` needs 缓解
 * or 控解, and 为. Most expressions find nothing in a text, and most of these need a word that it lacks.
 */
export function neededWords({ source, ignoreCase }: RegExp): readonly Either[] {
  if (ignoreCase) return [];
  const needed = new Reader(source.match(tokens) ?? []).alternatives();
  return needed.filter(({ length }) => length <= most).sort((a, b) => frequency(a) - frequency(b));
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  /** Up to the end of a group: what all of its alternatives need; of several, the rarest words of each. */
  alternatives(): readonly Either[] {
    const each = [this.sequence()];
    while (this.tokens[this.at] === '|') {
      this.at += 1;
      each.push(this.sequence());
    }
    const [only] = each;
    if (only && each.length === 1) return only;
    const rarest = each.map((needed) => [...needed].sort((a, b) => frequency(a) - frequency(b))[0]);
    return rarest.some((either) => either === undefined)
      ? []
      : [[...new Set(rarest.flatMap((either) => either ?? []))]];
  }

  /** All that the parts of a sequence need. */
  private sequence(): readonly Either[] {
    const needs: Either[] = [];
    let word = '';
    while (this.at < this.tokens.length && this.tokens[this.at] !== '|' && this.tokens[this.at] !== ')') {
      const token = this.tokens[this.at] as string;
      const needed = this.part(token);
      const quantifier = this.quantifier();
      if (isLetter(token) && quantifier === undefined) {
        word += letterOf(token);
        continue;
      }
      if (word !== '') needs.push([word]);
      word = '';
      if (quantifier === undefined || !/^(?:[*?]|\{0)/u.test(quantifier)) needs.push(...needed);
    }
    return word === '' ? needs : [...needs, [word]];
  }

  /** What one part needs: a letter, a class of few letters, a group. */
  private part(token: string): readonly Either[] {
    this.at += 1;
    if (!token.startsWith('(')) return lettersOf(token);
    const start = this.at;
    const inner = this.alternatives();
    const end = this.at;
    this.at += 1;
    return token === '(?!' || token === '(?<!' ? this.denied(start, end) : inner;
  }

  /** What is denied to fail holds: `searchable` writes lookarounds so. Any other denial needs nothing. */
  private denied(start: number, end: number): readonly Either[] {
    const token = this.tokens[start];
    if (token !== '(?!' && token !== '(?<!') return [];
    const reader = new Reader(this.tokens.slice(start + 1, end));
    const inner = reader.alternatives();
    // Only the closing bracket of the denial itself may follow.
    return reader.at === end - start - 2 ? inner : [];
  }

  private quantifier(): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !/^(?:[*+?]\??|\{\d.*)$/u.test(token)) return undefined;
    this.at += 1;
    return token;
  }
}

/** Whether a word of an expression stands for one character, and no other. */
function isLetter(token: string): boolean {
  return token.startsWith('\\') ? /^\\(?:[^\w]|[tn]|u\w{4})$/u.test(token) : /^[^.^$[(]$/u.test(token);
}

const escapes: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n' };

function letterOf(token: string): string {
  if (token.startsWith('\\u')) return String.fromCharCode(Number.parseInt(token.slice(2), 16));
  return escapes[token] ?? (token.startsWith('\\') ? token.slice(1) : token);
}

/** The letter that a word of an expression stands for, or those of a class; none where a class excludes some, or has kinds. */
function lettersOf(token: string): readonly Either[] {
  if (isLetter(token)) return [[letterOf(token)]];
  if (!token.startsWith('[') || token.startsWith('[^')) return [];
  const letters: string[] = [];
  for (const [, first = '', last = first] of token.slice(1, -1).matchAll(ranges)) {
    if (!isLetter(first) && !'.^$[('.includes(first)) return [];
    const [from, to] = [letterOf(first).codePointAt(0) ?? 0, letterOf(last).codePointAt(0) ?? 0];
    if (letters.length + to - from > most) return [];
    for (let code = from; code <= to; code += 1) letters.push(String.fromCodePoint(code));
  }
  return [letters];
}

/** How often a text may be thought to hold one of these words: a Latin letter or a digit is as good as never missing. */
function frequency(either: Either): number {
  return either.reduce((sum, word) => sum + (/^[\x20-\x7e]$/u.test(word) ? 4 : 4 ** -word.length), 0);
}
