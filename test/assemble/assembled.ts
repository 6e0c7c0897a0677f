import { assemble } from '../../pipeline/assemble/index.js';
import type { Binding, Quantity, Study, TrialRecord } from '../../pipeline/model/index.js';
import { untouched } from '../../pipeline/text/index.js';

/** What the bindings of these tests are read from. */
export const text = [
  'VTD组84例,CBD组238例,共322例。',
  '完全缓解率为36.10%和22.55%(P=0.030),HR=0.61。',
  '3-4级神经病变为7.1%,皮疹0例。',
].join('\n');

export function study(facts: Partial<Study> = {}): Study {
  const none = { registry: [], citations: [], design: [], conditions: [], qualifiers: [], spans: [], arms: [] };
  return { key: 's', own: false, ...none, ...facts };
}

export const twoArms: Study['arms'] = ['VTD', 'CBD'].map((id) => ({
  id,
  label: id,
  aliases: new Set([id]),
  drugs: [],
}));

/** A binding of what stands printed in the text. */
export function binding(
  kind: Binding['kind'],
  printed: string,
  quantity: Partial<Quantity> & Pick<Quantity, 'kind'>,
  facts: Partial<Binding> = {},
): Binding {
  const start = text.indexOf(printed);
  if (start < 0) throw new Error(`${printed} does not occur.`);
  const span = { start, end: start + printed.length };
  return { kind, study: 's', quantity: { printed: '', ...quantity }, span, confidence: 1, trail: [], ...facts };
}

export function assembled(studies: readonly Study[], bindings: readonly Binding[] = []): TrialRecord[] {
  return assemble(untouched({ id: 'test', file: 'test.txt', sha256: '', text, pages: [] }), studies, bindings);
}
