import type { Mention } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `根据核型的不同分为典型核型组(甲型)和附加核型组`: groups that the text says patients were divided into by what they have, and those that a
 * bracket behind their names calls so, are no arms.
 */
export function withGroupsByTrait(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const lists = findAll(phrase(rulebook, 'introductions.by-trait'), text).flatMap(({ groups }) => groups?.list ?? []);
  if (lists.length === 0) return mentions;
  const [word, treats] = [phrase(rulebook, 'introductions.word'), phrase(rulebook, 'introductions.tells-treatment')];
  const isByTrait = ({ kind, text: printed, facts }: Mention) => {
    const told = facts.drugs ?? facts.role ?? facts.part ?? facts.treats ?? facts.dose;
    if (kind !== 'arm' || told !== undefined || treats.test(printed)) return false;
    return lists.some((list) => list.includes(printed) || list.includes(`(${printed.replace(word, '')})`));
  };
  return mentions.map((mention) => (isByTrait(mention) ? { ...mention, kind: 'subgroup' } : mention));
}
