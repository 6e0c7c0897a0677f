import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isLetter } from './labels.js';
import { withoutPatients } from './without-patients.js';

/** A name of an arm and the second name, in a bracket right behind it, by which the text goes on to call it. */
export interface Alias {
  readonly name: Mention;
  readonly called: Mention;
}

/**
 * `甲药联合组(试验组)60例`, `A组甲药联合放疗组60例`: the names of arms that a bracket behind them, or a letter before them, gives
 * another one.
 */
export function aliasesOf(mentions: readonly Mention[], text: string, rulebook: Rulebook): Alias[] {
  const isLettered = ({ text: printed }: Mention) => isLetter(printed, rulebook);
  const aliases = secondNames(mentions, text, rulebook);
  // `A组(甲药组)和B组(研究组)`: where one goes by its letter, all do.
  if (!aliases.some(({ called }) => isLettered(called))) return aliases;
  return aliases.map((alias) => (isLettered(alias.name) ? { name: alias.called, called: alias.name } : alias));
}

function secondNames(mentions: readonly Mention[], text: string, rulebook: Rulebook): Alias[] {
  return mentions.flatMap((name, i): Alias[] => {
    const next = mentions[i + 1];
    const served = treatmentKinds.has(name.kind) && servesAs(name, mentions.slice(i + 1, i + 8), text, rulebook);
    if (served) return [{ name, called: served }];
    const lettered = letteredBehind(name, mentions, text);
    if (lettered) return [{ name, called: lettered }];
    // `甲药组30例(治疗组)`
    const called = next?.quantity?.kind === 'count' ? mentions[i + 2] : next;
    if (!called) return [];
    if (isAlias(name, called, text, rulebook)) return [{ name, called }];
    if (!isCalledBefore(name, called, text, rulebook)) return [];
    // `A组为治疗组,采用甲药…治疗组的ORR为a`: where the text goes on with both names, the arm keeps the letter all the same.
    return called.facts.role !== undefined ? [{ name, called }] : [{ name: called, called: name }];
  });
}

/** A bracket with letters, be it behind what they stand for, and the end of what is told of the name before it. */
const lettersBehind = /^\((?:[A-Za-z][A-Za-z -]{2,60}, ?)?([A-Z][A-Za-z0-9+-]{0,5})\)(?=\d|[,;:\u3001\u3002])/u;

/** `甲药联合乙药组(AB)30例,…AB组`: the group that goes by the letters in the bracket right behind its name. */
function letteredBehind({ kind, span }: Mention, mentions: readonly Mention[], text: string): Mention | undefined {
  const letters = kind === 'arm' ? lettersBehind.exec(text.slice(span.end, span.end + 80))?.[1] : undefined;
  return letters === undefined
    ? undefined
    : mentions.find((other) => other.kind === 'arm' && other.facts.label === letters && other.span.start > span.end);
}

/**
 * `以甲药联合乙药作为试验组`, `接受甲药治疗的30例患者为A组`: the group that those who got a treatment are taken as, which the words
 * between say.
 */
function servesAs({ span }: Mention, later: readonly Mention[], text: string, rulebook: Rulebook): Mention | undefined {
  const next = later.find((other) => other.kind === 'arm' || treatmentKinds.has(other.kind));
  if (next?.kind !== 'arm') return undefined;
  // `接受甲药治疗的30例骨髓瘤患者为A组`: what the patients have says nothing of what they are taken as.
  const between = withoutPatients(text.slice(span.end, next.span.start), later.slice(0, later.indexOf(next)));
  const serves = phrase(rulebook, 'joins.serves-as').test(between);
  const head = text.slice(Math.max(0, span.start - 24), span.start);
  return serves && phrase(rulebook, 'joins.serves-head').test(head) ? next : undefined;
}

/** Whether a letter (`A组甲药组`), or a part in the study (`试验组(甲药组`), is what the group is called by that is named right behind. */
function isCalledBefore(called: Mention, name: Mention, text: string, rulebook: Rulebook): boolean {
  if (called.kind !== 'arm' || name.kind !== 'arm') return false;
  const gap = text.slice(called.span.end, name.span.start);
  // `试验组(甲药联合化疗组,46例)`, `对照组(A组)`
  if (called.facts.role !== undefined)
    return name.facts.role === undefined && gap === '(' && /[),;]/u.test(text[name.span.end] ?? '');
  const isSaid = phrase(rulebook, 'joins.is-group').test(gap);
  if (name.facts.drugs === undefined && !isSaid) return false;
  const isName = called.facts.drugs === undefined && isLetter(called.facts.label ?? called.text, rulebook);
  return isName && (isSaid || phrase(rulebook, 'joins.names-group').test(gap));
}

function isAlias(name: Mention, called: Mention, text: string, rulebook: Rulebook): boolean {
  if (name.kind !== 'arm' || called.kind !== 'arm' || name.facts.role !== undefined) return false;
  const between = text.slice(name.span.end, called.span.start);
  const behind = phrase(rulebook, 'joins.called-behind').test(between);
  const bracketed = behind && /[),;]/u.test(text[called.span.end] ?? '');
  // `甲药联合乙药组(AB组)`, `后程超分割组(后超组,41例)`: a name that says nothing else.
  const saysNothing = called.facts.drugs === undefined || called.facts.drugs === name.facts.drugs;
  return bracketed && (called.facts.role !== undefined || isLetter(called.text, rulebook) || saysNothing);
}

/** Lets the arms of a list go by their second names, and get what the first ones say. */
export function nameTwice(list: ArmList, aliases: readonly Alias[]): void {
  for (const { name, called } of aliases) {
    // `甲组:同步放疗组…同步放疗组`: the text may go on with either name, or with both.
    const [known, place] = [list.labelled(name), list.labelled(called) ?? list.find(called)];
    if (place !== undefined) list.call(place, name);
    else if (known !== undefined) list.call(known, called);
    if (known !== undefined && place !== undefined && known !== place) list.drop(known);
  }
}
