import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isHan, isSpace, isWide } from './characters.js';
import { type Line, printedLines } from './lines.js';

const ruleId = 'repair.set-aside-columns';
/** A line that holds lines of two columns is wider than this, and narrower than an unbroken paragraph. */
const narrowest = 64;
const widest = 130;
/** So many lines must agree on where the columns meet before anything is set aside. */
const fewest = 5;

/** So many Han characters stand on either side of the border. */
const fewestHan = 8;
/** Lines of such a stretch that show no border, because one column's line was short, come in small numbers. */
const mostBetween = 3;

/**
 * Deletes stretches in which a converter joined two columns line by line. Edits cannot put them in order
 * again, and nothing may be read from half sentences.
 */
export function setAsideColumns(text: string): EditMap {
  const lines = printedLines(text);
  const edits: Edit[] = [];
  const bordered: number[] = [];
  lines.forEach((line, index) => {
    if (line.width >= narrowest && line.width <= widest && hasBorder(text, line)) bordered.push(index);
  });
  let from = 0;
  for (let i = 1; i <= bordered.length; i += 1) {
    if (i < bordered.length && (bordered[i] ?? 0) - (bordered[i - 1] ?? 0) <= mostBetween + 1) continue;
    const edit = stretchEdit(lines, bordered.slice(from, i));
    if (edit) edits.push(edit);
    from = i;
  }
  return editMap(ruleId, edits);
}

/** The stretch from the first line with a border to the last, and the wide lines that follow it. */
function stretchEdit(lines: readonly Line[], bordered: readonly number[]): Edit | undefined {
  const first = bordered[0] ?? 0;
  let last = bordered.at(-1) ?? 0;
  if (bordered.length < fewest || bordered.length < 0.5 * (last - first + 1)) return undefined;
  const widths = bordered.map((index) => lines[index]?.width ?? 0).sort((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? 0;
  const atMost = Math.min(lines.length - 1, last + 2 * mostBetween);
  for (let next = last + 1; next <= atMost; next += 1) {
    const line = lines[next] as Line;
    if (line.width < 0.55 * usual || line.han < line.width / 8 || line.width > widest) break;
    last = next;
  }
  return { start: lines[first]?.start ?? 0, end: lines[last]?.end ?? 0, insert: '', ruleId };
}

/**
 * A space near the middle between two Han characters, or a wide gap there, with a good part of a line on either
 * side: nothing but a border of columns explains it. A row of a table has less to say.
 */
function hasBorder(text: string, line: Line): boolean {
  let width = 0;
  let han = 0;
  let border = false;
  let narrow = 0;
  let wide = 0;
  for (let at = line.start; at < line.end; ) {
    const code = text.charCodeAt(at);
    let end = at + 1;
    if (isSpace(code)) {
      while (isSpace(text.charCodeAt(end))) end += 1;
      const between = isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(end));
      if (between && end - at === 1) narrow += 1;
      if (end - at > 3) wide += 1;
      const share = (width + (end - at) / 2) / line.width;
      const central = share >= 0.38 && share <= 0.62 && han >= fewestHan && line.han - han >= fewestHan;
      if (central && (end - at > 3 || (between && end - at === 1))) border = true;
    } else if (isHan(code)) han += 1;
    width += isWide(code) ? 2 : end - at;
    at = end;
  }
  // Where many Han characters are set apart, a space says nothing; where there are several gaps, they part cells.
  return border && narrow <= 3 && wide <= 1;
}
