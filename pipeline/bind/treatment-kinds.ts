import { type Mention, ownTreatmentKinds } from '../model/index.js';

/** Kinds of treatment that an arm may have been given, whatever the drugs were. */
const kinds: ReadonlySet<string> = new Set(['chemotherapy', 'endocrine therapy']);

/** Whether a mention names what patients may have got, be it only the kind of treatment. */
export function isTreatmentOrKind({ kind, name, facts }: Mention): boolean {
  const isKind = kind === 'drug-class' && (facts.drugs !== undefined || kinds.has(name ?? ''));
  return ownTreatmentKinds.has(kind) || isKind;
}
