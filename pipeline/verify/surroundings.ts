import type { Cell, Mention, Segmentation, Table, Unbound } from '../model/index.js';
import { LineIndex, type Span } from '../text/index.js';
import type { BoundArticle, Told } from './told.js';

/** What stands around a place of the repaired text. */
export interface Surrounding {
  readonly mention: Mention | undefined;
  readonly passage: Told | undefined;
  readonly unbound: Unbound | undefined;
  readonly cell: TableCell | undefined;
  /** Whether a value that was bound rests on the mention: as the name of what it is of, or the landmark that it holds for. */
  readonly isEvidence: boolean;
  /** Where the line of the place begins. */
  readonly lineStart: number;
}

/** A cell of a table with its row; no cell is a caption. */
export interface TableCell {
  readonly table: Table;
  readonly cell: Cell;
  readonly row: number;
}

/** Looks up in constant time what holds a place: for every code unit the innermost of each kind. */
export class Surroundings {
  private readonly mentionAt: Int32Array;
  private readonly passageAt: Int32Array;
  private readonly unboundAt: Int32Array;
  private readonly cellAt: Int32Array;
  private readonly cells: TableCell[];
  private readonly evidence: ReadonlySet<number>;
  private readonly lines: LineIndex;

  constructor(
    segmentation: Segmentation,
    private readonly mentions: readonly Mention[],
    private readonly bound: BoundArticle,
  ) {
    const { length } = segmentation.document.text;
    this.lines = new LineIndex(segmentation.document.text);
    this.cells = segmentation.tables.flatMap(cellsOf);
    this.evidence = new Set(bound.bindings.flatMap(({ evidence = [] }) => evidence.map(({ span }) => span.start)));
    this.mentionAt = owners(
      mentions.map(({ span }) => span),
      length,
    );
    this.passageAt = owners(bound.passages, length);
    this.unboundAt = owners(
      bound.unbound.map(({ span }) => span),
      length,
    );
    this.cellAt = owners(
      this.cells.map(({ cell }) => cell.span),
      length,
    );
  }

  at(place: number): Surrounding {
    const mention = this.mentions[this.mentionAt[place] as number];
    return {
      mention,
      isEvidence: mention !== undefined && this.evidence.has(mention.span.start),
      passage: this.bound.passages[this.passageAt[place] as number],
      unbound: this.bound.unbound[this.unboundAt[place] as number],
      cell: this.cells[this.cellAt[place] as number],
      lineStart: place - this.lines.place(place).column + 1,
    };
  }
}

/** For every code unit the index of the span that holds it, the last one in order where spans nest; else -1. */
function owners(spans: readonly Span<'text'>[], length: number): Int32Array {
  const owner = new Int32Array(length).fill(-1);
  spans.forEach(({ start, end }, index) => {
    owner.fill(index, start, end);
  });
  return owner;
}

function cellsOf(table: Table): TableCell[] {
  return table.rows.flatMap((cells, row) => cells.map((cell) => ({ table, cell, row })));
}
