import type { Definitions, Mention } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { composeEffects } from './compose-effects.js';
import { composeRegimens } from './compose-regimens.js';
import { composeSynonyms } from './compose-synonyms.js';
import { findForms, findPatterns } from './find.js';
import { withLearned } from './learned.js';
import { settle } from './overlaps.js';

export interface Tagged {
  /** Everything in the text that a rule recognises, in order, without overlaps. */
  readonly mentions: readonly Mention[];
  /** The regimens that the article defines itself. */
  readonly definitions: Definitions;
}

/** Finds what the rules know, settles overlaps, and joins what belongs together. */
export function tag(text: string, rulebook: Rulebook): Tagged {
  const settled = settle([...findForms(text, rulebook), ...findPatterns(text, rulebook)]);
  const { mentions, learned } = composeSynonyms(composeEffects(settled, text), text, rulebook);
  return composeRegimens(withLearned(mentions, learned, text), text, rulebook);
}
