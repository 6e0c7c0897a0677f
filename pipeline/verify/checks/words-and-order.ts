import type { Mention, StudyArm } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Span, toSource } from '../../text/index.js';
import { type ArticleText, passagesWith, studyAt } from '../article-text.js';
import { type ArticleCheck, type CheckContext, finding, type PlacedVerdict } from '../check.js';
import { plainLabel } from '../mention-index.js';
import { type Printed, printedValue, reading } from '../printed.js';
import { rowsOf } from '../statements.js';
import type { Told } from '../told.js';

const id = 'words-and-order';
const armKinds = new Set(['arm', 'regimen', 'drug', 'procedure']);

export const wordsAndOrder: ArticleCheck = {
  id,
  about: 'The arm that is called higher or longer has the higher number.',
  run: (context) => {
    const { article } = context;
    if (!article) return [];
    return passagesWith(article, 'than').flatMap((passage) => {
      const found = studyAt(article, passage);
      return found ? ordersOf(passage, found.study.arms, context, article, found.at) : [];
    });
  },
};

/** `A高于B(x vs y)`: the arms on both sides of the word, and the first row behind it that has a value of each. */
function ordersOf(
  passage: Told,
  arms: readonly StudyArm[],
  context: CheckContext,
  article: ArticleText,
  at: number,
): PlacedVerdict[] {
  const { document } = article.segmentation;
  const trial = context.record.trials[at];
  const cues = passage.mentions.filter(({ kind, name }) => kind === 'cue' && name === 'than');
  if (!trial) return [];
  return cues.flatMap((cue): PlacedVerdict[] => {
    const higher = phrase(context.rulebook, 'verify.higher').test(cue.text);
    const lower = phrase(context.rulebook, 'verify.lower').test(cue.text);
    const sides = higher !== lower ? armsAround(cue, passage, arms, context) : undefined;
    if (!sides) return [];
    // The numbers stand right behind the second arm, before another is named.
    const next = passage.mentions.find(({ kind, span }) => armKinds.has(kind) && span.start >= sides.end);
    const within = toSource(document, { start: sides.end, end: next?.span.start ?? passage.end } as Span<'text'>);
    const pair = firstPair(trial, sides.arms, within);
    if (!pair) return [];
    const [first, second] = higher ? pair : [pair[1], pair[0]];
    if (reading(first).high >= reading(second).low) return [{ trial: trial.id, verdict: 'holds' }];
    const [a, b] = pair;
    const [one, other] = sides.arms;
    const message = `${one} is called ${higher ? 'higher' : 'lower'} than ${other}, printed ${a.digits} and ${b.digits}`;
    const assumption = 'the two numbers are those that the word compares';
    return [{ trial: trial.id, verdict: finding(id, 'warning', message, [a, b], assumption) }];
  });
}

/** The arm right before a word and the arm right behind it, and where the latter ends. */
function armsAround(
  cue: Mention,
  { mentions }: Told,
  arms: readonly StudyArm[],
  { rulebook }: CheckContext,
): { arms: [string, string]; end: number } | undefined {
  const tail = phrase(rulebook, 'joins.label-tail');
  const idOf = (mention: Mention | undefined): string | undefined =>
    mention && arms.find(({ aliases }) => aliases.has(plainLabel(mention, tail)))?.id;
  const named = mentions.filter(({ kind }) => armKinds.has(kind));
  const before = named.findLast(({ span }) => span.end <= cue.span.start && cue.span.start - span.end <= 30);
  const behind = named.find(({ span }) => span.start >= cue.span.end && span.start - cue.span.end <= 4);
  const [one, other] = [idOf(before), idOf(behind)];
  if (!behind || one === undefined || other === undefined || one === other) return undefined;
  return { arms: [one, other], end: behind.span.end };
}

/** The values of both arms in the first row that has one of each in a stretch of the source. */
function firstPair(
  trial: Parameters<typeof rowsOf>[0],
  [a, b]: readonly [string, string],
  within: { readonly start: number; readonly end: number },
): [Printed, Printed] | undefined {
  const pairs = rowsOf(trial).flatMap(({ statements }): [Printed, Printed][] => {
    const inside = statements.filter(
      ({ value }) => value.source.start >= within.start && value.source.end <= within.end,
    );
    const [first, second] = [a, b].map((arm) => inside.filter((statement) => statement.arm === arm));
    if (first?.length !== 1 || second?.length !== 1) return [];
    const [x, y] = [first, second].map(([one]) => one && printedValue(one.value));
    return x && y ? [[x, y]] : [];
  });
  return pairs.sort(([x], [y]) => x.source.start - y.source.start)[0];
}
