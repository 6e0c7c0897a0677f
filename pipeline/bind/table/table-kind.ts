import type { Mention, Table } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { mentionsIn, type TableScene } from './table-scene.js';

/** What a table is of, from its caption and the head over its row heads. */
export interface TableKind {
  readonly events: boolean;
  readonly baseline: boolean;
  /** Of a table of what an outcome depends on. */
  readonly factors: boolean;
  /** Of a table that gives an outcome for subgroups of patients, a row each. */
  readonly subgroups: boolean;
  /** Of a table of what patients were like at some time of the treatment. */
  readonly levels: boolean;
  /** Whether plain numbers are shares. */
  readonly percent: boolean;
  /** What any adverse event is called, as printed. */
  readonly anyEvent: string | undefined;
  /** The one measure that the caption names. */
  readonly measure: Mention | undefined;
}

export function tableKind(table: Table, scene: TableScene): TableKind {
  const { caption } = table;
  const [corner] = table.rows[0] ?? [];
  const named = caption ? scene.text.slice(caption.start, caption.end) : '';
  const text = `${named} ${corner ? scene.text.slice(corner.span.start, corner.span.end) : ''}`;
  const has = (id: string) => phrase(scene.rulebook, id).test(text);
  const measures = caption ? mentionsIn(scene, caption).filter(({ kind }) => kind === 'measure') : [];
  const [measure] = measures;
  const same = measures.every(({ name }) => name === measure?.name);
  const factors = has('columns.factors-caption');
  const events = has('columns.events-caption') && !factors;
  return {
    events,
    factors,
    subgroups: has('columns.subgroups-caption') && !factors && !events,
    baseline: has('columns.baseline-caption') && !events && !factors,
    levels: has('columns.levels-caption') && !events && !factors,
    percent: phrase(scene.rulebook, 'columns.percent-caption').test(named.replace(/\s/gu, '')),
    anyEvent: phrase(scene.rulebook, 'columns.events-caption').exec(text)?.[0],
    measure: same ? measure : undefined,
  };
}
