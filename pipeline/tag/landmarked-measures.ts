import type { Mention } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';

/** How far before a measure the first of its landmarks may stand, in characters. */
const farthest = 240;

/**
 * `1年(a%)、3年(b%)和5年(c%)生存率`: the measure behind landmarks that have their values in brackets is what each of them is of.
 * There it is named by the last character of the landmark, over which it lies: it must stand before the value.
 */
export function withLandmarkedMeasures(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): readonly Mention[] {
  const [valued, landmark] = [phrase(rulebook, 'landmarks.valued-before'), phrase(rulebook, 'landmarks.valued-each')];
  const added = mentions.flatMap((measure): Mention[] => {
    const { start } = measure.span;
    if (measure.kind !== 'measure' || !text.slice(Math.max(0, start - 6), start).includes(')')) return [];
    const from = Math.max(0, start - farthest);
    const list = valued.exec(text.slice(from, start));
    if (!list) return [];
    return findAll(landmark, list[0]).map(({ index, groups }) => {
      const end = from + list.index + index + (groups?.time?.length ?? 0);
      return { ...measure, span: { start: end - 1, end }, text: text.slice(end - 1, end) };
    });
  });
  return added.length === 0 ? mentions : [...mentions, ...added].sort((a, b) => a.span.start - b.span.start);
}
