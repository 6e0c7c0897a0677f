import type { Mention } from '../model/index.js';
import { isKind, type Scene } from './scene.js';

/**
 * `两组年龄、性别、分期比较,差异均无统计学意义(P>0.05)`: what the patients were like before treatment is tested as one,
 * whatever of it is named.
 */
export function baselineCompared(scene: Scene, { span }: Mention): Mention | undefined {
  const open = scene.openBracket(span.start);
  const end = open < 0 ? span.start : open + 1;
  const from = scene.partAround(end - 1).start;
  const words = scene.phrase('traits.compared').exec(scene.between(from, end));
  const comorbid = scene.phrase('traits.comorbid');
  const isOutcome = (mention: Mention) => isKind(mention, 'measure', 'event') && !comorbid.test(mention.text);
  if (!words || scene.after(from + words.index, end).some(isOutcome)) return undefined;
  return { kind: 'measure', span, ruleId: 'bind.own-words', text: words[0], name: 'baseline', facts: {} };
}
