import type { Rulebook } from '../../rulebook/index.js';
import { type ArticleText, passagesWith, sourceOf } from '../article-text.js';
import { type ArticleCheck, type PlacedVerdict, remark } from '../check.js';

const id = 'regimen-spelled';

/** A regimen with the drugs that stand in brackets behind it. */
interface Spelled {
  readonly letters: string;
  readonly drugs: readonly string[];
  readonly usual: readonly (readonly string[])[];
  readonly source: ReturnType<typeof sourceOf>;
}

export const regimenSpelled: ArticleCheck = {
  id,
  about:
    'The letters of a regimen stand for the drugs that are spelled out behind them, and for the same ones everywhere.',
  run: ({ article, rulebook }) => {
    if (!article) return [];
    const all = spelledOut(article, rulebook.lexicon);
    return all.flatMap((one): PlacedVerdict[] => {
      const isUsual = one.usual.some((drugs) => isSame(drugs, one.drugs));
      if (isUsual || one.usual.length === 0) return isUsual ? [{ verdict: 'holds' }] : [];
      const elsewhere = all.find(
        (other) => other.letters === one.letters && one.usual.some((drugs) => isSame(drugs, other.drugs)),
      );
      const shown = `${one.letters} is spelled out as ${one.drugs.join(' + ')}`;
      const usual = one.usual.map((drugs) => drugs.join(' + ')).join(' or ');
      const message = `${shown}, ${elsewhere ? 'elsewhere in the article' : 'usually'} as ${usual}`;
      const sources = [one, ...(elsewhere ? [elsewhere] : [])].map(({ source }) => source);
      return [
        {
          verdict: remark(id, elsewhere ? 'warning' : 'info', message, sources, 'the letters mean one regimen'),
        },
      ];
    });
  },
};

function spelledOut(article: ArticleText, lexicon: Rulebook['lexicon']): Spelled[] {
  const { text } = article.segmentation.document;
  const regimens = passagesWith(article, 'arm').flatMap(({ mentions }) =>
    mentions.filter(({ kind }) => kind === 'regimen'),
  );
  return regimens.flatMap((mention): Spelled[] => {
    if (text[mention.span.end] !== '(' || !/^[A-Z]/u.test(mention.text)) return [];
    const inside = /^\([^()]{4,80}/u.exec(text.slice(mention.span.end, mention.span.end + 82))?.[0];
    const drugs = inside === undefined ? [] : drugsIn(inside, lexicon);
    const known = lexicon.whole(mention.text);
    if (drugs.length < 2 || known?.kind !== 'regimen') return [];
    const { drugs: first, or: second } = known.facts;
    const usual = [first, second].flatMap((list) => (list === undefined ? [] : [list.split('+')]));
    return [{ letters: mention.text, drugs, usual, source: sourceOf(article, mention.span) }];
  });
}

/** The drugs that a text names, in order. */
function drugsIn(text: string, lexicon: Rulebook['lexicon']): string[] {
  const drugs: string[] = [];
  for (let at = 0; at < text.length; ) {
    const found = lexicon.longestAt(text, at);
    if (found?.entry.kind === 'drug') drugs.push(found.entry.name);
    at = found ? found.end : at + 1;
  }
  return [...new Set(drugs)];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('+') === [...b].sort().join('+');
}
