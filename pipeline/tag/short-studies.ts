import type { Mention } from '../model/index.js';

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
