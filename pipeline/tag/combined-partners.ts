import type { Mention } from '../model/index.js';
import type { JoiningWords } from './joining-words.js';

/** `甲药联合乙药(30例)或安慰剂(31例)`: the placebo stands in the place of the drug named last, beside the others. */
export function inPlaceOfLast(
  placebo: Mention,
  mentions: readonly Mention[],
  at: number,
  text: string,
  words: JoiningWords,
): Mention {
  if (placebo.name !== 'placebo' || placebo.kind !== 'procedure') return placebo;
  const whole = mentions.slice(Math.max(0, at - 3), at).findLast(({ kind }) => kind === 'regimen');
  const { lastDrug, drugs } = whole?.facts ?? {};
  if (!whole || lastDrug === undefined || drugs === undefined) return placebo;
  const between = text.slice(whole.span.end, placebo.span.start).replace(/\([^()]*\)/gu, '');
  if (!words.either.test(between.trim())) return placebo;
  const partners = drugs.split('+').filter((name) => name !== lastDrug);
  return {
    ...placebo,
    kind: 'regimen',
    facts: { drugs: ['placebo', ...partners].join('+'), combination: 'yes', label: placebo.text },
  };
}

/** `甲药(50mg)或安慰剂联合乙药`, `比较甲药或乙药联合化疗`: both, one in the place of the other, were given with the rest. */
export function withSharedPartner(
  drug: Mention,
  mentions: readonly Mention[],
  at: number,
  text: string,
  words: JoiningWords,
): Mention {
  if (drug.kind !== 'drug') return drug;
  const next = mentions.slice(at + 1, at + 3).find(({ kind }) => kind !== 'cue');
  const [other, ...partners] = next?.facts.combination === undefined ? [] : (next.facts.drugs ?? '').split('+');
  if (!next || partners.length === 0) return drug;
  const isCompared = words.compares.test(text.slice(Math.max(0, drug.span.start - 4), drug.span.start));
  if (other !== 'placebo' && !isCompared) return drug;
  const between = text.slice(drug.span.end, next.span.start).replace(words.doses, '');
  if (!words.either.test(between) || (other !== 'placebo' && words.sides.test(between))) return drug;
  const drugs = [drug.name ?? drug.text, ...partners].join('+');
  return {
    ...drug,
    kind: 'regimen',
    facts: { drugs, combination: 'yes', label: drug.text, lead: drug.name ?? drug.text },
  };
}
