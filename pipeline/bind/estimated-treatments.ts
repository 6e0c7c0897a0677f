import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from '../text/index.js';
import { isSpanSetAgainst } from './comparators.js';
import { drugSetOf } from './drug-sets.js';

/** Whether a mention names what patients got: a treatment, or a group that is called by one. */
function treats({ kind, facts }: Mention): boolean {
  return treatmentKinds.has(kind) || (kind === 'arm' && facts.drugs !== undefined);
}

/**
 * `甲药优于乙药(HR=…)和丙药(HR=…)`, `与甲药相比,乙药(HR=…)、丙药(HR=…)`: treatments listed with an estimate each in the bracket behind,
 * and the one that all of them are set against.
 */
export function estimatedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const found = estimatedLists(mentions, text, rulebook).flatMap((list) => {
    const other = oppositeOf(list[0] as Mention, mentions, text, rulebook);
    return other ? [other, ...list] : [];
  });
  const arms = [...new Map(found.map((one) => [drugSetOf(one), one])).values()];
  return arms.length > 2 ? arms : [];
}

/** The treatments with an estimate in the bracket right behind, those together that one list holds. */
function estimatedLists(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[][] {
  const lists: Mention[][] = [];
  let end = 0;
  for (const [i, mention] of mentions.entries()) {
    const next = mentions[i + 1];
    if (next?.quantity?.kind !== 'estimate' || !treats(mention)) continue;
    if (!/^[([]$/u.test(text.slice(mention.span.end, next.span.start))) continue;
    const goesOn = end > 0 && phrase(rulebook, 'joins.enumerates-only').test(text.slice(end, mention.span.start));
    if (goesOn) lists.at(-1)?.push(mention);
    else lists.push([mention]);
    end = closing(text, mention.span.end) + 1;
  }
  return lists;
}

/** What the first of a list surpassed or was surpassed by, in its clause, or is set against in the clause before. */
function oppositeOf(first: Mention, all: readonly Mention[], text: string, rulebook: Rulebook): Mention | undefined {
  const lead = text.slice(Math.max(0, first.span.start - 8), first.span.start);
  const before = all.filter((mention) => treats(mention) && mention.span.end <= first.span.start);
  const last = before.at(-1);
  if (!last || /[\u3002;]/u.test(text.slice(last.span.end, first.span.start))) return undefined;
  const surpasses = phrase(rulebook, 'joins.comparator').test(lead);
  return surpasses || isSpanSetAgainst(last.span, text, rulebook) ? last : undefined;
}
