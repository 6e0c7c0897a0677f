import { describe, expect, it } from 'vitest';
import { goldFile } from '../../pipeline/commands/score/gold-schema.js';
import type { LocatedRow } from '../../pipeline/commands/score/locate-gold.js';
import { locateGold } from '../../pipeline/commands/score/locate-gold.js';
import { type Matches, matchGold } from '../../pipeline/commands/score/match-gold.js';
import { missLines } from '../../pipeline/commands/score/miss-lines.js';
import { ownForms } from '../../pipeline/commands/score/own-forms.js';
import { type Predicted, predictedRows } from '../../pipeline/commands/score/predicted-rows.js';
import { scores } from '../../pipeline/commands/score/scores.js';
import { scoresText } from '../../pipeline/commands/score/scores-text.js';
import { tally, together } from '../../pipeline/commands/score/tally.js';
import { placedYaml } from '../../pipeline/emit/index.js';
import type { TrialRecord } from '../../pipeline/model/index.js';
import { articleText, quote, record, trial } from '../emit/records.js';

/** All ten numbers of the article. */
const annotation = `
doc: article.txt
trials:
  - id: t01
    arms:
      - {id: V, label: VTD组, drugs: []}
      - {id: C, label: 环磷酰胺, drugs: [cyclophosphamide, ASCT]}
rows:
  - {trial: t01, kind: n, arm: null, value: 322, at: "纳入⟦322⟧例"}
  - {trial: t01, kind: n, arm: V, value: 84, at: "VTD组⟦84⟧例"}
  - {trial: t01, kind: n, arm: C, value: 238, at: "CBD组⟦238⟧例"}
  - {trial: t01, kind: rate, arm: V, measure: CR, value: 35.92, at: "CR(⟦35.92%⟧vs"}
  - {trial: t01, kind: rate, arm: C, measure: CR, value: 22.55, at: "vs⟦22.55%⟧"}
  - {trial: t01, kind: p, arms: [V, C], measure: CR, op: "=", value: 0.03, at: "⟦P=0.03⟧"}
  - {trial: t01, kind: ae, arm: V, term: 神经病变, grade: "3-4", value: 7.14, at: "神经病变(⟦7.14%⟧"}
  - {trial: t01, kind: ae, arm: C, term: 神经病变, grade: "3-4", value: 1.26, at: "vs⟦1.26%⟧"}
  - {trial: t01, kind: median, arm: V, measure: PFS, value: 20, at: "中位PFS为⟦20⟧个月"}
`;

const gold = (text = annotation) => locateGold(placedYaml('gold.yaml', text, goldFile), articleText);

function score(study: TrialRecord, annotated = gold()) {
  const matches = matchGold(annotated, predictedRows(record(study)));
  return { id: 'article', text: articleText, matches, tally: tally(matches), problems: annotated.problems };
}

function changed(change: (study: TrialRecord) => void): TrialRecord {
  const study = trial();
  change(study);
  return study;
}

describe('a record against its annotation', () => {
  it('that agrees in all is found and bound, arms being known by label or by drugs', () => {
    const all = { gold: 9, recorded: 9, found: 9, bound: 9 };
    const one = { precision: 1, recall: 1, f1: 1 };
    expect(scores(score(trial()).tally)).toMatchObject({ ...all, found_rates: one, bound_rates: one, grouping_f1: 1 });
  });

  it('with nothing in it scores nothing', () => {
    expect(scores(score({ id: 'none' }).tally)).toMatchObject({
      recorded: 0,
      found: 0,
      bound_rates: { precision: 0, f1: 0 },
    });
  });

  it('counts a miss, a wrong arm, a wrong grade, a wrong value and a number that is not annotated', () => {
    const worse = changed((study) => {
      study.outcomes!.pop(); // the median is missed
      study.outcomes![0]!.values![1]!.arm = 'VTD';
      study.adverse_events![0]!.grade = '3'; // two numbers
      study.outcomes![0]!.comparisons![0]!.p!.value = 0.3;
      study.baseline = [{ item: 'phase', value: 5, source: quote('5') }];
    });
    const result = score(worse);
    // Of 9 annotated, 8 are found; arm, grade twice and value leave 4 bound; 8 + 1 are recorded.
    expect(scores(result.tally)).toMatchObject({
      gold: 9,
      recorded: 9,
      found: 8,
      bound: 4,
      found_rates: { precision: 0.8889, recall: 0.8889, f1: 0.8889 },
      bound_rates: { precision: 0.4444, recall: 0.4444, f1: 0.4444 },
      kinds: {
        ae: { gold: 2, recorded: 2, found: 2, bound: 0 },
        baseline: { gold: 0, recorded: 1, found: 0, bound: 0 },
        median: { gold: 1, recorded: 0, found: 0, bound: 0 },
        n: { gold: 3, recorded: 3, found: 3, bound: 3 },
        p: { gold: 1, recorded: 1, found: 1, bound: 0 },
        rate: { gold: 2, recorded: 2, found: 2, bound: 1 },
      },
    });
    expect(result.matches.matches.map(({ fault }) => fault)).toEqual([
      ...[undefined, undefined, undefined, undefined, 'arm'],
      ...['value', 'grade', 'grade', undefined],
    ]);
    expect(missLines(result).map((line) => line.split('\n')[0])).toEqual([
      'article:1: not annotated: ref-5 baseline phase 5',
      'article:2: arm: t01 rate cr [C] 22.55; recorded: ref-5 rate cr [VTD] 22.55',
      'article:2: value: t01 p cr [V, C] = 0.03; recorded: ref-5 p cr [VTD, CBD] = 0.3',
      'article:3: grade: t01 ae ae:神经病变 [V] grade 3-4 7.14; recorded: ref-5 ae ae:神经病变 [VTD] grade 3 7.14',
      'article:3: grade: t01 ae ae:神经病变 [C] grade 3-4 1.26; recorded: ref-5 ae ae:神经病变 [CBD] grade 3 1.26',
      'article:3: missed: t01 median pfs [V] 20',
    ]);
  });

  it('takes ≥PR for ORR and a count for its share, but not another measure', () => {
    const rate = (measure: string) =>
      score(trial(), gold(annotation.replaceAll('measure: CR', `measure: ${measure}`))).tally.all.bound;
    expect(rate('CR')).toBe(9);
    expect(rate('ORR')).toBe(6);
    const study = changed((one) => {
      one.outcomes![0]!.measure = '>=PR';
    });
    expect(score(study, gold(annotation.replaceAll('measure: CR', 'measure: ORR'))).tally.all.bound).toBe(9);
  });

  it('counts a dose once that is printed once for two arms', () => {
    const dose = { value: 20, unit: 'mg', source: quote('20') };
    const study = changed((one) => {
      one.outcomes!.pop();
      for (const arm of one.arms!) arm.drugs = [{ name: 'bortezomib', doses: [dose] }];
    });
    expect(score(study).tally.kinds.dose).toEqual({ gold: 0, recorded: 1, found: 0, bound: 0 });
  });

  it('finds a size that was read as a count, but does not take it for bound', () => {
    const misread = changed((study) => {
      delete study.population!.size;
      study.outcomes!.push({ measure: 'ORR', statistic: 'count', values: [{ value: 322, source: quote('322') }] });
    });
    const { matches, tally: counts } = score(misread);
    expect(matches.matches[0]).toMatchObject({ gold: { kind: 'n' }, fault: 'kind' });
    expect(counts.all).toEqual({ gold: 9, recorded: 9, found: 9, bound: 8 });
  });

  it('of two numbers at a place takes the one that begins nearest, then the later one', () => {
    const twice = (first: string, second: string) =>
      score(
        changed((study) => {
          const value = { arm: 'VTD', value: 35.92 };
          study.outcomes![0]!.values!.splice(
            0,
            1,
            { ...value, source: quote(first) },
            { ...value, source: quote(second) },
          );
        }),
      ).matches.extra.map(({ row }) => [
        row.value.source.text,
        row.trial.outcomes![0]!.values!.indexOf(row.value as never),
      ]);
    expect(twice('35.92%', 'CR(35.92%')).toEqual([['CR(35.92%', 1]]);
    expect(twice('CR(35.92%', '35.92%')).toEqual([['CR(35.92%', 0]]);
    expect(twice('35.92%', '35.92%')).toEqual([['35.92%', 0]]);
  });

  it('takes a number without an arm for that of the only arm, and not for one of two', () => {
    const unbound = changed((study) => {
      for (const value of study.adverse_events![0]!.values!) delete value.arm;
    });
    expect(score(unbound).tally.kinds.ae).toEqual({ gold: 2, recorded: 2, found: 2, bound: 0 });
    unbound.arms!.pop();
    expect(score(unbound).tally.kinds.ae).toEqual({ gold: 2, recorded: 2, found: 2, bound: 1 });
  });

  it('counts studies that were torn apart or put together', () => {
    const { adverse_events, outcomes, ...rest } = trial();
    const events = { id: 'other', arms: trial().arms!.map(({ size, ...arm }) => arm), adverse_events: adverse_events! };
    const matches = matchGold(gold(), predictedRows(record({ ...rest, outcomes: outcomes! }, events)));
    // 9 numbers make 36 pairs; 7 + 2 of them in two studies make 21 + 1, and 2 × 22 / (2 × 22 + 14) = 0.7586.
    expect(tally(matches).pairs).toEqual({ both: 22, recordOnly: 0, goldOnly: 14 });
    expect(scores(tally(matches)).grouping_f1).toBe(0.7586);
  });
});

describe('several articles together', () => {
  it('add up', () => {
    const one = score(trial()).tally;
    const none = score({ id: 'none' }).tally;
    expect(scores(together([one, none]))).toMatchObject({
      gold: 18,
      recorded: 9,
      bound: 9,
      bound_rates: { precision: 1, recall: 0.5, f1: 0.6667 },
    });
  });

  it('are written the same every time, with each article by its id', () => {
    const text = scoresText([score(trial())]);
    expect(scoresText([score(trial())])).toBe(text);
    expect(text).toContain('documents:\n  article:\n');
  });
});

describe('an annotation', () => {
  it('is located with white space left out', () => {
    const text = articleText.replace('35.92%', '35.\n92\u001c %');
    const located = locateGold(placedYaml('gold.yaml', annotation, goldFile), text);
    const row = located.rows[3];
    expect(text.slice(row?.start, row?.end)).toBe('35.\n92\u001c %');
    expect(located.problems).toEqual([]);
  });

  it.each([
    ['row 1: quote not found', '纳入⟦322⟧例', '收入⟦322⟧例'],
    ['row 5: quote found more than once', 'vs⟦22.55%⟧', '⟦vs⟧'],
    ['row 1: no ⟦⟧ in at', '纳入⟦322⟧例', '纳入322例'],
    ['row 1: unknown kind size', 'kind: n, arm: null', 'kind: size, arm: null'],
    ['row 1: unknown trial t02', 'trial: t01, kind: n, arm: null', 'trial: t02, kind: n, arm: null'],
  ])('has a problem told: %s', (problem, from, to) => {
    const located = gold(annotation.replace(from, to));
    expect(located.problems).toHaveLength(1);
    expect(located.problems[0]).toContain(problem);
    expect(located.rows).toHaveLength(8);
  });
});

describe('confidence bands', () => {
  const told = (confidence: number, right: boolean): Matches['matches'][number] => {
    const [predicted] = predictedRows(record(trial()));
    if (!predicted) throw new Error('the record of the tests has numbers');
    const sure = { ...predicted, row: { ...predicted.row, value: { ...predicted.row.value, confidence } } };
    return { gold: gold().rows[0] as LocatedRow, predicted: sure, ...(right ? {} : { fault: 'arm' as const }) };
  };

  it('count the right numbers by how sure they were said to be, the lower end included', () => {
    const matches = [told(0.95, true), told(0.94, true), told(0.9, false), told(0.5, false)];
    const { confidence } = scores(tally({ matches, extra: [] }));
    expect(confidence).toEqual([
      { from: 0.95, recorded: 1, bound: 1, precision: 1 },
      { from: 0.9, recorded: 2, bound: 1, precision: 0.5 },
      { from: 0, recorded: 1, bound: 0, precision: 0 },
    ]);
  });

  it('count numbers that nobody annotated as wrong, and add up over articles', () => {
    const extra = [told(0.85, true).predicted as Predicted];
    const one = tally({ matches: [told(0.85, true)], extra });
    expect(scores(together([one, one])).confidence).toEqual([{ from: 0.8, recorded: 4, bound: 2, precision: 0.5 }]);
  });
});

describe('ownForms', () => {
  it('gives each text the forms that no other text holds', () => {
    const own = ownForms(['甲药与乙药', '乙药与丙药'], ['甲药', '乙药', '丙药', '丁药']);
    expect(own).toEqual([new Set(['甲药']), new Set(['丙药'])]);
  });
});

describe('rounding', () => {
  it('is to four decimals, ties to the even digit', () => {
    const f1 = (bound: number, gold: number): number =>
      scores({
        all: { gold, recorded: 0, found: 0, bound },
        kinds: {},
        pairs: { both: 0, recordOnly: 0, goldOnly: 0 },
        bands: [],
      }).bound_rates.recall;
    expect([f1(1, 3), f1(2, 3), f1(17, 32), f1(1, 32), f1(3, 32), f1(1, 16), f1(1, 64)]).toEqual([
      ...[0.3333, 0.6667, 0.5312, 0.0312, 0.0938, 0.0625, 0.0156],
    ]);
  });
});
