import type { Mention } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isLetter } from './labels.js';

/** A name of an arm and the second name, in a bracket right behind it, by which the text goes on to call it. */
export interface Alias {
  readonly name: Mention;
  readonly called: Mention;
}

/** `甲药联合组(试验组)60例`: the names of arms that a bracket behind them gives another one. */
export function aliasesOf(mentions: readonly Mention[], text: string, rulebook: Rulebook): Alias[] {
  return mentions.flatMap((name, i) => {
    const called = mentions[i + 1];
    return called && isAlias(name, called, text, rulebook) ? [{ name, called }] : [];
  });
}

function isAlias(name: Mention, called: Mention, text: string, rulebook: Rulebook): boolean {
  if (name.kind !== 'arm' || called.kind !== 'arm' || name.facts.role !== undefined) return false;
  const bracketed = text.slice(name.span.end, called.span.start) === '(' && /[),;]/u.test(text[called.span.end] ?? '');
  // `甲药联合乙药组(AB组)`, `后程超分割组(后超组,41例)`: a name that says nothing else.
  const saysNothing = called.facts.drugs === undefined || called.facts.drugs === name.facts.drugs;
  return bracketed && (called.facts.role !== undefined || isLetter(called.text, rulebook) || saysNothing);
}

/** Lets the arms of a list go by their second names, and get what the first ones say. */
export function nameTwice(list: ArmList, aliases: readonly Alias[]): void {
  for (const { name, called } of aliases) {
    const place = list.find(called);
    if (place !== undefined) list.call(place, name);
  }
}
