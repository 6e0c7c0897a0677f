import type { Mention } from '../model/index.js';
import type { Span } from '../text/index.js';
import { namesOfList } from './listed-names.js';
import type { Reading } from './place.js';
import type { Scene } from './scene.js';

/**
 * `A组出血量少于B组,排气时间、住院时间短于B组,差异有统计学意义(P<0.05)`: everything that the clauses right before a p value
 * say one group has more or less of; nothing where they have numbers of their own.
 */
export function clausesTested({ scene, outcome }: Reading, test: Mention, floor: number): Mention[] {
  const open = scene.openBracket(test.span.start);
  const end = open < 0 ? test.span.start : open;
  const from = Math.max(floor, scene.partAround(end).start);
  if (outcome.bound.some(({ value }) => value.span.start >= from && value.span.end <= end)) return [];
  const named: Mention[] = [];
  let wanted = false;
  for (const clause of clausesOf(scene, from, end).reverse()) {
    const printed = scene.between(clause.start, clause.end);
    if (scene.phrase('comparing.aside').test(printed)) continue;
    if (!wanted && scene.phrase('comparing.moved').test(printed)) break;
    const names = inClause(scene, clause);
    if (!names) break;
    // `两组CEA下降,且A组低于B组(P<0.05)`: the clause before says in what.
    wanted = names.length === 0;
    named.unshift(...names);
  }
  return named.length > 1 ? named : [];
}

/** The stretches between the commas outside brackets. */
function clausesOf(scene: Scene, from: number, end: number): Span<'text'>[] {
  const clauses: Span<'text'>[] = [];
  for (let at = end; at >= from; ) {
    const start = Math.max(from, scene.clauseStart(at));
    clauses.unshift({ start, end: at });
    at = start - 1;
  }
  return clauses;
}

/** What a clause compares groups in; none where it leaves that to the clause before it, nothing where it compares no groups. */
function inClause(scene: Scene, { start, end }: Span<'text'>): Mention[] | undefined {
  // `都是中性粒细胞减少`: what decreased is part of an event's name.
  const named = scene.nearestBefore(end, ({ kind }) => kind !== 'cue');
  if (named?.kind === 'event' && named.span.end === end) return undefined;
  const found = scene.phrase('comparing.clause').exec(scene.between(start, end));
  const list = found?.groups?.list;
  if (found === null || list === undefined) return undefined;
  const from = start + found.index + found[0].indexOf(list);
  return namesOfList(scene, scene.between(from, withLast(scene, from + list.length, end)), from);
}

/** `CEA、CA125和AFP比较`: where a list ends whose last member the word of joining seems to set the others beside. */
function withLast(scene: Scene, end: number, until: number): number {
  const last = scene.after(end, until).find(({ kind }) => kind === 'measure' || kind === 'event' || kind === 'item');
  const isJoined = last !== undefined && scene.phrase('joins.set-beside').test(scene.between(end, last.span.start));
  return isJoined ? last.span.end : end;
}
