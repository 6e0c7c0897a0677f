import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugNamesOf } from './labels.js';

/**
 * `接受甲药或乙药治疗`: the whole list of what each patient got one of, where the one treatment that was found is a member of it;
 * else the treatment.
 */
export function eitherOf(one: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention {
  const treats = mentions.filter(({ kind }) => treatmentKinds.has(kind));
  const [or, listed] = [phrase(rulebook, 'joins.or-regimen'), phrase(rulebook, 'joins.enumerates-only')];
  const gap = (i: number) =>
    text.slice(treats[i]?.span.end ?? 0, treats[i + 1]?.span.start ?? 0).replace(/\([^()]*\)/gu, '');
  const isJoined = (i: number) => treats[i + 1] !== undefined && (or.test(gap(i)) || listed.test(gap(i)));
  const at = treats.indexOf(one);
  if (at < 0) return one;
  let [first, last] = [at, at];
  while (first > 0 && isJoined(first - 1)) first -= 1;
  while (isJoined(last)) last += 1;
  const members = treats.slice(first, last + 1);
  if (members.length < 2 || !or.test(gap(last - 1))) return one;
  const drugs = [...new Set(members.flatMap(drugNamesOf))];
  // `甲药或安慰剂`: what the other arm got is no choice.
  if (drugs.includes('placebo')) return one;
  const span = { start: (members[0] as Mention).span.start, end: (members.at(-1) as Mention).span.end };
  const printed = text.slice(span.start, span.end);
  const facts = { drugs: drugs.join('+'), label: printed, either: 'yes' };
  return { kind: 'regimen', span, ruleId: 'bind.combination', text: printed, name: printed, facts };
}
