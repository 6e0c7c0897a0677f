import type { Rulebook } from '../rulebook/index.js';
import {
  type Document,
  type EditMap,
  type Message,
  type Report,
  repaired,
  type Source,
  toSource,
  untouched,
} from '../text/index.js';
import { applyRule } from './apply-rule.js';
import { cutRunningHeads } from './cut-running-heads.js';
import { joinTornWords } from './join-torn-words.js';
import { markParagraphs } from './mark-paragraphs.js';
import { markTableRows } from './mark-table-rows.js';
import { setAsideColumns } from './set-aside-columns.js';

type Mechanism = (text: string, source: Source) => EditMap;

/** What takes more than a rule, by the pack of rules that it follows. */
const mechanisms: Readonly<Record<string, readonly Mechanism[]>> = {
  math: [setAsideColumns, cutRunningHeads],
  lines: [markTableRows, (text, source) => markParagraphs(text, source.runs !== undefined), joinTornWords],
};

/**
 * Repairs a source: every rule and mechanism makes one layer of edits, in the order of the rule files. What was
 * done is reported per layer; the text that comes out has a paragraph, heading, caption or table row on a line.
 */
export function repairSource(source: Source, rulebook: Pick<Rulebook, 'repairs'>, report: Report): Document {
  let document = untouched(source);
  const add = (layer: EditMap): void => {
    if (layer.edits.length === 0) return;
    report(layerMessage(document, layer));
    document = repaired(document, layer);
  };
  rulebook.repairs.forEach((repair, index) => {
    add(applyRule(document.text, repair));
    if (rulebook.repairs[index + 1]?.pack === repair.pack) return;
    for (const mechanism of mechanisms[repair.pack] ?? []) add(mechanism(document.text, source));
  });
  return document;
}

function layerMessage(document: Document, layer: EditMap): Message {
  const { ruleId, edits } = layer;
  const first = toSource(document, { start: edits[0]?.start ?? 0, end: edits[0]?.end ?? 0 });
  const place = { path: document.source.file, from: document.lines.place(first.start) };
  if (ruleId === 'repair.set-aside-columns') {
    const to = document.lines.place(first.end);
    return { severity: 'warning', ruleId, reason: 'columns joined line by line; set aside', ...place, to };
  }
  return { severity: 'info', ruleId, reason: `${edits.length} ${edits.length === 1 ? 'edit' : 'edits'}`, ...place };
}
