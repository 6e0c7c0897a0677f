import type { Mention } from '../model/index.js';

/** At least two capitals: `RI`, `cGVHD`; the last word of a spelled-out name is none. */
const abbreviates = /^(?=.{2,10}$)[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*$/u;

/**
 * Behind `累积复发率(relapse incidence,RI)` the article's RI is its relapse rate, whatever the lexicon takes it for.
 * `learned` holds the abbreviations of measures that the article defines, with the mention that defines each.
 */
export function withLearned(
  mentions: readonly Mention[],
  learned: ReadonlyMap<string, Mention>,
  text: string,
): readonly Mention[] {
  const own = [...learned].filter(([short, { kind }]) => kind === 'measure' && abbreviates.test(short));
  if (own.length === 0) return mentions;
  const meanings = new Map(own);
  const renamed = mentions.map((mention) => {
    const meaning = meanings.get(mention.text);
    const knows = !meaning || mention.span.start < meaning.span.end || mention.name === meaning.name;
    return knows ? mention : { ...meaningAt(meaning, mention.span.start, mention.text) };
  });
  const taken = new Set(renamed.map(({ span }) => span.start));
  const added = own.flatMap(([short, meaning]) =>
    placesOf(short, text, meaning.span.end)
      .filter((at) => !taken.has(at) && !covers(renamed, at))
      .map((at) => meaningAt(meaning, at, short)),
  );
  return added.length === 0 ? renamed : [...renamed, ...added].sort((a, b) => a.span.start - b.span.start);
}

function meaningAt(meaning: Mention, start: number, text: string): Mention {
  const { head: _, ...facts } = meaning.facts;
  return { ...meaning, facts, text, span: { start, end: start + text.length } };
}

function placesOf(short: string, text: string, from: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(short, from); at >= 0; at = text.indexOf(short, at + short.length)) {
    const around = `${text[at - 1] ?? ' '}|${text[at + short.length] ?? ' '}`;
    if (!/[A-Za-z0-9-]/u.test(around)) places.push(at);
  }
  return places;
}

function covers(mentions: readonly Mention[], at: number): boolean {
  return mentions.some(({ span }) => span.start <= at && at < span.end);
}
