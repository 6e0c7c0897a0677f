import type { Mention } from '../model/index.js';
import { printedMention } from './printed-what.js';
import type { Scene } from './scene.js';

/** `分期是脑转移的影响因素(P=0.02)`: what factors are said to be of, in the article's words, where these are no measure. */
export function ownFactorOf(scene: Scene, at: number): Mention | undefined {
  const part = scene.partAround(at);
  const first = factorIn(scene, part.start, part.end);
  if (!first) return undefined;
  // `是预后的影响因素(P=a),而甲是脑转移的影响因素(P=b)`: beside the prognosis only the bracket right behind is of it.
  const isBeside = scene.openBracket(at) === first.span.end;
  if (!isBeside && scene.phrase('attaching.prognosis').test(scene.between(part.start, part.end))) return undefined;
  // Of two that one part of a sentence tells of, nothing says whose the number is.
  const next = factorIn(scene, first.span.end, part.end);
  return next && next.name !== first.name ? undefined : first;
}

function factorIn(scene: Scene, from: number, until: number): Mention | undefined {
  const match = scene.phrase('attaching.own-factor').exec(scene.between(from, until));
  const what = match?.groups?.what ?? match?.groups?.listed;
  if (!match || what === undefined) return undefined;
  const span = { start: from + match.index, end: from + match.index + match[0].length };
  return printedMention('measure', what, span, 'bind.related', { reads: 'both' });
}
