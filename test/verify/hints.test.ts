import { describe, expect, it } from 'vitest';
import type { ArticleRecord, Finding, TrialRecord } from '../../pipeline/model/index.js';
import { verifyRecord } from '../../pipeline/verify/index.js';
import { consistentRecord } from '../../pipeline/verify/mutations/consistent-record.js';
import { numberSlots, withDigits, withSwapped } from '../../pipeline/verify/number-slots.js';
import { oneDigitChanged, pointsMoved } from '../../pipeline/verify/small-edits.js';
import { extracted, rulebook } from './extracted.js';

/** The findings of a text as `zhailu verify` tells them. */
function verified(text: string): Finding[] {
  const { record } = extracted(text);
  return [...verifyRecord({ record, rulebook }).byTrial.values()].flat();
}

describe('the smallest changes', () => {
  it('are one digit, without a new 0 in front', () => {
    expect(oneDigitChanged('9')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(oneDigitChanged('10')).not.toContain('00');
    expect(oneDigitChanged('0.5')).toContain('0.7');
    expect(oneDigitChanged('0.5')).toContain('1.5');
  });

  it('are the decimal point one place away', () => {
    expect(pointsMoved('82.1')).toEqual(['8.21', '821']);
    expect(pointsMoved('0.05')).toEqual(['0.5']);
    expect(pointsMoved('7')).toEqual([]);
  });
});

describe('a hint', () => {
  it('names the digit that mends the share', () => {
    const [finding] = verified('一项研究[4]纳入120例患者,应用卡瑞利珠单抗治疗,ORR为45.0%(64/120)。');
    expect(finding?.check).toBe('percent-of-count');
    expect(finding?.hints).toContain('64 as 54');
  });

  it('names two values that were exchanged', () => {
    const text = '一项随机研究[5]中舒尼替尼组(n=90)OS优于干扰素组(n=90)(HR=0.78,95%CI 0.91~0.66)。';
    expect(verified(text)[0]?.hints?.[0]).toBe('0.91 and 0.66 exchanged');
  });

  it('names no digit where any of many would do', () => {
    const [finding] = verified('一项研究[5]应用信迪利单抗治疗晚期患者,ORR为50.0%,DCR为42.5%。');
    expect(finding?.check).toBe('response-order');
    expect(finding?.hints).toEqual(['50.0 and 42.5 exchanged', '50.0 as 5.00']);
  });

  it('changes nothing in the record', () => {
    const { record } = extracted('一项研究[4]纳入120例患者,应用卡瑞利珠单抗治疗,ORR为45.0%(64/120)。');
    const before = JSON.stringify(record);
    verifyRecord({ record, rulebook });
    expect(JSON.stringify(record)).toBe(before);
  });
});

describe('the numbers of a study', () => {
  const record: ArticleRecord = consistentRecord(7);
  const trial = record.trials[0] as TrialRecord;
  const slots = numberSlots(trial);

  it('are found with their digits', () => {
    expect(slots.length).toBeGreaterThan(60);
    expect(slots.map(({ path }) => path.join('.'))).toContain('population.size.value');
    for (const { digits, source } of slots) expect(source.text).toContain(digits);
  });

  it('can be printed otherwise, without a trace in the study as it was', () => {
    const before = JSON.stringify(trial);
    for (const slot of slots) {
      const other = oneDigitChanged(slot.digits)[0] as string;
      const changed = numberSlots(withDigits(trial, slot, other)).find(({ path }) => path.join() === slot.path.join());
      expect(Number(changed?.digits)).toBe(Number(other));
    }
    expect(JSON.stringify(trial)).toBe(before);
  });

  it('can be exchanged, and back', () => {
    const [a, b] = slots.filter(({ path }) => path[0] === 'arms' && path.at(-1) === 'value');
    if (!a || !b) throw new Error('The made-up study has two arms.');
    const there = withSwapped(trial, a, b);
    expect(there).not.toEqual(trial);
    const [x, y] = numberSlots(there).filter(({ path }) => path[0] === 'arms' && path.at(-1) === 'value');
    expect(x && y && withSwapped(there, x, y)).toEqual(trial);
  });
});
