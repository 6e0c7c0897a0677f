import type { Mention, MentionKind } from '../model/index.js';
import { isCue, isKind, type Scene } from './scene.js';

/** Whether a bracket that holds the name has closed before a place: then it explains another name and heads nothing. */
export function isShut(scene: Scene, mention: Mention, at: number): boolean {
  let depth = scene.depth(mention.span.start);
  // `稳定(SD)12例`: an abbreviation alone in its bracket is the name of what stands before it.
  const alone = scene.text[mention.span.start - 1] === '(' && scene.text[mention.span.end] === ')';
  if (depth === 0 || (alone && depth === 1 && isKind(mention, 'measure'))) return false;
  depth = 0;
  for (let i = mention.span.end; i < at; i += 1) {
    if (scene.text[i] === '(') depth += 1;
    else if (scene.text[i] === ')') depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Names that do not part a number from its measure. */
const passingKinds: ReadonlySet<MentionKind> = new Set<MentionKind>([
  'arm',
  'regimen',
  'population',
  'qualifier',
  'grade',
  'time',
  'drug',
  'drug-class',
  'procedure',
  'subgroup',
  'citation',
  'design',
]);

/** Words that do not, either. */
const passingCues: ReadonlySet<string> = new Set([
  'patients',
  'attain',
  'both',
  'respectively',
  'both-arms',
  'whole',
  'prior',
  'subset',
  'list',
  'receive',
  'improves',
  'own',
  'former',
  'latter',
]);

/** The text between two places without the names in it that do not part a number from its measure. */
export function rest(scene: Scene, from: number, to: number, behind = false): string {
  let text = scene.between(from, to);
  for (const inner of scene.after(from, to)) {
    const passes =
      passingKinds.has(inner.kind) ||
      (inner.kind === 'cue' && passingCues.has(inner.name ?? '')) ||
      (!behind && isCue(inner, 'median', 'mean'));
    // `移植后100d内发生`: within which time something befell the patients.
    const within = inner.ruleId === 'asides.within';
    if (passes || within || (isKind(inner, 'quantity') && ['number', 'cycles'].includes(inner.quantity?.kind ?? '')))
      text = text.replace(inner.text, '');
  }
  // What a measure is made of (`CR+PR`) parts it from nothing.
  return text.replace(/\((?:[^()%]|\([^()%]*\))*\)|\s|\(?[A-Za-z]{2,4}(?:\+[A-Za-z]{2,4})+/gu, '');
}
