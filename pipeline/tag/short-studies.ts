import { type Mention, mentionsTouching } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { placesOf } from './learned.js';

/** `LUNARIS-Lung05(LL05)研究…LL05研究`: a study by the short name that a bracket behind its name gives it. */
export function withShortStudies(mentions: readonly Mention[]): readonly Mention[] {
  const studies = mentions.filter(({ kind }) => kind === 'study');
  const full = new Map(
    studies.flatMap(({ facts, name }): [string, string][] =>
      facts.short !== undefined && name !== undefined ? [[facts.short, name]] : [],
    ),
  );
  if (full.size === 0) return mentions;
  return mentions.map((mention) => {
    const name = mention.kind === 'study' ? full.get(mention.name ?? '') : undefined;
    return name === undefined ? mention : { ...mention, name };
  });
}

/** `LYRA研究…会议公布了LYRA的数据`: a study that goes on to be called by its name alone. */
export function withBareStudies(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const named = new Map(
    mentions.flatMap((mention): [string, Mention][] =>
      mention.kind === 'study' && isOwnName(mention, rulebook) ? [[mention.name ?? '', mention]] : [],
    ),
  );
  const bare = [...named].flatMap(([name, study]) =>
    placesOf(name, text, 0)
      .map((start): Mention => ({ ...study, text: name, span: { start, end: start + name.length } }))
      .filter(({ span }) => mentionsTouching(mentions, span).length === 0),
  );
  if (bare.length === 0) return mentions;
  return [...mentions, ...bare].sort((a, b) => a.span.start - b.span.start);
}

/** A name that can stand for nothing else: long enough, and no word that the lexicon knows. */
function isOwnName({ name = '' }: Mention, rulebook: Rulebook): boolean {
  return name.length > 4 && rulebook.lexicon.whole(name) === undefined;
}
