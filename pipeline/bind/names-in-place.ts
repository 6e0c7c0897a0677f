import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import { inTurnOf } from './implied-lists.js';
import { namesInWords } from './listed-names.js';
import type { Dimension } from './nesting.js';
import type { Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue } from './scene.js';

/** As many names as numbers: those of the list before 分别, known or not, or those of the list told just before. */
export function namesInPlace({ scene, outcome }: Reading, at: number, size: number): Coordination | undefined {
  const cue = scene.nearestBefore(at);
  const shares = isCue(cue, 'respectively') && cue !== undefined;
  const before = outcome.bound.slice(-size).map(({ what }) => what);
  const members = shares ? namesInWords(scene, scene.clauseStart(cue.span.start), cue.span.start) : before;
  const isList = members.length === size && new Set(members.map(({ name }) => name)).size === size;
  return isList ? { members, start: members[0]?.span.start ?? at, end: members.at(-1)?.span.end ?? at } : undefined;
}

/** `A组SPF、PI分别为5%±1%、9%±2%`: a list of means behind as many names, of which not all are known. */
export function levelsInPlace(reading: Reading, { values }: Run): Dimension | undefined {
  const { scene } = reading;
  const at = values[0]?.span.start ?? 0;
  const cue = scene.nearestBefore(at);
  const isBehind = isCue(cue, 'respectively') && cue !== undefined && at - cue.span.end <= 1;
  if (!isBehind || values.some(({ quantity }) => quantity.sd === undefined)) return undefined;
  const list = namesInPlace(reading, at, values.length);
  const levels = list?.members.map((what) => ({ what: what.ruleId === 'bind.own-words' ? ofLevel(what) : what }));
  return levels && inTurnOf(levels, list?.end ?? at);
}

/** A name in the article's own words, where means say that it is of an amount. */
function ofLevel(what: Mention): Mention {
  return { ...what, kind: 'item', facts: { reads: 'level' } };
}
