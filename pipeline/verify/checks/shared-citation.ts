import type { TrialRecord } from '../../model/index.js';
import type { ArticleCheck } from '../check.js';
import { finding } from '../check.js';

const id = 'shared-citation';

export const sharedCitation: ArticleCheck = {
  id,
  about: 'One number of the reference list stands for one study.',
  run: ({ record }) => {
    const studies = new Map<string, TrialRecord[]>();
    for (const trial of record.trials.filter(hasResults)) {
      for (const citation of trial.citations ?? []) studies.set(citation, [...(studies.get(citation) ?? []), trial]);
    }
    return [...studies].map(([citation, trials]) => {
      if (trials.length < 2) return { verdict: 'holds' as const };
      const message = `[${citation}] is cited for ${trials.length} studies: ${trials.map(({ id }) => id).join(', ')}`;
      const sources = trials.flatMap(firstSource);
      return { verdict: finding(id, 'info', message, sources, 'each of them is another study') };
    });
  },
};

function hasResults({ outcomes = [], adverse_events = [] }: TrialRecord): boolean {
  return outcomes.length + adverse_events.length > 0;
}

/** The size of a study, else its first value. */
function firstSource({ population, outcomes = [], adverse_events = [] }: TrialRecord): Parameters<typeof finding>[3] {
  const values = [population?.size, ...[...outcomes, ...adverse_events].flatMap(({ values = [] }) => values)];
  const first = values.find((value) => value?.value !== undefined);
  return first?.value === undefined ? [] : [{ value: first.value, source: first.source }];
}
