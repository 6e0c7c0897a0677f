import type { Mention, Study, StudyArm } from '../model/index.js';
import type { Draft } from './drafts.js';

/** What a study's passages say of it besides numbers: design, population, registry numbers. */
export function describeStudy(draft: Draft, mentions: readonly Mention[], arms: readonly StudyArm[]): Study {
  const names = (kind: Mention['kind']): string[] => [
    ...new Set(
      mentions
        .filter((mention) => mention.kind === kind && mention.facts.aside === undefined)
        .flatMap(({ name, facts }) => facts.parts?.split('+') ?? name ?? []),
    ),
  ];
  const { section } = draft;
  return {
    key: draft.key,
    own: draft.own,
    name: draft.name,
    lead: draft.lead,
    registry: [...draft.registry],
    citations: [...draft.citations],
    design: names('design'),
    conditions: names('population'),
    qualifiers: names('qualifier'),
    section: section?.title === undefined ? undefined : { number: section.number, title: section.title },
    spans: draft.spans,
    arms,
  };
}
