import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `GC与MVAC两种方案…GC组`: letters that are a disease or a response elsewhere are the regimen of these letters wherever
 * the article speaks of them, if it sets them beside a regimen or calls them one.
 */
export function withRegimens(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const named = mentions.filter(({ kind }) => kind !== 'cue');
  const regimens = new Set(
    named
      .filter((mention, i) => isRegimen(mention, named[i - 1], named[i + 1], named[i + 2], text, rulebook))
      .map(lettersOf),
  );
  const groups = named.filter(({ quantity }) => quantity === undefined);
  groups.forEach((mention, i) => {
    if (isBesideArm(mention, [groups[i - 1], groups[i + 1]], text, rulebook)) regimens.add(lettersOf(mention));
  });
  if (regimens.size === 0) return mentions;
  return mentions.map((mention) => (regimens.has(lettersOf(mention)) ? asRegimen(mention, rulebook) : mention));
}

const otherKinds: ReadonlySet<string> = new Set(['population', 'measure', 'item', 'event', 'subgroup']);

/** The letters that a mention consists of, the word for group aside; empty where it is more than letters. */
function lettersOf({ kind, text, facts }: Mention): string {
  const letters = kind === 'subgroup' || kind === 'arm' ? (facts.label ?? '') : text;
  return /^[A-Z][A-Za-z0-9]{1,7}$/u.test(letters) ? letters : '';
}

function isRegimen(
  mention: Mention,
  before: Mention | undefined,
  behind: Mention | undefined,
  then: Mention | undefined,
  text: string,
  rulebook: Rulebook,
): boolean {
  if (!otherKinds.has(mention.kind)) return false;
  const letters = lettersOf(mention);
  // `NC组35例:甲药…`: the drugs that the group got are told behind its name.
  if (mention.kind === 'subgroup' && letters !== '' && behind !== undefined) {
    const size = behind.quantity?.kind === 'count' || behind.quantity?.kind === 'size' ? behind : undefined;
    const end = size?.span.end ?? mention.span.end;
    if (/^[)]?:/u.test(text.slice(end, end + 2)) && then?.kind === 'drug') return true;
  }
  if (rulebook.lexicon.regimenOf(letters) === undefined) return false;
  // `GC方案组`
  if (mention.kind === 'subgroup' && mention.text.length > letters.length + 1) return true;
  // `甲药+GC或安慰剂+GC`: what is given besides a drug is a regimen.
  const given = before?.kind === 'drug' || before?.name === 'placebo';
  const adds = phrase(rulebook, 'joins.adds-only');
  if (given && adds.test(text.slice(before.span.end, mention.span.start))) return true;
  const between = phrase(rulebook, 'joins.between-regimens');
  const isBeside = (one: Mention, other: Mention) => between.test(text.slice(one.span.end, other.span.start));
  return (
    (before?.kind === 'regimen' && before.facts.combination === undefined && isBeside(before, mention)) ||
    (behind?.kind === 'regimen' && behind.facts.combination === undefined && isBeside(mention, behind))
  );
}

/** `GC组(40例)和MVAC组(41例)`: letters of a regimen beside an arm that is called by those of another one. */
function isBesideArm(
  mention: Mention,
  others: readonly (Mention | undefined)[],
  text: string,
  rulebook: Rulebook,
): boolean {
  if (mention.kind !== 'subgroup' || rulebook.lexicon.regimenOf(lettersOf(mention)) === undefined) return false;
  return others.some((other) => {
    if (other?.kind !== 'arm' || rulebook.lexicon.regimenOf(lettersOf(other)) === undefined) return false;
    const [first, second] = other.span.start < mention.span.start ? [other, mention] : [mention, other];
    const between = text.slice(first.span.end, second.span.start).replace(/\([^()]*\)/gu, '');
    return phrase(rulebook, 'joins.between-regimens').test(between);
  });
}

function asRegimen(mention: Mention, rulebook: Rulebook): Mention {
  const label = lettersOf(mention);
  const known = rulebook.lexicon.regimenOf(label);
  if (mention.kind === 'subgroup') return { ...mention, kind: 'arm' };
  if (!known || !otherKinds.has(mention.kind)) return mention;
  return { ...mention, kind: 'regimen', name: known.name, facts: { ...known.facts, label } };
}
