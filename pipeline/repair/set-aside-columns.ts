import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isHan, isSpace, isWide } from './characters.js';
import { type Line, printedLines } from './lines.js';

const ruleId = 'repair.set-aside-columns';
/** A line that holds lines of two columns is wider than this, and narrower than an unbroken paragraph. */
const narrowest = 64;
const widest = 130;
/** So many lines must agree on where the columns meet before anything is set aside. */
const fewest = 5;

/** Where the left column's line ends, in columns of print; `sure` where only a column border explains the space. */
interface Border {
  readonly width: number;
  readonly sure: boolean;
}

/**
 * Deletes stretches in which a converter joined two columns line by line. Edits cannot put them in order
 * again, and nothing may be read from half sentences.
 */
export function setAsideColumns(text: string): EditMap {
  const lines = printedLines(text);
  const edits: Edit[] = [];
  let stretch: Line[] = [];
  const close = (): void => {
    const edit = stretchEdit(text, stretch);
    if (edit) edits.push(edit);
    stretch = [];
  };
  for (const line of lines) {
    if (line.width >= narrowest && line.width <= widest && borders(text, line).length > 0) stretch.push(line);
    else close();
  }
  close();
  return editMap(ruleId, edits);
}

/** The lines of a stretch from the first to the last that agree on the border, if enough of them are sure. */
function stretchEdit(text: string, stretch: readonly Line[]): Edit | undefined {
  if (stretch.length < fewest) return undefined;
  const found = stretch.map((line) => borders(text, line));
  const sure = found.flatMap((of) => of.filter((border) => border.sure).map((border) => border.width));
  if (sure.length < fewest) return undefined;
  const middle = sure.sort((a, b) => a - b)[sure.length >> 1] ?? 0;
  const agrees = (of: readonly Border[], sureOnly: boolean): boolean =>
    of.some((border) => Math.abs(border.width - middle) <= 6 && (border.sure || !sureOnly));
  const members = found.map((of) => agrees(of, false));
  const first = members.indexOf(true);
  const last = members.lastIndexOf(true);
  const count = found.filter((of) => agrees(of, true)).length;
  if (count < fewest || count < 0.6 * (last - first + 1)) return undefined;
  return { start: stretch[first]?.start ?? 0, end: stretch[last]?.end ?? 0, insert: '', ruleId };
}

/** The single spaces near the middle of a line that follow a Han character or its punctuation. */
function borders(text: string, line: Line): readonly Border[] {
  const found: Border[] = [];
  let width = 0;
  for (let at = line.start; at < line.end; at += 1) {
    const code = text.charCodeAt(at);
    const share = width / line.width;
    if (isSpace(code) && share >= 0.38 && share <= 0.62) {
      const before = text.charCodeAt(at - 1);
      const after = text.charCodeAt(at + 1);
      const ends = isHan(before) || ',。、;)]'.includes(text.charAt(at - 1));
      if (ends && !isSpace(after)) found.push({ width, sure: isHan(before) && isHan(after) });
    }
    // Punctuation was wide in print; the repairs before this one have only narrowed its character.
    width += isWide(code) ? 2 : 1;
  }
  return found;
}
