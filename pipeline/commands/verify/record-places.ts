import { isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { SourceRef } from '../../model/index.js';
import type { Place } from '../../text/index.js';

/** Where in a record file the value stands that was read from a source: its line and column, from 1. */
export type RecordPlaces = (source: SourceRef) => Place | undefined;

/** The places of all values of a record file, YAML or JSON; findings that the file holds are not values. */
export function recordPlaces(text: string): RecordPlaces {
  const lineCounter = new LineCounter();
  const places = new Map<string, Place>();
  visit(parseDocument(text, { lineCounter }), {
    Pair: (_, { key }) => (isScalar(key) && key.value === 'findings' ? visit.SKIP : undefined),
    Map: (_, node, path) => {
      const [start, end] = [node.get('start'), node.get('end')];
      const range = (path.findLast((outer) => isMap(outer)) as Node | undefined)?.range ?? node.range;
      if (typeof start !== 'number' || typeof end !== 'number' || !range || places.has(`${start}-${end}`)) return;
      const { line, col } = lineCounter.linePos(range[0]);
      places.set(`${start}-${end}`, { line, column: col });
    },
  });
  return ({ start, end }) => places.get(`${start}-${end}`);
}
