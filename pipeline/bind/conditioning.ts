import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { holds } from '../text/index.js';
import type { ArmList } from './arm-list.js';

/** What patients are prepared by, where the text does not say with which drugs. */
const preparing: ReadonlySet<string> = new Set(['conditioning', 'MAC', 'RIC', 'NMA', 'lymphodepletion']);

/** Whether a treatment is one with living cells, which patients are prepared for. */
export function isOfCells({ name, facts }: Mention): boolean {
  if (facts.cells !== undefined) return true;
  return name !== undefined && (name.startsWith('CAR-T') || name.endsWith('leucel') || name.includes('leucel '));
}

/**
 * What the study's patients got before their cells were infused (`甲药和乙药预处理后输注某细胞`); before other
 * transplantations such drugs tell the arms apart.
 */
export function conditioningOf(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  if (!mentions.some(isOfCells)) return [];
  const [behind, before] = [phrase(rulebook, 'joins.conditioning'), phrase(rulebook, 'joins.conditioning-before')];
  const prepares = (mention: Mention): boolean => {
    if (preparing.has(mention.name ?? '')) return true;
    if ((mention.kind !== 'drug' && mention.kind !== 'regimen') || isOfCells(mention)) return false;
    const end = endOf(mention, mentions);
    const lead = text.slice(Math.max(0, mention.span.start - 16), mention.span.start);
    return behind.test(text.slice(end, end + 64)) || before.test(lead);
  };
  const found = mentions.filter(prepares);
  const wholes = found.map((mention) => ({ start: mention.span.start, end: endOf(mention, mentions) }));
  return mentions.filter(
    (mention) =>
      found.includes(mention) || (mention.kind === 'drug' && wholes.some((whole) => holds(whole, mention.span))),
  );
}

/** Where a treatment ends; the drugs of one with doses stand apart. */
function endOf({ span, facts }: Mention, mentions: readonly Mention[]): number {
  const last = mentions.find(
    ({ kind, name, span: other }) => kind === 'drug' && name === facts.lastDrug && other.start > span.start,
  );
  return facts.dosed !== undefined && last ? last.span.end : span.end;
}

/** The cells that patients were prepared for: a product by its name before cells of any kind. */
export function infusedCells(mentions: readonly Mention[]): Mention[] {
  const cells = mentions.filter(isOfCells);
  return [cells.find(({ kind }) => kind === 'drug') ?? cells.find(({ name }) => name !== 'CAR-T') ?? cells[0]].flatMap(
    (mention) => mention ?? [],
  );
}

/** Drugs given as conditioning before cells belong to the arm that gets the cells. */
export function condition(list: ArmList, mentions: readonly Mention[], conditioning: readonly Mention[]): void {
  if (list.size !== 1 || conditioning.length === 0) return;
  if (!mentions.some((mention) => isOfCells(mention) && list.find(mention) !== undefined)) return;
  for (const mention of conditioning) if (mention.kind !== 'procedure') list.give(0, list.componentsOf(mention));
}
