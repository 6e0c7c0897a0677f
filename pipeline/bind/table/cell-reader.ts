import type { Binding, Quantity, Table, Unbound } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { cover, type Span } from '../../text/index.js';
import type { Aspect } from './aspect.js';
import { cellInterval, cellP, cellValue, isValue, valueText } from './cell-value.js';
import type { GridCell } from './grid.js';
import { levelOf, plainName, type What, whatOf } from './row-names.js';
import type { RowPath } from './row-path.js';
import { stateValue } from './state-value.js';
import type { TableKind } from './table-kind.js';
import { mentionsIn, type TableScene } from './table-scene.js';

type Named = Pick<Binding, 'measure' | 'term' | 'preferred' | 'item'>;

/** Everything that the heads of one cell say together. */
interface Meaning {
  readonly row: Aspect;
  readonly column: Aspect;
  readonly what: What | undefined;
  readonly grade: string | undefined;
  readonly time: string | undefined;
  /** The heads as printed, the nearest first. */
  readonly printed: readonly string[];
}

/** Binds the cells of a table row by row. */
export class CellReader {
  readonly bindings: Binding[] = [];
  readonly unbound: Unbound[] = [];
  private readonly marked: { readonly mark: string; readonly named: Named; readonly row: Partial<Binding> }[] = [];
  private readonly sized = new Set<number>();

  constructor(
    private readonly scene: TableScene,
    private readonly kind: TableKind,
    private readonly table: Table,
    private readonly columns: readonly Aspect[],
    /** Whether the arms stand in the rows, and what was measured in the columns. */
    private readonly down: boolean,
  ) {}

  /** Leaves a cell open. */
  leave({ span, text }: GridCell, reason: string, candidates: readonly string[] = []): void {
    if (isValue(text)) this.unbound.push({ span, reason, candidates });
  }

  readRow(cells: readonly (GridCell | undefined)[], row: Aspect, path: RowPath, testedOnce: ReadonlySet<GridCell>): void {
    let taken = -1;
    cells.forEach((cell, c) => {
      const column = this.columns[c];
      if (!cell || !column || c === taken || !isCell(cell, this.scene)) return;
      const ofGroup = column.role === 'p' && this.comparesGroup(cell, path, testedOnce);
      const meaning = this.meaningOf(row, column, path, ofGroup);
      const after = cells[c + 1];
      const beside = this.columns[c + 1];
      const pairs = after && beside && isPair(column, beside) ? after : undefined;
      if (pairs) taken = c + 1;
      this.readCell(cell, meaning, pairs);
    });
  }

  /** The sizes that heads print behind the name of an arm or group. */
  readSizes(heads: readonly GridCell[], aspects: readonly Aspect[]): void {
    for (const head of heads) {
      const aspect = aspects.find((one) => one.heads.includes(head));
      const size = mentionsIn(this.scene, head.span).find(({ quantity }) => quantity?.kind === 'size');
      if (!size?.quantity || this.sized.has(size.span.start) || !aspect) continue;
      const { arm, group, whole } = aspect;
      if (!arm && group === undefined && !whole) continue;
      this.sized.add(size.span.start);
      this.bindings.push({ ...this.base(size.span), kind: 'n', quantity: size.quantity, arm: arm?.id, subgroup: arm ? undefined : group });
    }
  }

  /** A p value in a note belongs to the values with its mark. */
  readNotes(): void {
    for (const note of this.table.notes) {
      const text = this.scene.text.slice(note.start, note.end);
      const found = phrase(this.scene.rulebook, 'columns.note-p').exec(text);
      const { mark, op, value } = found?.groups ?? {};
      if (!found || value === undefined) continue;
      const end = note.start + found.index + found[0].length;
      const at = text.slice(0, end - note.start).search(/[Pp][^Pp]*$/u);
      const span = { start: note.start + at, end };
      const quantity: Quantity = { kind: 'p-value', printed: value, value: Number(value), comparator: op as '=' };
      for (const cell of this.marked.filter((one) => one.mark === mark))
        this.bindings.push({ ...this.base(span), ...cell.row, ...cell.named, kind: 'p', quantity, arms: this.armIds() });
    }
  }

  private readCell(cell: GridCell, meaning: Meaning, pair: GridCell | undefined): void {
    const { row, column } = meaning;
    const role = column.role === 'p' || column.role === 'statistic' ? column.role : (row.role ?? column.role);
    if (role === 'statistic' || role === 'no-grade') this.leave(cell, role === 'statistic' ? 'a test statistic' : 'patients without the event');
    else if (role === 'p') this.readP(cell, meaning);
    else if (role === 'interval') return;
    else if (role === 'effect') this.readEffect(cell, meaning, pair);
    else if (role === 'number' && !pair && (this.down || row.role === 'number')) this.readSize(cell, meaning);
    else this.readValue(cell, meaning, pair);
  }

  private readP(cell: GridCell, meaning: Meaning): void {
    const quantity = cellP(cell.text);
    const named = this.kind.factors ? this.outcomeOf(meaning) : meaning.what && this.namesOf(meaning.what);
    if (!quantity || !named) return this.leave(cell, quantity ? 'nothing named that was compared' : 'no p value of a known form');
    this.bindings.push({ ...this.base(valueSpan(cell)), ...this.placeOf(meaning), ...named, ...this.compared(meaning), kind: 'p', quantity });
  }

  private readEffect(cell: GridCell, meaning: Meaning, interval: GridCell | undefined): void {
    const value = cellValue(cell.text);
    const range = interval ? cellInterval(interval.text) : undefined;
    const named = this.kind.factors ? this.outcomeOf(meaning) : meaning.what && this.namesOf(meaning.what);
    if (value?.value === undefined || !named || value.sd !== undefined || value.kind === 'percentage')
      return this.leave(cell, named ? 'no effect of a known form' : 'no outcome named for the effect');
    const { low, high } = range ?? value;
    const quantity: Quantity = { kind: 'estimate', printed: value.printed, value: value.value, estimate: meaning.column.effect ?? meaning.row.effect, low, high, level: 95 };
    const span = interval && range ? cover(valueSpan(cell), valueSpan(interval)) : valueSpan(cell);
    this.bindings.push({ ...this.base(span), ...this.placeOf(meaning), ...named, ...this.compared(meaning), kind: 'effect', quantity });
  }

  private readSize(cell: GridCell, { row, column }: Meaning): void {
    const quantity = cellValue(cell.text);
    const { arm, group } = row.arm || row.group ? row : column;
    if (quantity?.kind !== 'count') return this.leave(cell, 'no size of a known form');
    this.bindings.push({ ...this.base(valueSpan(cell)), kind: 'n', quantity, arm: arm?.id, subgroup: arm ? undefined : group });
  }

  private readValue(cell: GridCell, meaning: Meaning, pair: GridCell | undefined): void {
    const { what, row, column } = meaning;
    if (!isValue(cell.text) && what?.kind !== 'measure') return;
    if (!what || !this.isSure(what)) return this.leave(cell, 'no measure, event or characteristic named');
    if (this.kind.factors) return this.leave(cell, 'neither an effect nor a p value of a factor');
    if (this.columns.length > 1 && !saysSomething(column) && !saysSomething(row) && !this.down)
      return this.leave(cell, 'a column of which the head names no arm', this.armIds());
    if (this.down && !row.arm && row.group === undefined && !row.whole)
      return this.leave(cell, 'a row of which the head names no arm', this.armIds());
    const stated = stateValue(pair ? `${cell.text}(${pair.text})` : cell.text, what, this.formOf(meaning), this.scene);
    if (typeof stated === 'string') return this.leave(cell, stated);
    const span = pair ? cover(valueSpan(cell), valueSpan(pair)) : valueSpan(cell);
    const named = this.namesOf(what);
    const place = this.placeOf(meaning);
    const { arm, group } = row.arm || row.group !== undefined ? row : column;
    this.bindings.push({ ...this.base(span, what), ...place, ...named, ...stated, arm: arm?.id, subgroup: arm ? undefined : group });
    const mark = /[^\d)\]%.\s]$/u.exec(cell.text)?.[0];
    if (mark !== undefined) this.marked.push({ mark, named, row: place });
  }

  /** Where neither the caption nor the lexicon says what a row is about, its name alone is no characteristic. */
  private isSure(what: What): boolean {
    return what.kind !== 'item' || what.known || this.kind.baseline || this.kind.events;
  }

  private meaningOf(row: Aspect, column: Aspect, path: RowPath, forGroup: boolean): Meaning {
    const heads = this.down ? column.heads : [path.group, ...path.between, path.label].filter((head) => head !== undefined);
    const times = heads.filter((head) => mentionsIn(this.scene, head.span).some(({ kind, text }) => kind === 'time' && text.length >= head.text.replace(/\s/gu, '').length - 1));
    const named = heads.filter((head) => !times.includes(head));
    const what = this.whatIn(forGroup && named.length > 1 ? named.slice(0, -1) : named);
    const landmark = what?.kind === 'measure' ? named.flatMap(({ text }) => phrase(this.scene.rulebook, 'columns.landmark').exec(text.replace(/\s/gu, ''))?.groups?.time ?? []).at(-1) : undefined;
    return {
      row,
      column,
      what,
      grade: column.grade ?? row.grade,
      time: landmark ?? times[0]?.text,
      printed: [...named].reverse().map(({ text }) => text).concat(column.heads.map(({ text }) => text)),
    };
  }

  private whatIn(named: readonly GridCell[]): What | undefined {
    const [group, ...levels] = named;
    const level = levels.at(-1);
    if (!group) return undefined;
    if (this.kind.events && named.some(({ text }) => phrase(this.scene.rulebook, 'columns.total-events').test(plainName(text, this.scene)) || phrase(this.scene.rulebook, 'columns.total-events').test(text)))
      return this.anyEvent(group);
    const what = level ? levelOf(group, level, this.scene) : whatOf(group, this.scene);
    return this.kind.baseline ? asCharacteristic(what) : what;
  }

  private anyEvent(head: GridCell): What {
    const name = this.kind.anyEvent ?? plainName(head.text, this.scene);
    return { kind: 'event', name, printed: name, known: true };
  }

  /** What a value is recorded under; in a table of events whatever is no measure is one. */
  private namesOf(what: What): Named {
    if (what.kind === 'measure') return { measure: what.name };
    if (what.kind === 'event' || this.kind.events) return { term: what.printed, ...(what.preferred ? { preferred: what.preferred } : {}) };
    return { item: what.name };
  }

  private outcomeOf({ column }: Meaning): Named | undefined {
    const measure = column.measure ?? this.kind.measure;
    return measure?.name === undefined ? undefined : { measure: measure.name };
  }

  private placeOf({ grade, time, column }: Meaning): Partial<Binding> {
    return { grade, time, ...(column.model === undefined ? {} : { subgroup: column.model }) };
  }

  private compared({ row }: Meaning): Partial<Binding> {
    if (this.kind.factors) return { subgroups: [row.heads.map(({ text }) => text).join(' ')] };
    const groups = this.columns.flatMap(({ arm, group }) => (arm || group === undefined ? [] : [group]));
    return groups.length > 1 ? { subgroups: [...new Set(groups)] } : { arms: this.armIds() };
  }

  private formOf({ printed, column }: Meaning) {
    const is = (id: string) => printed.some((head) => phrase(this.scene.rulebook, id).test(head.replace(/\s/gu, '')));
    const counts = is('columns.count-percent');
    return { printed, counts: counts || column.role === 'number', percent: column.role === 'percent' || is('columns.percent-label') || this.kind.percent };
  }

  /** The p value beside the first level of a characteristic, and of no other, compares all of it. */
  private comparesGroup(cell: GridCell, { group }: RowPath, testedOnce: ReadonlySet<GridCell>): boolean {
    if (group === undefined || this.kind.events || this.kind.factors) return false;
    return cell.rows > 1 || testedOnce.has(group);
  }

  private armIds(): string[] {
    return this.scene.arms.map(({ id }) => id);
  }

  private base(span: Span<'text'>, what?: What) {
    return { study: this.scene.study, span, confidence: 0.9, trail: ['bind.table', ...(what?.ruleId ? [what.ruleId] : [])] };
  }
}

/** Before treatment an event or a score is what the patients were like. */
function asCharacteristic(what: What): What {
  return what.kind === 'item' ? what : { ...what, kind: 'item', name: what.kind === 'event' ? what.printed : what.name };
}

/** Whether a cell holds something to read, be it only that a median was not reached. */
function isCell({ text }: GridCell, scene: TableScene): boolean {
  return isValue(text) || phrase(scene.rulebook, 'columns.not-reached').test(text);
}

function saysSomething(aspect: Aspect): boolean {
  const { arm, group, whole, grade, anyGrade, role, measure } = aspect;
  return [arm, group, whole, grade, anyGrade, measure].some((said) => said !== undefined) || role === 'values' || role === 'percent' || role === 'number';
}

/** A count beside its share, or an effect beside its interval, are one value. */
function isPair(column: Aspect, beside: Aspect): boolean {
  if (column.role === 'effect') return beside.role === 'interval';
  return column.role === 'number' && beside.role === 'percent' && column.arm === beside.arm && column.group === beside.group && column.grade === beside.grade;
}

/** The stretch of a cell that its value takes, without the marks of notes behind it. */
function valueSpan({ span, text }: GridCell): Span<'text'> {
  const marks = text.replace(/\s/gu, '').length - valueText(text).length;
  return { start: span.start, end: span.end - marks };
}
