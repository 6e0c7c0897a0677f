import type { Mention } from '../model/index.js';
import { findAll } from '../rulebook/index.js';
import { printedMention } from './printed-what.js';
import { isKind, type Scene } from './scene.js';

/**
 * `甲蛋白表达在不同分期、年龄之间差异有统计学意义(P<0.05),而在不同性别间差异无统计学意义(P>0.05)`: what differs or not among groups
 * of patients is what is tested, and not what tells these apart.
 */
export function differsAmong(scene: Scene, { span }: Mention): Mention | undefined {
  const told = scene.between(scene.start, span.start);
  if (!scene.phrase('attaching.differs-here').test(told)) return undefined;
  const match = findAll(scene.phrase('attaching.differs-among'), told).at(-1);
  const text = match?.groups?.what;
  if (match === undefined || text === undefined) return undefined;
  const start = scene.start + match.index + match[0].indexOf(text);
  const end = start + text.length;
  const known = scene.after(start, end).findLast((mention) => isKind(mention, 'measure', 'event'));
  if (known) return known;
  return printedMention('measure', text, { start, end }, 'bind.own-words');
}
