import { type CompiledRepair, findAll } from '../rulebook/index.js';
import { type Edit, type EditMap, editMap } from '../text/index.js';
import { mappedEdits, minimalEdit } from './minimal-edit.js';
import {
  formulas,
  htmlTables,
  images,
  notProse,
  type Passages,
  PassageWalk,
  tableRows,
  untouchable,
} from './passages.js';

/** The edits that one rule makes on a text; what it must leave as it is is only asked for where it finds something. */
export function applyRule(text: string, repair: CompiledRepair): EditMap {
  const { rule, expression } = repair;
  const edits: Edit[] = [];
  if (repair.absent?.test(text) || repair.present?.test(text) === false) return { ruleId: rule.id, edits };
  const inside = insideOf(rule.inside, text);
  const found = inside?.length === 0 ? [] : findAll(expression, text);
  if (found.length === 0) return { ruleId: rule.id, edits };
  const walk = inside && new PassageWalk(inside);
  const outside = new PassageWalk(outsideOf(repair, text));
  for (const match of found) {
    const start = match.index;
    const end = start + match[0].length;
    if (!outside.overlaps(start, end) && (!walk || walk.holds(start, end))) addEdits(edits, match, repair);
  }
  return edits.length === 0 ? { ruleId: rule.id, edits } : editMap(rule.id, edits);
}

function addEdits(edits: Edit[], match: RegExpExecArray, { rule }: CompiledRepair): void {
  if (rule.map) {
    for (const edit of mappedEdits(match.index, match[0], rule.map, rule.id)) edits.push(edit);
    return;
  }
  const edit = minimalEdit(match.index, match[0], substituted(rule.put ?? '', match), rule.id);
  if (edit) edits.push(edit);
}

/** Writes the groups of a match into `put`: `$1` to `$9`, `$<name>`, and `$$` for a dollar sign. */
function substituted(put: string, match: RegExpExecArray): string {
  if (!put.includes('$')) return put;
  return put.replace(/\$(?:(\d)|<(\w+)>|\$)/g, (_, index: string | undefined, name: string | undefined) => {
    if (index !== undefined) return match[Number(index)] ?? '';
    return name === undefined ? '$' : (match.groups?.[name] ?? '');
  });
}

/** What a rule must leave as it is. Formulas and characters that stand for others do so in HTML tables, too. */
function outsideOf({ pack, rule }: CompiledRepair, text: string): Passages {
  if (rule.inside === 'prose') return notProse(text);
  return rule.inside === 'markup' || rule.map !== undefined || pack === 'math' ? images(text) : untouchable(text);
}

function insideOf(kind: 'math' | 'prose' | 'table' | 'markup' | undefined, text: string): Passages | undefined {
  if (kind === 'math') return formulas(text);
  if (kind === 'markup') return htmlTables(text);
  return kind === 'table' ? tableRows(text) : undefined;
}
