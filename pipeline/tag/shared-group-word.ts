import { isTransplantation, type Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugsOf, isPart } from './combine-drugs.js';
import { armOver } from './named-arms.js';

/**
 * `甲药联合放疗、单纯放疗和单纯甲药治疗组`, `甲药联合放疗与单纯放疗两组`: treatments of which only the last one has the word for
 * group, or which are only counted, are groups, where one of them was given alone or with another one.
 */
export function withSharedWord(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const arms = new Map<Mention, Mention>();
  mentions.forEach((last, i) => {
    const isCounted = isPart(last) && phrase(rulebook, 'joins.counted-groups').test(text.slice(last.span.end));
    if (!isCounted && (last.kind !== 'arm' || !isTreated(last, rulebook))) return;
    const listed = listedBefore(mentions, i, text, rulebook);
    const [first] = listed;
    if (!first) return;
    const said = text.slice(leadOf(first, text, rulebook), last.span.end);
    const whole = [...listed, last];
    // `双次与单次ASCT组`: the name of the last one says what both are.
    const areOwn = areDistinct(whole) && !whole.some(isTransplantation) && haveOwn(whole, text, rulebook);
    if (!isTold(whole, said, rulebook) && !areOwn) return;
    for (const mention of isCounted ? [...listed, last] : listed) arms.set(mention, asGroup(mention, text, rulebook));
  });
  return mentions.map((mention) => arms.get(mention) ?? mention);
}

/** Whether a group is named by what it got. */
function isTreated({ facts }: Mention, rulebook: Rulebook): boolean {
  if (facts.role !== undefined || facts.cohort !== undefined) return false;
  return facts.drugs !== undefined || rulebook.lexicon.treatmentAtEnd(facts.label ?? '') !== '';
}

/** The treatments that stand in one list before a group, in order. */
function listedBefore(mentions: readonly Mention[], last: number, text: string, rulebook: Rulebook): Mention[] {
  const joint = phrase(rulebook, 'joins.shares-word');
  const listed: Mention[] = [];
  let next = (mentions[last] as Mention).span.start;
  for (let at = last - 1; at >= 0; at -= 1) {
    const mention = mentions[at] as Mention;
    if (mention.kind === 'cue') continue;
    if (!isPart(mention) || !joint.test(text.slice(mention.span.end, next))) break;
    listed.unshift(mention);
    next = mention.span.start;
  }
  return listed;
}

/** Whether the words of a list say that a treatment was given alone, or added to another one. */
function isTold(listed: readonly Mention[], printed: string, rulebook: Rulebook): boolean {
  return (
    areDistinct(listed) &&
    [phrase(rulebook, 'joins.adds'), phrase(rulebook, 'joins.alone-among')].some((word) => word.test(printed))
  );
}

function areDistinct(listed: readonly Mention[]): boolean {
  return new Set(listed.map((mention) => drugsOf(mention))).size === listed.length;
}

/** How far behind the last group the numbers of each may stand, characters. */
const reach = 80;

/** `靶向治疗和化疗组的PFS(HR=0.9)`, `手术和放疗组的OS率分别为a和b`: whether two are set against each other, or each has a number of its own. */
function haveOwn(listed: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const { end } = (listed.at(-1) as Mention).span;
  const behind = text.slice(end - 1, end + reach);
  if (listed.length === 2 && phrase(rulebook, 'joins.measured-in-both').test(behind)) return true;
  const { times, list = '' } = phrase(rulebook, 'joins.each-its-own').exec(behind)?.groups ?? {};
  return times === undefined && (list.match(/\d+(?:\.\d+)?/gu)?.length ?? 0) === listed.length;
}

/** Where the word begins that says that a treatment was given alone, else the treatment. */
function leadOf({ span }: Mention, text: string, rulebook: Rulebook): number {
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  return span.start - (phrase(rulebook, 'joins.alone-before').exec(before)?.[0].length ?? 0);
}

function asGroup(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const span = { start: leadOf(mention, text, rulebook), end: mention.span.end };
  const label = mention.facts.label ?? mention.text;
  return armOver(span, mention, text, { label, name: text.slice(span.start, span.end) });
}
