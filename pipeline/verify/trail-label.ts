import type { Binding, Quantity, Study } from '../model/index.js';

/** What a value says, in one line: `rate 35.92 %, measure CR, arm VTD, study BOSTON`. */
export function trailLabel(binding: Binding, study: Study | undefined): string {
  const facts: [name: string, fact: string | undefined][] = [
    ['measure', binding.measure],
    ['event', binding.term],
    ['item', binding.item],
    ['drug', binding.drug],
    ['grade', binding.grade],
    ['time', binding.time],
    ['subgroup', binding.subgroup],
    ['arm', binding.arm],
    ['arms', binding.arms?.join(' vs ')],
    ['study', study && studyName(study)],
  ];
  const told = facts.flatMap(([name, fact]) => (fact === undefined || fact === '' ? [] : [`, ${name} ${fact}`]));
  return `${binding.kind} ${quantityText(binding.quantity)}${told.join('')}`;
}

/** What an article calls a study: its name, its author, its citation, or that it is the article's own. */
function studyName({ name, lead, citations, own }: Study): string {
  if (name !== undefined) return name;
  if (lead !== undefined) return lead;
  if (own) return 'of the article';
  return citations.length > 0 ? `[${citations.join(',')}]` : 'without a name';
}

function quantityText(quantity: Quantity): string {
  const { kind, comparator, printed, estimate, unit, events, total } = quantity;
  if (kind === 'not-reached') return 'not reached';
  const number = printed === '' ? whole(events, total) : printed;
  const parts = [estimate, comparator, number, unit].filter((part) => part !== undefined && part !== '');
  return `${parts.join(' ')}${rangeText(quantity)}`;
}

function whole(events: number | undefined, total: number | undefined): string {
  return events === undefined ? '' : total === undefined ? String(events) : `${events}/${total}`;
}

function rangeText({ low, high, sd }: Quantity): string {
  if (sd !== undefined) return ` ± ${sd}`;
  return low === undefined || high === undefined ? '' : ` (${low} to ${high})`;
}
