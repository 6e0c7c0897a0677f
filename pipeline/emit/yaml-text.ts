import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/**
 * Text that both YAML 1.1 and 1.2 readers take for a string without quotes: it begins with a letter or a
 * Han character, has no character with a meaning in YAML, and ends with none that could be cut off.
 */
const plain = /^[\p{L}≥≤][\p{L}\p{N}+_./()%≥≤·、，（）α-ω-]*(?: [\p{L}\p{N}+_./()%≥≤·、，（）-]+)*$/u;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Characters that JSON leaves alone and YAML readers refuse or take for a line break. */
const unreadable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** What is always written over several lines, however small it is. */
const spreadMembers = new Set(['trials', 'outcomes', 'adverse_events']);
const spreadMaps = new Set(['document', 'population', 'numbers']);

/** A YAML 1.1 reader takes `1e-7` for a string, `1.0e-7` for a number. */
const exponent = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^(?!)$/,
  identify: (value: unknown) => typeof value === 'number' && String(value).includes('e'),
  resolve: Number,
  stringify: ({ value }: Scalar) => String(value).replace(/^(-?\d+)e/, '$1.0e'),
};

interface Built {
  readonly node: YAMLMap | YAMLSeq | Scalar;
  /** Nested collections: 0 for a scalar, 1 for a map of scalars. */
  readonly height: number;
}

/**
 * Any plain data as YAML, the same bytes every time: keys in the order given, long lines never folded,
 * small maps in flow style, strings quoted wherever a reader of YAML 1.1 or 1.2 could see something else.
 */
export function yamlText(data: unknown): string {
  const document = new Document(null, { customTags: (tags) => [exponent, ...tags] });
  document.contents = build(data, false).node as never;
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: false })
    .replace(unreadable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function build(data: unknown, spread: boolean): Built {
  if (Array.isArray(data)) return buildList(data, spread);
  if (typeof data === 'object' && data !== null) return buildMap(data, spread);
  const scalar = new Scalar(data);
  if (typeof data === 'string' && (!plain.test(data) || reserved.test(data))) scalar.type = Scalar.QUOTE_DOUBLE;
  return { node: scalar, height: 0 };
}

function buildMap(data: object, spread: boolean): Built {
  const map = new YAMLMap();
  let height = 0;
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const built = build(value, spreadMaps.has(key) || spreadMembers.has(key));
    map.items.push(new Pair(build(key, false).node, built.node));
    height = Math.max(height, built.height);
  }
  return { node: flowing(map, height, spread), height: height + 1 };
}

function buildList(data: readonly unknown[], spread: boolean): Built {
  const list = new YAMLSeq();
  let height = 0;
  for (const value of data) {
    const built = build(value, spread);
    list.items.push(built.node);
    height = Math.max(height, built.height);
  }
  // A list of maps takes a line for each of them; a list of words takes one line.
  return { node: flowing(list, height === 0 ? 0 : 9, false), height: height + 1 };
}

/** A map of scalars and of small maps stands on one line. */
function flowing<T extends YAMLMap | YAMLSeq>(collection: T, height: number, spread: boolean): T {
  collection.flow = !spread && height <= 1;
  if (collection.items.length === 0) collection.flow = true;
  return collection;
}
