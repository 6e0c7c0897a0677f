import type { ArticleRecord, Finding, SourceRef, TrialRecord } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import type { ArticleText } from './article-text.js';

/** What a check says of one equation: that it holds, or what is off. */
export type Verdict = Finding | 'holds';

/** A finding of one study, or of the article as a whole where no study is named. */
export interface PlacedVerdict {
  readonly trial?: string | undefined;
  readonly verdict: Verdict;
}

/** What a check has to go by besides the study. */
export interface CheckContext {
  readonly record: ArticleRecord;
  readonly rulebook: Pick<Rulebook, 'phrases' | 'lexicon'>;
  /** The article, where it is at hand: a record alone has none. */
  readonly article?: ArticleText | undefined;
}

/** One kind of equation, looked for in every study by itself. Gives a verdict for each equation that it finds. */
export interface TrialCheck {
  readonly id: string;
  /** The equation, in a sentence. */
  readonly about: string;
  /** Whether the smallest change of digits that would make it hold is worth telling. */
  readonly hints?: boolean | ((finding: Finding) => boolean);
  /** Whether it reads more of a study than its numbers. */
  readonly withoutNumbers?: true;
  readonly run: (trial: TrialRecord, context: CheckContext) => Verdict[];
}

/** One kind of equation between studies, or between a study and the words of the article. */
export interface ArticleCheck {
  readonly id: string;
  readonly about: string;
  readonly hints?: boolean;
  readonly run: (context: CheckContext) => PlacedVerdict[];
}

interface Read {
  readonly digits?: string;
  readonly value: number;
  readonly source: SourceRef;
}

/** A finding with the values that it rests on; a source that holds several of them is named once. */
export function finding(
  check: string,
  severity: Finding['severity'],
  message: string,
  read: readonly Read[],
  assumption?: string,
): Finding {
  const { sources = [], ...told } = remark(
    check,
    severity,
    message,
    read.map(({ source }) => source),
    assumption,
  );
  return { ...told, values: read.map(({ value }) => value), sources };
}

/** A finding on words: it has places, but no values. */
export function remark(
  check: string,
  severity: Finding['severity'],
  message: string,
  sources: readonly SourceRef[],
  assumption?: string,
): Finding {
  const places = new Map(sources.map((source) => [`${source.start}-${source.end}`, source]));
  return {
    check,
    severity,
    message,
    ...(assumption === undefined ? {} : { assumption }),
    ...(places.size > 0 ? { sources: [...places.values()] } : {}),
  };
}
