/**
 * One repair of a stretch of text: the code units from `start` to `end` become `insert`.
 * Never a pure insertion (`end > start`), so that every repaired character has a source.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly ruleId: string;
}

/** All edits of one rule over one text: a position map between the text before and the text after. */
export interface EditMap {
  readonly ruleId: string;
  readonly edits: readonly Edit[];
}

/** Sorts and checks edits; throws on a pure insertion or an overlap, which are bugs of a rule. */
export function editMap(ruleId: string, edits: readonly Edit[]): EditMap {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const edit of sorted) {
    if (edit.end <= edit.start) throw new RangeError(`${ruleId}: an edit must replace something (at ${edit.start}).`);
    if (edit.start < reached) throw new RangeError(`${ruleId}: two edits overlap at ${edit.start}.`);
    reached = edit.end;
  }
  return { ruleId, edits: sorted };
}

/** The text after the edits; throws where one reaches past the end of the text. */
export function replay(text: string, map: EditMap): string {
  const last = map.edits.at(-1);
  if (!last) return text;
  if (last.end > text.length) throw new RangeError(`${map.ruleId}: an edit reaches past the end, to ${last.end}.`);
  const parts: string[] = [];
  let at = 0;
  for (const edit of map.edits) {
    parts.push(text.slice(at, edit.start), edit.insert);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * For every code unit of a text the stretch of the source it came from. Unchanged text maps to itself;
 * a replacement maps each of its characters to the whole stretch that it replaced.
 */
export interface Origins {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The origins of a text that nothing has touched yet. */
export function identity(length: number): Origins {
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    starts[i] = i;
    ends[i] = i + 1;
  }
  return { starts, ends };
}

/** Carries origins through one layer of edits. Where every edit leaves as much as it took, nothing moves. */
export function compose(origins: Origins, map: EditMap): Origins {
  if (map.edits.every((edit) => edit.insert.length === edit.end - edit.start)) return origins;
  let length = origins.starts.length;
  for (const edit of map.edits) length += edit.insert.length - (edit.end - edit.start);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let from = 0;
  let to = 0;
  const keep = (until: number): void => {
    starts.set(origins.starts.subarray(from, until), to);
    ends.set(origins.ends.subarray(from, until), to);
    to += until - from;
  };
  for (const edit of map.edits) {
    keep(edit.start);
    const oneToOne = edit.insert.length === edit.end - edit.start;
    for (let i = 0; i < edit.insert.length; i += 1) {
      starts[to] = origins.starts[oneToOne ? edit.start + i : edit.start] ?? 0;
      ends[to] = origins.ends[oneToOne ? edit.start + i : edit.end - 1] ?? 0;
      to += 1;
    }
    from = edit.end;
  }
  keep(origins.starts.length);
  return { starts, ends };
}
