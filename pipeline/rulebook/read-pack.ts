import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Place } from '../text/index.js';
import { RuleError } from './rule-error.js';
import { type Pack, packSchema } from './schema.js';

/** A validated pack with the way from a path in it (`['rules', 3, 'pattern']`) to its place in the file. */
export interface ReadPack {
  readonly file: string;
  readonly pack: Pack;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Parses and validates one pack; throws a RuleError at the first thing that is wrong with it. */
export function readPack(file: string, yamlText: string): ReadPack {
  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const broken = document.errors[0];
  if (broken)
    throw new RuleError(file, placeAt(broken.pos[0]), broken.message.replace(/ at line \d+, column \d+:.*$/s, ''));
  const parsed = packSchema.safeParse(document.toJS());
  const issue = parsed.error?.issues[0];
  if (issue) {
    const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    throw new RuleError(file, placeOf([...issue.path, ...key]), `${where}${issue.message}`);
  }
  return { file, pack: named(parsed.data!), placeOf };
}

/** Longer texts are patterns and examples, which nothing is compared with. */
const longestName = 40;

/**
 * The same value with its texts as names of properties. Kinds, roles and ids are compared at every mention of an article:
 * of names the engine has one copy each, and tells two apart at once, but pieces of a file it compares letter by letter.
 */
function named<Value>(value: Value): Value {
  if (typeof value === 'string' && value.length <= longestName) return Object.keys({ [value]: true })[0] as Value;
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) parts[key] = named(parts[key]);
  return value;
}
