import type { Component, Mention, Study, StudyArm } from '../../model/index.js';
import type { Span } from '../../text/index.js';
import { citedNumbers } from '../cited-numbers.js';

/** A study that a table alone tells of, by the name or the lead author that its row prints. */
export function tabledStudy(
  called: Pick<Study, 'name' | 'lead'>,
  { key, span, citations, arms }: Pick<Study, 'key' | 'arms'> & { span: Span<'text'>; citations: readonly Mention[] },
): Study {
  return {
    key,
    own: false,
    ...called,
    registry: [],
    citations: citations.flatMap(citedNumbers),
    design: [],
    conditions: [],
    qualifiers: [],
    spans: [span],
    arms,
  };
}

/** The arms that a table gives a study, in the order of its treatments; the last of several is the control. */
export function tabledArms(
  treatments: readonly { readonly text: string; readonly drugs: readonly Component[] }[],
): StudyArm[] {
  return treatments.map(({ text, drugs }, i) => {
    const twice = treatments.slice(0, i).some((other) => other.text === text);
    return {
      id: twice ? `${text} ${i + 1}` : text,
      label: text,
      aliases: new Set<string>(),
      drugs,
      role: treatments.length < 2 ? 'single' : i === treatments.length - 1 ? 'control' : 'experimental',
    };
  });
}
