import type { Ledger, Mention, NumberEntry, Segmentation, TrialRecord, Unresolved } from '../model/index.js';
import { setAsideClasses } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { quote, type Span, toSource } from '../text/index.js';
import { classify, type Verdict } from './classify.js';
import { locateNumbers } from './locate-numbers.js';
import { recordedPlaces } from './recorded-places.js';
import { Surroundings } from './surroundings.js';
import type { BoundArticle } from './told.js';

/** The ledger of an article, and what became of each of its numbers in order. */
export interface Account {
  readonly numbers: Ledger;
  readonly entries: readonly NumberEntry[];
}

/**
 * Puts every number of the article into exactly one class: recorded in the trials, set aside by a rule, or
 * unresolved. The counts add up: total = recorded + all set aside + unresolved.
 */
export function account(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  bound: BoundArticle,
  trials: readonly TrialRecord[],
  rulebook: Pick<Rulebook, 'phrases'>,
): Account {
  const { document } = segmentation;
  const recorded = recordedPlaces(document, trials, bound.bindings);
  const surroundings = new Surroundings(segmentation, mentions, bound);
  const entries: NumberEntry[] = [];
  const unresolved: Unresolved[] = [];
  for (const number of locateNumbers(document)) {
    const { place } = number;
    if (holdsAll(recorded, place)) {
      entries.push({ place, status: 'recorded' });
      continue;
    }
    const verdict = classify(number, surroundings.at(number.span?.start ?? -1), segmentation, rulebook);
    if ('setAside' in verdict) entries.push({ place, status: verdict.setAside, ruleId: verdict.ruleId });
    else {
      entries.push({ place, status: 'unresolved' });
      unresolved.push(unresolvedOf(segmentation, verdict));
    }
  }
  return { numbers: sums(entries, unresolved), entries };
}

function holdsAll(recorded: Uint8Array, { start, end }: Span<'source'>): boolean {
  for (let at = start; at < end; at += 1) if (recorded[at] !== 1) return false;
  return true;
}

function unresolvedOf({ document }: Segmentation, verdict: Extract<Verdict, { reason: string }>): Unresolved {
  const source = quote(document, toSource(document, verdict.span));
  const { reason, candidates } = verdict;
  return {
    text: source.text,
    reason,
    ...(candidates.length > 0 ? { candidates: [...candidates] } : {}),
    source,
  };
}

/** Counts the classes, in the order of their table; a class that only the rules know comes behind, by its name. */
function sums(entries: readonly NumberEntry[], unresolved: Unresolved[]): Ledger {
  const counts = new Map<string, number>();
  for (const { status } of entries) counts.set(status, (counts.get(status) ?? 0) + 1);
  const recorded = counts.get('recorded') ?? 0;
  counts.delete('recorded');
  counts.delete('unresolved');
  const known = setAsideClasses.filter((name) => counts.has(name));
  const others = [...counts.keys()].filter((name) => !known.some((other) => other === name)).sort();
  const set_aside = Object.fromEntries([...known, ...others].map((name) => [name, counts.get(name) as number]));
  return { total: entries.length, recorded, set_aside, unresolved };
}
