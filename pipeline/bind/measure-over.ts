import type { Mention } from '../model/index.js';
import { canState } from './can-state.js';
import { lastBefore } from './coordination.js';
import type { Names } from './names.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** `PFS(Ⅰ期:62个月比20个月;Ⅱ期:43个月比15个月)`: the patients that a colon sets before the values of both arms. */
export function headOf(scene: Scene, { span }: Value): Mention | undefined {
  const head = scene.mentions.find(({ span: { end } }) => end === span.start - 1 && scene.text[end] === ':');
  return isKind(head, 'item', 'qualifier', 'subgroup', 'population') ? head : undefined;
}

/** `ORR相近(Ⅰ期:62%比60%;Ⅱ期:43%比41%)`: the measure before the bracket is told patients by patients in it. */
export function measureOver(scene: Scene, names: Names, value: Value, found: What | undefined): What | undefined {
  const open = scene.openBracket(value.span.start);
  if (open < 0 || !found || found.mention !== headOf(scene, value)) return undefined;
  const measures = names.whats.filter(({ members }) => isKind(members[0], 'measure'));
  const list = lastBefore(measures, open + 1);
  const mention = list?.members.at(-1);
  if (!list || !mention || !canState(value.family, mention, value.quantity.unit)) return undefined;
  return { mention, list, ruleId: 'bind.carried' };
}
