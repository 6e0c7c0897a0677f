import { type Mention, mentionsTouching } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { holds, type Span } from '../text/index.js';

/** The ways in which an article speaks of what it studies; the first say that it is what the article is about. */
const aims = ['tolerated', 'studied', 'treats'] as const;
const ways = [...aims, 'given', 'dosed'] as const;

/**
 * `观察某药治疗某癌…患者接受某药治疗`: a name that no pack knows is a drug where the article is about it and speaks of it in
 * another place as what patients got. One place alone says nothing: any care or operation is studied in the same words.
 */
export function withStudied(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const names = studiedNames(mentions, text, rulebook);
  if (names.length === 0) return mentions;
  const drugs = names
    .flatMap((name) => placesOf(name, text).map((start) => drugAt(name, start)))
    .filter(({ span }) => mentionsTouching(mentions, span).every((other) => givesWay(other, span)));
  const taken = new Set(drugs.flatMap(({ span }) => mentionsTouching(mentions, span)));
  return [...mentions.filter((mention) => !taken.has(mention)), ...drugs].sort((a, b) => a.span.start - b.span.start);
}

/** What an article is about and that it says patients got, or that has the form of a medicine. */
function studiedNames(mentions: readonly Mention[], text: string, rulebook: Rulebook): string[] {
  const places = new Map<string, Map<number, string>>();
  const made = new Set<string>();
  for (const way of ways)
    for (const { index, 0: whole, groups } of findAll(phrase(rulebook, `studied-drugs.${way}`), text)) {
      const printed = groups?.name ?? '';
      const name = printed.replace(phrase(rulebook, 'studied-drugs.for-injection'), '');
      const start = index + whole.indexOf(printed) + printed.length - name.length;
      if (!isFree(name, start, mentions, rulebook)) continue;
      if (phrase(rulebook, 'studied-drugs.made').test(printed)) made.add(name);
      const found = places.get(name) ?? new Map<number, string>();
      if (!found.has(start)) places.set(name, found.set(start, way));
    }
  const isAim = (way: string) => aims.some((aim) => aim === way);
  return [...places].flatMap(([name, told]) => {
    const all = [...told.values()];
    // Only of a drug is it asked how much of it patients can bear.
    const isSure = all.includes('tolerated') || (all.some(isAim) && made.has(name));
    const isTold = all.length > 1 && (all.some(isAim) || made.has(name));
    return isSure || isTold ? [name] : [];
  });
}

/** Whether a name may be that of an unknown drug: nothing that a rule knows is in it. */
function isFree(name: string, start: number, mentions: readonly Mention[], rulebook: Rulebook): boolean {
  if (name.length < 2 || phrase(rulebook, 'studied-drugs.no-drug').test(name)) return false;
  const span = { start, end: start + name.length };
  return mentionsTouching(mentions, span).every((other) => givesWay(other, span));
}

/**
 * A noun that the segmentation took for an event is no name that a rule knows, nor is the end of a formula whose first
 * herbs no rule does.
 */
function givesWay({ facts, ruleId, span }: Mention, whole: Span<'text'>): boolean {
  const isGuess = facts.weak !== undefined || ruleId === 'new-drugs.formula';
  return isGuess && holds(whole, span);
}

/** Where a text has a name; letters beside its letters would make it another one, numbers are only how much was given. */
function placesOf(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const edges = `${text[at - 1] ?? ' '}${name[0]}|${name.at(-1)}${text[at + name.length] ?? ' '}`;
    if (!/[A-Za-z-]{2}/u.test(edges)) places.push(at);
  }
  return places;
}

function drugAt(name: string, start: number): Mention {
  const span = { start, end: start + name.length };
  return { kind: 'drug', span, ruleId: 'studied-drugs.treats', text: name, name, facts: { label: name } };
}
