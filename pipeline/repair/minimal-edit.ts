import type { Edit } from '../text/index.js';

/**
 * The edit that turns `found` (standing at `start`) into `replacement` and touches as little as possible:
 * what both begin or end with is left alone. Nothing where they are the same. An edit always replaces at
 * least one character, so a replacement that only adds some keeps one neighbour.
 */
export function minimalEdit(start: number, found: string, replacement: string, ruleId: string): Edit | undefined {
  if (found === replacement || found === '') return undefined;
  const shortest = Math.min(found.length, replacement.length);
  let prefix = 0;
  while (prefix < shortest && found.charCodeAt(prefix) === replacement.charCodeAt(prefix)) prefix += 1;
  let suffix = 0;
  while (
    suffix < shortest - prefix &&
    found.charCodeAt(found.length - 1 - suffix) === replacement.charCodeAt(replacement.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  if (prefix + suffix === found.length) {
    if (suffix > 0) suffix -= 1;
    else prefix -= 1;
  }
  const insert = replacement.slice(prefix, replacement.length - suffix);
  return { start: start + prefix, end: start + found.length - suffix, insert, ruleId };
}

/** The edits of a character map over a found stretch: one for each run of characters that change alike. */
export function mappedEdits(
  start: number,
  found: string,
  map: Readonly<Record<string, string>>,
  ruleId: string,
): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let run: { start: number; end: number; insert: string; deletes: boolean } | undefined;
  const close = (): void => {
    if (run) edits.push({ start: run.start, end: run.end, insert: run.insert, ruleId });
    run = undefined;
  };
  for (const character of found) {
    const insert = Object.hasOwn(map, character) ? (map[character] ?? character) : character;
    const end = at + character.length;
    const deletes = insert === '';
    // Only replacements of equal length may share an edit, or each would be traced back to the whole run.
    if (insert === character) close();
    else if (run && run.deletes === deletes && (deletes || insert.length === character.length)) {
      run.end = start + end;
      run.insert += insert;
    } else {
      close();
      run = { start: start + at, end: start + end, insert, deletes };
      if (!deletes && insert.length !== character.length) close();
    }
    at = end;
  }
  close();
  return edits;
}
