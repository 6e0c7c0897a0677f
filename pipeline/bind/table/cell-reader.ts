import type { Claim, Quantity, Table, Unbound } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { cover, type Span } from '../../text/index.js';
import type { Aspect } from './aspect.js';
import { cellInterval, cellP, cellValue, isValue, valueText } from './cell-value.js';
import type { GridCell } from './grid.js';
import type { HeadSize } from './head-sizes.js';
import { type Meaning, meaningOf } from './meaning.js';
import { notePValue } from './note-p-value.js';
import { pairedValues } from './paired-values.js';
import type { What } from './row-names.js';
import type { RowPath } from './row-path.js';
import { stateValue } from './state-value.js';
import type { TableKind } from './table-kind.js';
import type { TableScene } from './table-scene.js';
import { type Comparison, compared, placeOf, whose } from './whose.js';

type Named = Pick<Claim, 'measure' | 'term' | 'preferred' | 'item'>;

/** A cell to read, with what heads it and the rest of its value in the next columns. */
export interface HeadedCell {
  readonly cell: GridCell;
  readonly row: Aspect;
  readonly column: Aspect;
  readonly path: RowPath;
  readonly ofGroup: boolean;
  readonly share: GridCell | undefined;
  readonly interval: GridCell | undefined;
}

const noArm = 'neither its row nor its column names an arm';

/** Binds the cells of a table one by one. */
export class CellReader {
  readonly bindings: Claim[] = [];
  readonly unbound: Unbound[] = [];
  private readonly marked: { readonly mark: string; readonly bound: Partial<Claim> }[] = [];

  /** Whether each row pools studies: an effect, and no arm anywhere. */
  private readonly pools: boolean;

  constructor(
    private readonly scene: TableScene,
    private readonly kind: TableKind,
    private readonly columns: readonly Aspect[],
    /** Whether the arms stand in the rows, and what was measured in the columns. */
    private readonly down: boolean,
  ) {
    const isPlain = columns.every(({ arm, group, whole }) => !arm && group === undefined && !whole);
    this.pools = isPlain && !down && !kind.factors && !kind.subgroups && columns.some(({ role }) => role === 'effect');
  }

  /** Leaves a cell open. */
  leave({ span, text }: GridCell, reason: string, candidates: readonly string[] = []): void {
    if (isValue(text)) this.unbound.push({ span, reason, candidates });
  }

  read(headed: HeadedCell): void {
    const { cell, row, column, path, ofGroup } = headed;
    if (!isValue(cell.text) && !phrase(this.scene.rulebook, 'columns.not-reached').test(cell.text)) return;
    const meaning = meaningOf({ row, column, path, down: this.down, ofGroup }, this.scene, this.kind);
    const paired = pairedValues(cell, meaning.levels, this.scene).map(({ what, ...value }) => {
      const bound = { ...placeOf(meaning), ...this.namesOf(what, meaning), ...whose(meaning, this.kind) };
      return { ...this.base(value.span, what), ...bound, kind: 'baseline' as const, quantity: value.quantity };
    });
    for (const made of paired.length > 0 ? paired : [this.bindingOf(headed, meaning)])
      if (typeof made === 'string') this.leave(cell, made, made === noArm ? this.armIds() : []);
      else this.bindings.push(made);
  }

  /** What a cell states, or why it stays open. */
  private bindingOf({ cell, share, interval }: HeadedCell, meaning: Meaning): Claim | string {
    const { row, column } = meaning;
    const tested = column.role === 'p' || column.role === 'statistic';
    switch (tested ? column.role : (row.role ?? column.role)) {
      case 'statistic':
        return 'a test statistic';
      case 'no-grade':
        return 'patients without the event';
      case 'interval':
        return 'an interval without its effect';
      case 'heterogeneity':
        return this.heterogeneityOf(cell, meaning);
      case 'p':
        return this.pOf(cell, meaning);
      case 'effect':
        return this.effectOf(cell, meaning, interval);
      case 'number':
        if (this.pools && !share) return 'the patients of the studies pooled';
        return !share && (this.down || row.role === 'number' || this.kind.factors || this.kind.subgroups)
          ? this.sizeOf(cell, meaning)
          : this.valueOf(cell, meaning, share, interval);
      default:
        return this.valueOf(cell, meaning, share, interval);
    }
  }

  readSizes(sizes: readonly HeadSize[]): void {
    for (const { mention, arm, group } of sizes)
      if (mention.quantity)
        this.bindings.push({ ...this.base(mention.span), kind: 'n', quantity: mention.quantity, arm, subgroup: group });
  }

  /** A p value in a note belongs to the values with its mark. */
  readNotes(notes: Table['notes']): void {
    for (const note of notes) {
      const p = notePValue(note, this.scene);
      for (const { bound } of this.marked.filter(({ mark }) => mark === p?.mark))
        if (p)
          this.bindings.push({ ...this.base(p.span), ...bound, kind: 'p', quantity: p.quantity, arms: this.armIds() });
    }
  }

  private pOf(cell: GridCell, meaning: Meaning): Claim | string {
    const quantity = cellP(cell.text);
    const named = this.comparedName(meaning);
    if (!quantity) return 'no p value of a known form';
    if (!named) return 'nothing named that was compared';
    const test = meaning.column.ofHeterogeneity ? { heterogeneity: true } : {};
    return {
      ...this.base(valueSpan(cell)),
      ...compared(meaning, this.place()),
      ...named,
      ...test,
      kind: 'p',
      quantity,
    };
  }

  private heterogeneityOf(cell: GridCell, meaning: Meaning): Claim | string {
    const { what } = meaning;
    const value = cellValue(cell.text);
    if (value?.value === undefined || value.sd !== undefined || value.low !== undefined)
      return 'no share of a known form';
    if (!what || what.kind === 'item') return 'no outcome named for the heterogeneity';
    const quantity = { kind: 'heterogeneity', printed: value.printed, value: value.value, unit: '%' } as const;
    return { ...this.base(valueSpan(cell), what), ...this.namesOf(what, meaning), kind: 'heterogeneity', quantity };
  }

  private effectOf(cell: GridCell, meaning: Meaning, interval: GridCell | undefined): Claim | string {
    const value = cellValue(cell.text);
    const named = this.comparedName(meaning);
    if (value?.value === undefined || value.sd !== undefined || value.kind === 'percentage')
      return 'no effect of a known form';
    if (value.value === 1 && value.low === undefined && !interval) return 'the reference of a factor';
    if (!named || named.item !== undefined) return 'no outcome named for the effect';
    const range = interval ? cellInterval(interval.text) : undefined;
    const { low, high } = range ?? value;
    const { printed, value: size } = value;
    const estimate = meaning.column.effect ?? meaning.row.effect;
    const span = interval && range ? cover(valueSpan(cell), valueSpan(interval)) : valueSpan(cell);
    const quantity = { kind: 'estimate', printed, value: size, estimate, low, high, level: 95 } as const;
    return { ...this.base(span), ...compared(meaning, this.place()), ...named, kind: 'effect', quantity };
  }

  private sizeOf(cell: GridCell, meaning: Meaning): Claim | string {
    const quantity = cellValue(cell.text);
    if (quantity?.kind !== 'count') return 'no size of a known form';
    return { ...this.base(valueSpan(cell)), ...whose(meaning, this.kind), kind: 'n', quantity };
  }

  private valueOf(
    cell: GridCell,
    meaning: Meaning,
    share: GridCell | undefined,
    interval: GridCell | undefined,
  ): Claim | string {
    const { what, row, column } = meaning;
    if (!what || !this.isSure(what, meaning)) return 'no measure, event or characteristic named';
    if ((this.kind.factors || this.kind.subgroups) && what.kind !== 'measure')
      return 'no outcome of a factor or subgroup';
    const placed = this.down ? says(row) : this.columns.length === 1 || says(column) || says(row);
    if (!placed) return noArm;
    const stated = stateValue(share ? `${cell.text}(${share.text})` : cell.text, what, meaning.heads, this.scene);
    if (typeof stated === 'string') return stated;
    const range = interval && stated.quantity.low === undefined ? cellInterval(interval.text) : undefined;
    const quantity = range ? { ...stated.quantity, ...range, rangeKind: 'CI95' as const } : stated.quantity;
    const span = [share, interval].reduce((all, part) => (part ? cover(all, valueSpan(part)) : all), valueSpan(cell));
    const bound = { ...placeOf(meaning), ...this.namesOf(what, meaning) };
    const mark = /[^\d)\]%.\s]$/u.exec(cell.text)?.[0];
    if (mark !== undefined) this.marked.push({ mark, bound });
    const isLevel = stated.kind === 'baseline' && bound.measure !== undefined;
    const kind = isLevel ? levelKind(quantity) : stated.kind;
    return { ...this.base(span, what), ...bound, ...whose(meaning, this.kind), kind, quantity };
  }

  /** Where neither the caption nor the lexicon says what a row is about, its name alone is no characteristic. */
  private isSure(what: What, meaning: Meaning): boolean {
    return what.kind !== 'item' || what.known || this.kind.baseline || this.kind.events || this.isLevel(what, meaning);
  }

  /** Whether a row or column tells what patients were like at a time of the treatment, and not before all of it. */
  private isLevel(what: What, { time }: Meaning): boolean {
    return what.kind === 'item' && !this.kind.baseline && (time !== undefined || this.kind.levels);
  }

  /** What a value is recorded under; in a table of events whatever is no measure is one. */
  private namesOf(what: What, meaning: Meaning): Named {
    if (what.kind === 'measure') return { measure: what.name };
    if (!this.kind.events && this.isLevel(what, meaning)) return { measure: what.name };
    if (what.kind === 'event' || this.kind.events)
      return { term: what.printed, ...(what.preferred ? { preferred: what.preferred } : {}) };
    return { item: what.name };
  }

  /** What was compared: what the heads name, or in a table of factors or subgroups the outcome. */
  private comparedName(meaning: Meaning): Named | undefined {
    const { what, column } = meaning;
    if (!this.kind.factors && !this.kind.subgroups) return what && this.namesOf(what, meaning);
    const measure = (column.measure ?? this.kind.measure)?.name;
    return measure === undefined ? undefined : { measure };
  }

  private place(): Comparison {
    return { kind: this.kind, columns: this.columns, arms: this.armIds() };
  }

  private armIds(): string[] {
    return this.scene.arms.map(({ id }) => id);
  }

  private base(span: Span<'text'>, what?: What) {
    const trail = ['bind.table', ...(what?.ruleId === undefined ? [] : [what.ruleId])];
    return { study: this.scene.study, span, trail };
  }
}

/** What is measured in patients at a time of their treatment is told by its mean, its median, or by whom it was met in. */
function levelKind({ kind, low }: Quantity): Claim['kind'] {
  if (kind === 'percentage') return 'rate';
  if (kind === 'count' || kind === 'proportion') return 'count';
  return low === undefined ? 'mean' : 'median';
}

/** Whether a head says whose its values are, or of which kind all of them are. */
function says({ arm, group, whole, grade, anyGrade, role, measure }: Aspect): boolean {
  const told = [arm, group, whole, grade, anyGrade, measure].some((said) => said !== undefined);
  return told || role === 'values' || role === 'percent' || role === 'number';
}

/** The stretch of a cell that its value takes, without the marks of notes behind it. */
function valueSpan({ span, text }: GridCell): Span<'text'> {
  const marks = text.replace(/\s/gu, '').length - valueText(text).length;
  return { start: span.start, end: span.end - marks };
}
