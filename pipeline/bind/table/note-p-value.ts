import type { Quantity } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import type { TableScene } from './table-scene.js';

/** The p value that a note gives to all values with its mark. */
export interface NoteP {
  readonly mark: string;
  readonly quantity: Quantity;
  readonly span: Span<'text'>;
}

export function notePValue(note: Span<'text'>, scene: TableScene): NoteP | undefined {
  const text = scene.text.slice(note.start, note.end);
  const found = phrase(scene.rulebook, 'columns.note-p').exec(text);
  const { mark, op, value } = found?.groups ?? {};
  if (!found || mark === undefined || value === undefined) return undefined;
  const end = found.index + found[0].length;
  const start = text.slice(0, end).search(/[Pp][^Pp]*$/u);
  const quantity: Quantity = { kind: 'p-value', printed: value, value: Number(value), comparator: op as '=' };
  return { mark, quantity, span: { start: note.start + start, end: note.start + end } };
}
