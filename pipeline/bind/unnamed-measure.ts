import type { Mention } from '../model/index.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import type { Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** What the passage before was about, for an effect in a passage that names no measure. */
export function lastWhat(names: Names, outcome: Outcome): What | undefined {
  const [mention] = outcome.lastWhats;
  if (!mention || names.whats.length > 0 || outcome.lastWhats.length > 1) return undefined;
  return {
    mention,
    list: { members: [mention], start: mention.span.start, end: mention.span.end },
    ruleId: 'bind.carried-over',
  };
}

/**
 * A noun that the lexicon does not know, right before a count with its share (`胸壁3例(5%)`): an adverse event where
 * the passage is about those, else a feature of the patients.
 */
export function unlisted(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share' || value.quantity.events === undefined) return undefined;
  const lead = scene.between(Math.max(scene.start, value.span.start - 12), value.span.start);
  const noun = scene.phrase('attaching.unlisted').exec(lead)?.groups?.noun;
  const named = scene.mentions.some(
    ({ kind, span }) =>
      kind !== 'cue' && span.end > value.span.start - (noun?.length ?? 0) && span.end <= value.span.start,
  );
  if (noun === undefined || named) return undefined;
  const events = scene.mentions.some(
    ({ kind, facts }) => kind === 'grade' || (kind === 'event' && facts.general !== undefined),
  );
  const span = { start: value.span.start - noun.length, end: value.span.start };
  const mention: Mention = {
    kind: events ? 'event' : 'item',
    span,
    ruleId: 'bind.unlisted',
    text: noun,
    name: noun,
    facts: {},
  };
  return { mention, list: { members: [mention], ...span }, ruleId: 'bind.unlisted' };
}

/** `80%的患者能顺利完成全部疗程`: what the patients do is the measure, in the words of the article. */
export function ownWords(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share') return undefined;
  const behind = scene.between(value.span.end, scene.clauseEnd(value.span.end));
  const doing = scene.phrase('attaching.own-words').exec(behind)?.groups?.doing;
  if (doing === undefined) return undefined;
  const mention: Mention = {
    kind: 'measure',
    span: value.span,
    ruleId: 'bind.own-words',
    text: doing,
    name: doing,
    facts: { reads: 'rate' },
  };
  return { mention, list: { members: [mention], ...value.span }, ruleId: 'bind.own-words' };
}

/** A number of treatment cycles with its range needs no other word to say what it is. */
export function ownMeasure(value: Value): What | undefined {
  if (value.family !== 'time' || value.quantity.unit !== 'cycle' || value.quantity.low === undefined) return undefined;
  const mention: Mention = { ...value.mention, kind: 'measure', name: 'treatment-cycles', facts: { reads: 'cycles' } };
  return {
    mention,
    list: { members: [mention], start: value.span.start, end: value.span.end },
    ruleId: 'bind.cycles-treated',
  };
}
