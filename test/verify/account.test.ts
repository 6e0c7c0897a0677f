import { describe, expect, test } from 'vitest';
import type { Binding, Mention, Quantity, Segmentation, Unbound } from '../../pipeline/model/index.js';
import { untouched } from '../../pipeline/text/index.js';
import { account } from '../../pipeline/verify/index.js';
import { sourceOf } from '../text/arbitraries.js';
import { rulebook } from './extracted.js';

const text = '研究纳入30例,反应率46%(P=0.03),另有3(1~8)次。';

function spanOf(quote: string): { start: number; end: number } {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
}

function quantity(kind: Quantity['kind'], quote: string): Mention {
  return {
    kind: 'quantity',
    span: spanOf(quote),
    ruleId: `numbers.${kind}`,
    text: quote,
    facts: {},
    quantity: { kind, printed: quote },
  };
}

/** The ledger of one sentence, told of a study or of none, with what the binding stage left open. */
function ledgerOf(
  mentions: readonly Mention[],
  unbound: readonly Unbound[],
  claimed = true,
  bindings: readonly Binding[] = [],
) {
  const whole = { start: 0, end: text.length };
  const section = { span: whole, role: 'body' as const, index: 0 };
  const sentence = { span: whole, section, paragraph: 0, english: false };
  const segmentation: Segmentation = {
    document: untouched(sourceOf(text)),
    title: undefined,
    sections: [section],
    sentences: [sentence],
    tables: [],
    nouns: [],
  };
  const passages = [{ sentence, ...whole, mentions, draft: claimed ? {} : undefined }];
  const size = { value: 30, source: { ...spanOf('30例'), line: 1, text: '30例' } };
  const trials = [{ id: 'ref-1', population: { size } }];
  return account(segmentation, mentions, { studies: [], bindings, unbound, passages }, trials, rulebook).numbers;
}

const rate = quantity('percentage', '46%');
const test003 = quantity('p-value', 'P=0.03');

describe('a number of a study that was not recorded', () => {
  test('is unresolved with the reason and the candidates of the binding stage', () => {
    const unbound = [{ span: rate.span, reason: 'no measure', candidates: ['ORR', 'CR'] }];
    expect(ledgerOf([rate], unbound).unresolved[0]).toEqual({
      text: '46%',
      reason: 'no measure',
      candidates: ['ORR', 'CR'],
      source: { ...spanOf('46%'), line: 1, text: '46%' },
    });
  });

  test('is not understood where nobody gave a reason', () => {
    const { unresolved } = ledgerOf([rate, test003], []);
    expect(unresolved.map(({ text: shown, reason }) => `${shown} ${reason}`)).toEqual([
      '46% not understood',
      'P=0.03 not understood',
      '3 not understood',
      '1 not understood',
      '8 not understood',
    ]);
  });

  test('is shown alone where its mention has other numbers, too', () => {
    const { unresolved } = ledgerOf([quantity('duration', '3(1~8)次')], []);
    expect(unresolved.slice(-3).map(({ text: shown }) => shown)).toEqual(['3', '1', '8']);
  });

  test('is set aside as what its mention says', () => {
    const aside: Mention = {
      kind: 'aside',
      span: rate.span,
      ruleId: 'asides.x',
      text: '46%',
      name: 'novel',
      facts: {},
    };
    expect(ledgerOf([aside], []).set_aside).toEqual({ novel: 1 });
  });

  test('is the time of a value that rests on it', () => {
    const evidence = [{ ruleId: rate.ruleId, span: rate.span }];
    const binding: Binding = {
      kind: 'p',
      study: 'ref-1',
      quantity: { kind: 'p-value', printed: '0.03' },
      span: test003.span,
      confidence: 1,
      trail: [],
      evidence,
    };
    expect(ledgerOf([rate], [], true, [binding]).set_aside).toEqual({ time: 1 });
  });
});

test('numbers of a sentence that no study claims are background', () => {
  expect(ledgerOf([rate, test003], [], false)).toEqual({
    total: 6,
    recorded: 1,
    set_aside: { background: 5 },
    unresolved: [],
  });
});
