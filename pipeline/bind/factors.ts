import type { Mention } from '../model/index.js';
import type { Reading } from './place.js';
import { isKind, type Scene } from './scene.js';
import type { What } from './what.js';

/** Whether a passage tells what an outcome depends on: `多因素分析显示`, `是影响OS的危险因素`. */
export function tellsFactors(scene: Scene): boolean {
  return scene.phrase('attaching.factors').test(scene.between(scene.start, scene.end));
}

/**
 * What the factors of a passage are factors of: the one measure that it names, else the one that the passage before
 * was about. The factors themselves are no outcome; undefined leaves the number open.
 */
export function outcomeOfFactors({ names, outcome }: Pick<Reading, 'names' | 'outcome'>): What | undefined {
  const isMeasure = (mention: Mention) => isKind(mention, 'measure');
  const here = distinct(names.whats.flatMap(({ members }) => members).filter(isMeasure));
  const measures = here.length > 0 ? here : outcome.lastWhats.filter(isMeasure);
  const [mention] = measures;
  if (!mention || measures.length > 1) return undefined;
  return { mention, list: { members: [mention], ...mention.span }, ruleId: 'bind.related' };
}

function distinct(mentions: readonly Mention[]): Mention[] {
  return [...new Map(mentions.map((mention) => [mention.name, mention])).values()];
}
