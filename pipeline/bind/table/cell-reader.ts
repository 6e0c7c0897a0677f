import type { Binding, Table, Unbound } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { cover, type Span } from '../../text/index.js';
import type { Aspect } from './aspect.js';
import { cellInterval, cellP, cellValue, isValue, valueText } from './cell-value.js';
import type { GridCell } from './grid.js';
import type { HeadSize } from './head-sizes.js';
import { type Meaning, meaningOf } from './meaning.js';
import { notePValue } from './note-p-value.js';
import type { What } from './row-names.js';
import type { RowPath } from './row-path.js';
import { stateValue } from './state-value.js';
import type { TableKind } from './table-kind.js';
import type { TableScene } from './table-scene.js';

type Named = Pick<Binding, 'measure' | 'term' | 'preferred' | 'item'>;

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
  readonly bindings: Binding[] = [];
  readonly unbound: Unbound[] = [];
  private readonly marked: { readonly mark: string; readonly bound: Partial<Binding> }[] = [];

  constructor(
    private readonly scene: TableScene,
    private readonly kind: TableKind,
    private readonly columns: readonly Aspect[],
    /** Whether the arms stand in the rows, and what was measured in the columns. */
    private readonly down: boolean,
  ) {}

  /** Leaves a cell open. */
  leave({ span, text }: GridCell, reason: string, candidates: readonly string[] = []): void {
    if (isValue(text)) this.unbound.push({ span, reason, candidates });
  }

  read(headed: HeadedCell): void {
    const { cell, row, column, path, ofGroup } = headed;
    if (!isValue(cell.text) && !phrase(this.scene.rulebook, 'columns.not-reached').test(cell.text)) return;
    const meaning = meaningOf({ row, column, path, down: this.down, ofGroup }, this.scene, this.kind);
    for (const made of this.pairOf(cell, meaning) ?? [this.bindingOf(headed, meaning)])
      if (typeof made === 'string') this.leave(cell, made, made === noArm ? this.armIds() : []);
      else this.bindings.push(made);
  }

  /** What a cell states, or why it stays open. */
  private bindingOf({ cell, share, interval }: HeadedCell, meaning: Meaning): Binding | string {
    const { row, column } = meaning;
    const tested = column.role === 'p' || column.role === 'statistic';
    switch (tested ? column.role : (row.role ?? column.role)) {
      case 'statistic':
        return 'a test statistic';
      case 'no-grade':
        return 'patients without the event';
      case 'interval':
        return 'an interval without its effect';
      case 'p':
        return this.pOf(cell, meaning);
      case 'effect':
        return this.effectOf(cell, meaning, interval);
      case 'number':
        return !share && (this.down || row.role === 'number' || this.kind.factors)
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

  private pOf(cell: GridCell, meaning: Meaning): Binding | string {
    const quantity = cellP(cell.text);
    const named = this.comparedName(meaning);
    if (!quantity) return 'no p value of a known form';
    if (!named) return 'nothing named that was compared';
    return { ...this.base(valueSpan(cell)), ...this.compared(meaning), ...named, kind: 'p', quantity };
  }

  private effectOf(cell: GridCell, meaning: Meaning, interval: GridCell | undefined): Binding | string {
    const value = cellValue(cell.text);
    const named = this.comparedName(meaning);
    if (value?.value === undefined || value.sd !== undefined || value.kind === 'percentage')
      return 'no effect of a known form';
    if (value.value === 1 && value.low === undefined && !interval) return 'the reference of a factor';
    if (!named) return 'no outcome named for the effect';
    const range = interval ? cellInterval(interval.text) : undefined;
    const { low, high } = range ?? value;
    const { printed, value: size } = value;
    const estimate = meaning.column.effect ?? meaning.row.effect;
    const span = interval && range ? cover(valueSpan(cell), valueSpan(interval)) : valueSpan(cell);
    const quantity = { kind: 'estimate', printed, value: size, estimate, low, high, level: 95 } as const;
    return { ...this.base(span), ...this.compared(meaning), ...named, kind: 'effect', quantity };
  }

  private sizeOf(cell: GridCell, meaning: Meaning): Binding | string {
    const quantity = cellValue(cell.text);
    if (quantity?.kind !== 'count') return 'no size of a known form';
    return { ...this.base(valueSpan(cell)), ...this.whose(meaning), kind: 'n', quantity };
  }

  private valueOf(
    cell: GridCell,
    meaning: Meaning,
    share: GridCell | undefined,
    interval: GridCell | undefined,
  ): Binding | string {
    const { what, row, column } = meaning;
    if (!what || !this.isSure(what)) return 'no measure, event or characteristic named';
    if (this.kind.factors && what.kind !== 'measure') return 'neither an effect nor an outcome of a factor';
    const placed = this.down ? says(row) : this.columns.length === 1 || says(column) || says(row);
    if (!placed) return noArm;
    const stated = stateValue(share ? `${cell.text}(${share.text})` : cell.text, what, meaning.heads, this.scene);
    if (typeof stated === 'string') return stated;
    const range = interval && stated.quantity.low === undefined ? cellInterval(interval.text) : undefined;
    const quantity = range ? { ...stated.quantity, ...range, rangeKind: 'CI95' as const } : stated.quantity;
    const span = [share, interval].reduce((all, part) => (part ? cover(all, valueSpan(part)) : all), valueSpan(cell));
    const bound = { ...placeOf(meaning), ...this.namesOf(what) };
    const mark = /[^\d)\]%.\s]$/u.exec(cell.text)?.[0];
    if (mark !== undefined) this.marked.push({ mark, bound });
    return { ...this.base(span, what), ...bound, ...this.whose(meaning), kind: stated.kind, quantity };
  }

  /** Where neither the caption nor the lexicon says what a row is about, its name alone is no characteristic. */
  private isSure(what: What): boolean {
    return what.kind !== 'item' || what.known || this.kind.baseline || this.kind.events;
  }

  /** What a value is recorded under; in a table of events whatever is no measure is one. */
  private namesOf(what: What): Named {
    if (what.kind === 'measure') return { measure: what.name };
    if (what.kind === 'event' || this.kind.events)
      return { term: what.printed, ...(what.preferred ? { preferred: what.preferred } : {}) };
    return { item: what.name };
  }

  /** What was compared: what the heads name, or in a table of factors the outcome that they are factors of. */
  private comparedName({ what, column }: Meaning): Named | undefined {
    if (!this.kind.factors) return what && this.namesOf(what);
    const measure = (column.measure ?? this.kind.measure)?.name;
    return measure === undefined ? undefined : { measure };
  }

  /** Who was compared: the levels of a factor, groups of patients, or the arms. */
  private compared(meaning: Meaning): Partial<Binding> {
    const place = placeOf(meaning);
    if (this.kind.factors) return { ...place, subgroups: [meaning.path] };
    const groups = this.columns.flatMap(({ arm, group }) => (arm || group === undefined ? [] : [group]));
    return { ...place, ...(groups.length > 1 ? { subgroups: [...new Set(groups)] } : { arms: this.armIds() }) };
  }

  /** The arm or the group of patients that the row names, else the column; of a factor its level. */
  private whose({ row, column, path }: Meaning): Pick<Binding, 'arm' | 'subgroup'> {
    const { arm, group } = row.arm || row.group !== undefined ? row : column;
    if (this.kind.factors) return { arm: arm?.id, subgroup: path };
    return { arm: arm?.id, ...(arm || group === undefined ? {} : { subgroup: group }) };
  }

  /** `38/22` beside 性别(男/女): a number for each of the levels that the row names. */
  private pairOf(cell: GridCell, meaning: Meaning): Binding[] | undefined {
    const { levels } = meaning;
    const numbers = [...cell.text.matchAll(/\d+/gu)];
    if (levels.length < 2 || numbers.length !== levels.length || !/^\d+(?: ?\/ ?\d+)+$/u.test(cell.text))
      return undefined;
    const ends: number[] = [];
    return numbers.map(([digits], i) => {
      const at = this.scene.text.indexOf(digits, i === 0 ? cell.span.start : ends[i - 1]);
      ends.push(at + digits.length);
      const what = levels[i] as What;
      const quantity = { kind: 'count', printed: digits, value: Number(digits), unit: 'patients' } as const;
      const bound = { ...placeOf(meaning), ...this.namesOf(what), ...this.whose(meaning) };
      return { ...this.base({ start: at, end: at + digits.length }, what), ...bound, kind: 'baseline', quantity };
    });
  }

  private armIds(): string[] {
    return this.scene.arms.map(({ id }) => id);
  }

  private base(span: Span<'text'>, what?: What) {
    const trail = ['bind.table', ...(what?.ruleId === undefined ? [] : [what.ruleId])];
    return { study: this.scene.study, span, confidence: 0.9, trail };
  }
}

function placeOf({ grade, time, column }: Meaning): Partial<Binding> {
  return { grade, time, ...(column.model === undefined ? {} : { subgroup: column.model }) };
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
