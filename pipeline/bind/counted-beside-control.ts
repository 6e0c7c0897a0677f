import { type Mention, mentionsWithin } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { isTreatmentOrKind } from './treatment-kinds.js';
import { withoutPatients } from './without-patients.js';

/**
 * `a例患者用甲药联合乙药治疗,对照组b例用甲药`: patients who are counted with what they got, and a control that is counted beside
 * them in the same sentence; none where another group has its name there.
 */
export function countedBesideControl(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const control = mentions.find(({ kind, facts }) => kind === 'arm' && facts.role === 'control');
  const at = control ? mentions.indexOf(control) : -1;
  const sentence = control ? text.lastIndexOf('\u3002', control.span.start) + 1 : 0;
  const before = mentions.slice(0, Math.max(at, 0)).filter(({ span }) => span.start >= sentence);
  if (!control || before.some(({ kind }) => kind === 'arm')) return [];
  const [size, got] = [phrase(rulebook, 'sizes.right-behind'), phrase(rulebook, 'sizes.got')];
  const [count, another] = before.filter(({ quantity }) => quantity?.kind === 'count' && quantity.unit === 'patients');
  const treated = count && before.find((one) => one.span.start >= count.span.end && isTreatmentOrKind(one));
  if (!count || !treated || another || !size.test(text.slice(control.span.end, control.span.end + 24))) return [];
  const inner = mentionsWithin(before, count.span.end, treated.span.start);
  const isGot = got.test(withoutPatients(text.slice(count.span.end, treated.span.start), inner));
  return isGot ? [treated, control] : [];
}
