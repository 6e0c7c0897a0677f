import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { comparable } from './compared-treatments.js';

/** How far before a treatment its group may be named, in characters. */
const farthest = 30;

/** `一组予甲药,另一组予乙药`: what groups got that have no names; nothing where two got the same. */
export function unnamedGroups(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const isGiven = phrase(rulebook, 'joins.one-group-got');
  const given = comparable(mentions).filter(({ span: { start } }) =>
    isGiven.test(text.slice(Math.max(0, start - farthest), start)),
  );
  return new Set(given.map(({ name }) => name)).size === given.length ? given : [];
}
