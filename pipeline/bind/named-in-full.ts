import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { key } from './drug-sets.js';
import type { Named } from './whole-arms.js';

/** What the text says of the arms of a study besides their names, so far as it tells whether one is named in full. */
export function namedInFull(
  list: ArmList,
  mentions: readonly Mention[],
  sized: Named['sized'],
  text: string,
  rulebook: Rulebook,
): Named {
  const [behind, before] = [phrase(rulebook, 'joins.alone'), phrase(rulebook, 'joins.said-alone')];
  const groups = mentions.filter(({ kind }) => kind === 'arm');
  const areOfSentence = (one: Mention, other: Mention) => {
    const [first, second] = one.span.start < other.span.start ? [one, other] : [other, one];
    return !/[\u3002;]/u.test(text.slice(first.span.end, second.span.start));
  };
  const isSaidAlone = ({ span, text: printed }: Mention) =>
    before.test(text.slice(Math.max(0, span.start - 6), span.start) + printed) || behind.test(text.slice(span.end));
  // The arms are asked for one by one, and each time all of the treatments.
  const treatments = mentions.map((mention) => ({ mention, drugs: key(list.componentsOf(mention)) }));
  return {
    sized,
    combined: mentions
      .filter(({ facts }) => facts.combination !== undefined)
      .map((mention) => list.componentsOf(mention)),
    areTogether: (one, other) =>
      groups.some(
        (group) =>
          list.find(group) === one && groups.some((next) => list.find(next) === other && areOfSentence(group, next)),
      ),
    isAlone: ({ label, drugs }) => {
      const own = key(drugs);
      return before.test(label) || treatments.some((told) => told.drugs === own && isSaidAlone(told.mention));
    },
    isToldAlone: ({ drugs }) => {
      const own = key(drugs);
      const named = treatments.filter((told) => told.drugs === own).map(({ mention }) => mention);
      const start = named.find(({ kind }) => kind === 'arm')?.span.start ?? 0;
      return named.some(({ kind, span }) => treatmentKinds.has(kind) && span.start < start);
    },
  };
}
