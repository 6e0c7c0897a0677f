import { isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import type { Place } from '../text/index.js';

/** A file of ours that cannot be used: a record, an annotation, the manifest. The message names the place. */
export class DataError extends Error {
  constructor(file: string, place: Place, reason: string) {
    super(`${file}:${place.line}:${place.column}: error: ${reason}`);
    this.name = 'DataError';
  }
}

/** Parses YAML (or JSON, which is YAML) and validates it; throws a DataError with line, column and path. */
export function placedYaml<T>(file: string, text: string, schema: ZodType<T>): T {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = document.errors[0];
  if (broken) throw new DataError(file, placeAt(broken.pos[0]), broken.message.split('\n')[0] ?? 'not YAML');
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  let place: Place = { line: 1, column: 1 };
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    place = placeAt(node.range[0]);
    break;
  }
  throw new DataError(file, place, `${path.length > 0 ? `${path.join('.')}: ` : ''}${issue?.message}`);
}
