import { describe, expect, it } from 'vitest';
import { htmlRows } from '../../pipeline/segment/html-table.js';

/** Each cell as `column+columns/rows:text`, row by row; the `base` shifts every span. */
function cells(markup: string, base = 0): string[][] {
  const text = ' '.repeat(base) + markup;
  return htmlRows(markup, base).rows.map((row) =>
    row.map(
      ({ span, column, columns = 1, rows = 1 }) => `${column}+${columns}/${rows}:${text.slice(span.start, span.end)}`,
    ),
  );
}

describe('a table in HTML', () => {
  it('gives each cell the column that is free for it', () => {
    const markup =
      '<table><tr><td rowspan="2">甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr><tr><td>丙</td></tr></table>';
    expect(cells(markup)).toEqual([['0+1/2:甲', '1+2/1:乙'], ['1+1/1:1', '2+1/1:2'], ['0+1/1:丙']]);
  });

  it('places cells in the text that it stands in, without the spaces around them', () => {
    expect(cells('<table><tr><td> 甲 </td><td></td></tr></table>', 7)).toEqual([['0+1/1:甲', '1+1/1:']]);
  });

  it('ends cells and rows that are not closed where the next begin', () => {
    expect(cells('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>')).toEqual([
      ['0+1/1:甲', '1+1/1:1'],
      ['0+1/1:乙', '1+1/1:2'],
    ]);
  });

  it('reads a sign that opens no tag of a table as text', () => {
    expect(cells('<table><tr><td><60</td><td>LDH<ULN</td></tr></table>')).toEqual([['0+1/1:<60', '1+1/1:LDH<ULN']]);
  });

  it('counts the rows of head cells that stand first, and finds the caption', () => {
    const markup =
      '<table><caption>表1 疗效</caption><tr><th>甲</th></tr><tr><td>1</td></tr><tr><th>乙</th></tr></table>';
    const { heads, caption } = htmlRows(markup, 0);
    expect(heads).toBe(1);
    expect(markup.slice(caption?.start, caption?.end)).toBe('表1 疗效');
  });

  it('has no heads where no cell is told to be one', () => {
    expect(htmlRows('<table><tr><td>甲</td></tr></table>', 0).heads).toBeUndefined();
  });

  it('takes no span that is no number of columns', () => {
    expect(cells('<table><tr><td colspan="0">甲</td><td rowspan="x">1</td></tr></table>')).toEqual([
      ['0+1/1:甲', '1+1/1:1'],
    ]);
  });
});
