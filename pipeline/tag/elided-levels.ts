import { type Mention, mentionsTouching } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';

/** `低、中、高危组`: of all levels of a trait but the last one the level alone is printed; each ends as the last one does. */
export function withElidedLevels(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const found = findAll(phrase(rulebook, 'nouns.levels'), text).flatMap(({ index, groups }) =>
    levelsOf(index, groups?.list ?? '', groups?.tail ?? '', text, rulebook),
  );
  if (found.length === 0) return mentions;
  const replaced = new Set(found.flatMap(({ span }) => mentionsTouching(mentions, span)));
  return [...mentions.filter((mention) => !replaced.has(mention)), ...found].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** The levels of one list, if the lexicon knows every one of them. */
function levelsOf(index: number, list: string, tail: string, text: string, rulebook: Rulebook): Mention[] {
  // `中、高危`: two levels that the lexicon knows as one range.
  const whole = index + list.length + tail.length;
  if ((rulebook.lexicon.longestAt(text, index)?.end ?? 0) >= whole) return [];
  let at = index;
  const parts = list.split(phrase(rulebook, 'joins.enumerates'));
  const found = parts.flatMap((level, i): Mention[] => {
    const start = at;
    at += level.length + 1;
    const name = level + tail;
    const known = rulebook.lexicon.whole(name);
    if (known?.kind !== 'qualifier') return [];
    const end = i === parts.length - 1 ? rulebook.lexicon.longestAt(text, start)?.end : undefined;
    const span = { start, end: end ?? start + level.length };
    const { kind, id, name: is, facts } = known;
    return [
      { kind, span, ruleId: id, text: text.slice(span.start, span.end), name: is, facts: { ...facts, whole: name } },
    ];
  });
  return found.length === parts.length ? found : [];
}
