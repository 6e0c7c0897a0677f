import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugsOf } from './combine-drugs.js';

/**
 * `接受甲药联合XY方案化疗(联合组)`, `行XY方案治疗(化疗组)`: a group that is named in the bracket right behind what its patients got
 * got just that, whatever kind of treatment its name says.
 */
export function withCalled(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const [head, between, behind] = (['serves-head', 'called-group', 'called-end'] as const).map((id) =>
    phrase(rulebook, `joins.${id}`),
  ) as [RegExp, RegExp, RegExp];
  const called = mentions.map((group, i) => {
    if (!saysLess(group)) return group;
    const given = mentions.slice(Math.max(0, i - 3), i).findLast(({ kind }) => kind !== 'cue');
    if (!given || !treatmentKinds.has(given.kind)) return group;
    const isBehind = between.test(text.slice(given.span.end, group.span.start));
    const isWhole = behind.test(text.slice(group.span.end, group.span.end + 12));
    if (!isBehind || !isWhole || !head.test(text.slice(Math.max(0, given.span.start - 24), given.span.start)))
      return group;
    return { ...group, facts: { ...group.facts, drugs: drugsOf(given) } };
  });
  return called.every((mention, i) => mention === mentions[i]) ? mentions : called;
}

/** A group whose name is a word that says no drug: `联合组`, `化疗组`; letters are those of the drugs. */
function saysLess({ kind, facts, text }: Mention): boolean {
  return kind === 'arm' && !/^[A-Za-z]/u.test(text) && (facts.drugs === undefined || facts.drugs === 'chemotherapy');
}
