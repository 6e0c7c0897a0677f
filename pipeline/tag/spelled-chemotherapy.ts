import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugsOf, labelOf } from './combine-drugs.js';

const chemotherapy = 'chemotherapy';

/** `甲药联合化疗(乙药+丙药)`: the bracket says which drugs the chemotherapy of a combination were. */
export function withSpelledChemotherapy(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): readonly Mention[] {
  const closes = phrase(rulebook, 'joins.closes-drugs');
  const ends = (whole: Mention, next: Mention | undefined): number => {
    if (!next || !isGeneral(whole) || !['drug', 'regimen'].includes(next.kind)) return 0;
    if (drugsOf(next).split('+').includes(chemotherapy) || text[whole.span.end] !== '(') return 0;
    const tail = closes.exec(text.slice(next.span.end, next.span.end + 8));
    return next.span.start === whole.span.end + 1 && tail ? next.span.end + tail[0].length : 0;
  };
  if (!mentions.some((mention, i) => ends(mention, mentions[i + 1]) > 0)) return mentions;
  return mentions.flatMap((mention, i) => {
    const [before, next] = [mentions[i - 1], mentions[i + 1]];
    if (before && ends(before, mention) > 0) return [];
    const end = ends(mention, next);
    return next && end > 0 ? [spelled(mention, next, end, text)] : [mention];
  });
}

/** Whether what a mention combines ends with chemotherapy, which says of no drug that it was given. */
function isGeneral(mention: Mention): boolean {
  if (mention.kind !== 'regimen' || mention.facts.combination === undefined) return false;
  const drugs = drugsOf(mention).split('+');
  return drugs.length > 1 && drugs.at(-1) === chemotherapy;
}

function spelled(whole: Mention, drugs: Mention, end: number, text: string): Mention {
  const others = drugsOf(whole)
    .split('+')
    .filter((name) => name !== chemotherapy);
  const span = { start: whole.span.start, end };
  return {
    ...whole,
    span,
    text: text.slice(span.start, end),
    facts: {
      ...whole.facts,
      label: labelOf(whole),
      drugs: [...new Set([...others, ...drugsOf(drugs).split('+')])].join('+'),
    },
  };
}
