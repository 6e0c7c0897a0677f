import type { Mention, Study } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type ArticleText, passagesWith, sourceOf, studyAt } from '../article-text.js';
import { type ArticleCheck, type CheckContext, type PlacedVerdict, remark } from '../check.js';
import type { Told } from '../told.js';

const id = 'conclusion-slips';

export const conclusionSlips: ArticleCheck = {
  id,
  about: 'What a study is concluded to show is of its own drugs and its own disease.',
  run: (context) => {
    const { article } = context;
    if (!article) return [];
    const { text } = article.segmentation.document;
    const inSum = phrase(context.rulebook, 'verify.in-sum');
    // The words are cues of their own but for those that begin an abstract's last part.
    const sums = ({ start, mentions }: Told): boolean =>
      inSum.test(text.slice(start, start + 4)) || mentions.some((cue) => isConclusion(cue) && inSum.test(cue.text));
    return [
      ...passagesWith(article, 'conclusion').flatMap((passage) => lessThanAnArm(passage, context, article)),
      ...passagesWith(article, 'conclusion')
        .filter(sums)
        .flatMap((passage) => otherDrug(passage, context, article)),
      ...passagesWith(article, 'population')
        .filter(sums)
        .flatMap((passage) => otherDisease(passage, context, article)),
    ];
  },
};

function isConclusion({ kind, name }: Mention): boolean {
  return kind === 'cue' && name === 'conclude';
}

function drugsOf({ facts, name, kind }: Mention): string[] {
  return facts.drugs?.split('+') ?? (kind === 'drug' && name !== undefined ? [name] : []);
}

/** `表明A联合B…` of a study whose only arm with A and B has a third drug. */
function lessThanAnArm(passage: Told, { record }: CheckContext, article: ArticleText): PlacedVerdict[] {
  const found = studyAt(article, passage);
  const cue = passage.mentions.findLastIndex(isConclusion);
  const named = passage.mentions.slice(cue + 1).find(({ facts }) => facts.combination === 'yes');
  if (!found || cue < 0 || !named) return [];
  const drugs = drugsOf(named);
  const arms = found.study.arms.filter((arm) => arm.drugs.length > 1);
  const trial = record.trials[found.at]?.id;
  if (drugs.length < 2 || arms.length === 0) return [];
  const missing = arms.map((arm) => arm.drugs.filter(({ name }) => !drugs.includes(name)));
  const containing = arms.findIndex((arm) => drugs.every((drug) => arm.drugs.some(({ name }) => name === drug)));
  if (containing < 0) return [];
  if (missing.some((left, i) => left.length === 0 && arms[i]?.drugs.length === drugs.length))
    return [{ trial, verdict: 'holds' }];
  const left = (missing[containing] ?? []).map(({ name }) => name).join(', ');
  const message = `The conclusion names ${drugs.join(' + ')}; ${arms[containing]?.label} of this study holds ${left}, too`;
  const sources = [sourceOf(article, named.span)];
  return [{ trial, verdict: remark(id, 'info', message, sources, 'the conclusion is of this arm') }];
}

/** The article's own study, where it has one. */
function ownStudy({ bound }: ArticleText): { study: Study; at: number } | undefined {
  const at = bound.studies.findIndex(({ own }) => own);
  const study = bound.studies[at];
  return study && { study, at };
}

/** `综上,…表明,X…` where X is no drug of the article's own study. */
function otherDrug(passage: Told, { record }: CheckContext, article: ArticleText): PlacedVerdict[] {
  const own = ownStudy(article);
  const cue = passage.mentions.findLastIndex(isConclusion);
  const last = passage.mentions[cue];
  const drug = passage.mentions.slice(cue + 1).find(({ kind }) => kind === 'drug' || kind === 'regimen');
  if (!own || !last || !drug || drug.span.start - last.span.end > 1) return [];
  const known = own.study.arms.flatMap((arm) => arm.drugs.map(({ name }) => name));
  const named = drugsOf(drug);
  const trial = record.trials[own.at]?.id;
  if (known.length === 0 || named.length === 0) return [];
  if (named.some((name) => known.includes(name))) return [{ trial, verdict: 'holds' }];
  const message = `The article sums up on ${named.join(' + ')}; its own study is of ${[...new Set(known)].join(', ')}`;
  const sources = [sourceOf(article, drug.span)];
  return [{ trial, verdict: remark(id, 'warning', message, sources, 'the article sums up its own study') }];
}

/** A conclusion that names a disease of the article and, this once in the article, one that is no kind of it. */
function otherDisease(passage: Told, { record }: CheckContext, article: ArticleText): PlacedVerdict[] {
  const own = ownStudy(article);
  const named = passage.mentions.filter(({ kind }) => kind === 'population');
  const known = named.filter((mention) => countOf(mention, article) > 1);
  if (!own || known.length === 0) return [];
  const isKind = (a: string, b: string): boolean =>
    namesOf(a).some((x) => namesOf(b).some((y) => x.includes(y) || y.includes(x)));
  const strangers = named.filter((one) => !known.some((other) => isKind(one.name ?? '', other.name ?? '')));
  const trial = record.trials[own.at]?.id;
  if (strangers.length === 0) return [{ trial, verdict: 'holds' }];
  const names = (mentions: readonly Mention[]): string => [...new Set(mentions.map(({ name }) => name))].join(', ');
  const message = `The conclusion is of ${names(known)}, and names ${names(strangers)} as nothing else in the article does`;
  const sources = strangers.map(({ span }) => sourceOf(article, span));
  return [
    {
      trial,
      verdict: remark(id, 'info', message, sources, 'the conclusion is of the disease of the study'),
    },
  ];
}

/** RRMM+NDMM names two kinds of MM. */
function namesOf(name: string): string[] {
  return name.split('+');
}

/** How often an article names a disease, its kinds included. */
function countOf({ name = '' }: Mention, article: ArticleText): number {
  const own = namesOf(name);
  let count = 0;
  for (const [other, times] of diseasesOf(article))
    if (namesOf(other).some((one) => own.some((mine) => one.includes(mine)))) count += times;
  return count;
}

const diseases = new WeakMap<ArticleText, ReadonlyMap<string, number>>();

/** The names of diseases in an article, each with how often it stands there; counted once for an article. */
function diseasesOf(article: ArticleText): ReadonlyMap<string, number> {
  const known = diseases.get(article);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { kind, name = '' } of article.mentions)
    if (kind === 'population') counts.set(name, (counts.get(name) ?? 0) + 1);
  diseases.set(article, counts);
  return counts;
}
