import type { Mention } from '../model/index.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** The entry of the lexicon for adverse events in general. */
const general = 'Adverse event';

/**
 * `恶心5例,呕吐4例,总发生率为21%`: behind several events the rate of all of them, which is that of adverse events in general; behind the
 * grades of one event its own.
 */
export function allEvents(scene: Scene, { family, span: { start } }: Value): What | undefined {
  if (family !== 'share') return undefined;
  if (!scene.phrase('attaching.total-rate').test(scene.between(scene.clauseStart(start), start))) return undefined;
  const from = scene.partAround(start).start;
  const told = scene.before(start).filter((mention) => isKind(mention, 'event'));
  const [event, another] = distinct(told.filter((one) => one.facts.general === undefined && one.span.start >= from));
  if (!event) return undefined;
  const mention = another ? (told.find(({ facts }) => facts.general !== undefined) ?? unnamed(scene, start)) : event;
  if (!mention) return undefined;
  const total: Mention = { ...mention, facts: { ...mention.facts, total: 'yes' } };
  return { mention: total, list: { members: [total], ...total.span }, ruleId: 'bind.unlisted' };
}

/** Adverse events in general where the text has no word for them. */
function unnamed({ rulebook }: Scene, start: number): Mention | undefined {
  const entry = rulebook.entries.find(({ kind, name }) => kind === 'event' && name === general);
  const text = entry?.facts.called;
  if (!entry || text === undefined) return undefined;
  const { id: ruleId, kind, name, facts } = entry;
  return { kind, span: { start, end: start }, ruleId, text, name, facts };
}

function distinct(events: readonly Mention[]): Mention[] {
  return events.filter(({ name }, i) => events.findIndex((other) => other.name === name) === i);
}
