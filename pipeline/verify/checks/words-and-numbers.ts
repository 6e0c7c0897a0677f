import type { Mention } from '../../model/index.js';
import { findAll, phrase } from '../../rulebook/index.js';
import { toSource } from '../../text/index.js';
import { type ArticleText, passagesWith, sourceOf, studyAt } from '../article-text.js';
import { type ArticleCheck, type CheckContext, finding, type PlacedVerdict } from '../check.js';
import { printedValue, reading } from '../printed.js';
import { heterogeneities } from './p-of-heterogeneity.js';

const id = 'words-and-numbers';

/** What the words around a p value say of it. */
type Claim = 'difference' | 'no difference' | 'comparison';

export const wordsAndNumbers: ArticleCheck = {
  id,
  about: 'What the words say of a difference (significant, none) is what its p value says.',
  run: (context) => {
    const { article } = context;
    if (!article) return [];
    return passagesWith(article, 'p value').flatMap((passage): PlacedVerdict[] => {
      const ps = passage.mentions.filter(({ quantity }) => quantity?.kind === 'p-value');
      const found = passage.sentence.english ? undefined : studyAt(article, passage);
      if (!found) return [];
      const own = context.record.trials[found.at];
      const trial = own?.id;
      const tests = new Set(own ? heterogeneities(own).map(([, { p }]) => p?.source.start) : []);
      return ps.flatMap((p, i) => {
        const claim = claimOf(ps, i, passage.end, passage.start, article, context);
        const verdict = claim && judge(p, claim, article);
        // That studies differ is no comparison of arms.
        if (claim === 'comparison' && tests.has(toSource(article.segmentation.document, p.span).start)) return [];
        return verdict ? [{ trial, verdict }] : [];
      });
    });
  },
};

/** The words that a p value stands for: those before it, else those that close a list of p values behind it. */
function claimOf(
  ps: readonly Mention[],
  at: number,
  end: number,
  start: number,
  article: ArticleText,
  context: CheckContext,
): Claim | undefined {
  const { text } = article.segmentation.document;
  const p = ps[at] as Mention;
  const before = text.slice(ps[at - 1]?.span.end ?? start, p.span.start);
  const behind = text.slice(p.span.end, ps[at + 1]?.span.start ?? end);
  const own = lastClaim(before, context);
  if (own && own !== 'comparison') return own;
  // `(P=0.01)和(P=0.2)相关`, `P=0.3,P=0.4,差异均无统计学意义`: words behind a p are said of it, those with 均 of all.
  if (phrase(context.rulebook, 'verify.related-behind').test(behind)) return 'difference';
  const said = clause(text.slice((ps.at(-1) as Mention).span.end, end));
  const isLast = ps[at + 1] === undefined;
  if (isLast || phrase(context.rulebook, 'verify.all').test(said)) {
    const claim = lastClaim(said, context);
    if (claim && claim !== 'comparison') return claim;
  }
  if (own) return own;
  return at > 0 && before.length <= 2 ? claimOf(ps, at - 1, end, start, article, context) : undefined;
}

/** A text up to the end of its first clause that says something. */
function clause(text: string): string {
  return /^[,;)\]\s]*[^,;。]*/u.exec(text)?.[0] ?? '';
}

/** The claim nearest to the end of a text. */
function lastClaim(text: string, { rulebook }: CheckContext): Claim | undefined {
  const claims: [Claim, string][] = [
    ['no difference', 'verify.no-difference'],
    ['difference', 'verify.difference'],
    ['comparison', 'verify.comparative'],
  ];
  const found = claims.flatMap(([claim, rule]) => {
    const end = lastEnd(phrase(rulebook, rule), text);
    return end === undefined ? [] : [{ claim, end }];
  });
  // Of two that end together the earlier kind stands: `差异无统计学意义` holds `统计学意义`.
  return found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.end >= b.end ? a : b), undefined)?.claim;
}

function lastEnd(expression: RegExp, text: string): number | undefined {
  const last = findAll(expression, text).at(-1);
  return last && last.index + last[0].length;
}

function judge(p: Mention, claim: Claim, article: ArticleText): PlacedVerdict['verdict'] | undefined {
  const { value, printed, comparator } = p.quantity ?? {};
  if (value === undefined) return undefined;
  const shown = printedValue({ value, printed, op: comparator ?? '=', source: sourceOf(article, p.span) });
  if (!shown) return undefined;
  const read = reading(shown);
  const significant = read.high <= 0.05;
  const insignificant = read.low >= 0.05;
  if (claim === 'no difference' && significant) {
    return finding(
      id,
      'warning',
      `The words say that there is no difference, printed p ${shown.op} ${shown.digits}`,
      [shown],
      'a level of significance of 0.05',
    );
  }
  if (claim === 'no difference' || !insignificant) return 'holds';
  if (claim === 'difference') {
    return finding(
      id,
      'warning',
      `The words say that there is a difference, printed p ${shown.op} ${shown.digits}`,
      [shown],
      'a level of significance of 0.05',
    );
  }
  return finding(
    id,
    'info',
    `One is called more or less than the other, printed p ${shown.op} ${shown.digits}`,
    [shown],
    'a level of significance of 0.05',
  );
}
