import { type CountedNoun, isNounOf } from './counted-nouns.js';
import { isWholeOf, tellsPeople, unlistedTrait } from './counted-trait.js';
import { tellsFactors } from './factors.js';
import type { Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import type { What } from './what.js';
import { armBefore } from './who.js';

/**
 * `肿瘤位于胃底、胃体、胃窦者分别为12、20、28例`: as many counts as nouns that the lexicon does not know, which are traits of
 * the patients for the reasons that a noun with its own count is one.
 */
export function traitsInTurn(reading: Reading, { values }: Run): Placed[] | undefined {
  const { scene, names, cast, outcome } = reading;
  const [first] = values;
  if (!first || values.some(({ family }) => family !== 'count') || tellsFactors(scene)) return undefined;
  const from = scene.clauseStart(first.span.start);
  const lead = scene.between(from, first.span.start);
  const told = scene.phrase('traits.in-turn').exec(lead)?.groups;
  const nouns = told?.nouns?.split(scene.phrase('joins.enumerates')) ?? [];
  if (nouns.length !== values.length) return undefined;
  const whats: What[] = [];
  let at = from + lead.indexOf(told?.nouns ?? '');
  for (const noun of nouns) {
    const span = { start: at, end: at + noun.length };
    const counted: CountedNoun = { mention: first.mention, count: undefined, noun, span };
    if (!isNounOf(scene, counted, 'measure', 'event', 'population', 'grade', 'item', 'qualifier')) return undefined;
    whats.push(unlistedTrait({ noun, span }));
    at = span.end + 1;
  }
  const sum = values.reduce((total, { quantity }) => total + (quantity.value ?? 0), 0);
  const isClass = scene.phrase('traits.classes').test(told?.head ?? '');
  if (scene.phrase('traits.no-classes').test(told?.head ?? '')) return undefined;
  if (!isClass && !tellsPeople(outcome) && !isWholeOf(reading, sum, from)) return undefined;
  const who = armBefore(scene, names, cast, first.span.start);
  return values.map((value, i): Placed => [{ what: whats[i] as What, who, ruleId: 'bind.list' }, value]);
}
