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
  const listed = endOfEither(mentions, at, text, words);
  const next = listed ?? mentions.slice(at + 1, at + 3).find(({ kind }) => kind !== 'cue');
  const [other, ...partners] = next?.facts.combination === undefined ? [] : (next.facts.drugs ?? '').split('+');
  if (!next || partners.length === 0) return drug;
  if (listed) return withPartners(drug, partners);
  const isCompared = words.compares.test(text.slice(Math.max(0, drug.span.start - 4), drug.span.start));
  if (other !== 'placebo' && !isCompared) return drug;
  const between = text.slice(drug.span.end, next.span.start).replace(words.doses, '');
  if (!words.either.test(between) || (other !== 'placebo' && words.sides.test(between))) return drug;
  return withPartners(drug, partners);
}

/** A drug with what was given with it, under its own name. */
function withPartners(drug: Mention, partners: readonly string[]): Mention {
  const lead = drug.name ?? drug.text;
  const facts = { drugs: [lead, ...partners].join('+'), combination: 'yes', label: drug.text, lead };
  return { ...drug, kind: 'regimen', facts };
}

/** `甲药、乙药或丙药联合丁药`: the last of three treatments or more of which each patient got one. */
function endOfEither(mentions: readonly Mention[], at: number, text: string, words: JoiningWords): Mention | undefined {
  const opens = text[(mentions[at]?.span.start ?? 0) - 1] === '\u3001';
  const members = mentions.slice(at, at + 12).filter(({ kind }) => kind !== 'cue');
  for (const [i, one] of members.entries()) {
    const next = members[i + 1];
    if (!next || one.kind !== 'drug') return undefined;
    const between = text.slice(one.span.end, next.span.start);
    if (words.or.test(between)) return opens || i > 0 ? next : undefined;
    if (between !== '\u3001') return undefined;
  }
  return undefined;
}
