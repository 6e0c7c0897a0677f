import type { GridCell } from './grid.js';

/** Whether a cell is no value and none that is missing. */
type IsWord = (cell: GridCell) => boolean;

/**
 * Lines without the words at their ends (`… 0.204 随机`), and without their heads: a last column of words is no result
 * and would be taken for the name of the next row. As they are where not every row of values ends so.
 */
export function withoutTrailingWords(lines: readonly (readonly GridCell[])[], isWord: IsWord): readonly GridCell[][] {
  const ends = lines.map((line) =>
    line.length > 2 ? line.length - 1 - line.findLastIndex((cell) => !isWord(cell)) : 0,
  );
  const valued = lines.flatMap((line, l) => (line.some((cell) => !isWord(cell)) ? [{ line, end: ends[l] ?? 0 }] : []));
  const first = lines.findIndex((line) => line.some((cell) => !isWord(cell)));
  const most = valued[0]?.end ?? 0;
  const isColumn =
    most > 0 && valued.length > 1 && valued.every(({ line, end }) => end === most && !isWord(line[1] as GridCell));
  if (!isColumn || first < 1) return lines.map((line) => [...line]);
  return lines.map((line, l) => line.slice(0, line.length - (l >= first || l === 0 ? most : 0)));
}
