import { isOfCells } from './conditioning.js';
import { isResult, type Part } from './parts.js';
import { isCue } from './scene.js';

/** Whether a part that only a citation marks tells of a study, and is no statement about the disease in general. */
export function tellsOfStudy(part: Part): boolean {
  // `…ORR为a%(n=b),该药因此获批`: what a study led to says nothing against it.
  const first = part.mentions.findIndex(isResult);
  const before = first < 0 ? part.mentions : part.mentions.slice(0, first);
  if (before.some((mention) => isCue(mention, 'background'))) return false;
  return (
    part.mentions.some(
      (mention) =>
        mention.kind === 'drug' ||
        (mention.kind === 'regimen' && mention.facts.classes === undefined) ||
        mention.kind === 'arm' ||
        // `某靶点CAR-T产品的CR率达a%[2]`: cells that are given are a drug in all but the kind of their name.
        isOfCells(mention) ||
        isCue(mention, 'enrol', 'this-study', 'both-arms') ||
        ['p-value', 'estimate', 'size'].includes(mention.quantity?.kind ?? ''),
    ) || countsPatients(part)
  );
}

/** `131例患者…90.8%`: patients that a rate is given of. */
function countsPatients({ mentions, results }: Part): boolean {
  return results > 1 && mentions.some(({ quantity }) => quantity?.kind === 'count' && quantity.unit === 'patients');
}

/** Whether a part that opens a paragraph speaks of a treatment in general and of no study. */
export function turnsAway(part: Part): boolean {
  if (part.results > 0 || part.leading.length + part.trailing.length > 0) return false;
  if (part.name !== undefined || part.author !== undefined || part.opens || part.continues) return false;
  if (part.mentions.some((mention) => isCue(mention, 'this-study', 'this-regimen', 'enrol'))) return false;
  return part.mentions.some(({ kind }) => kind === 'drug' || kind === 'regimen');
}

/** Whether a part names, cites or opens a study, in telling of it. */
export function tellsOfOther({ name, author, opens, leading }: Part): boolean {
  return name !== undefined || author !== undefined || opens || leading.length > 0;
}
