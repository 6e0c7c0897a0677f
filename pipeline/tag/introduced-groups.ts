import { type Mention, mentionsTouching, mentionsWithin, treatmentKinds } from '../model/index.js';
import { type Found, phrase, type Rulebook } from '../rulebook/index.js';
import { holds } from '../text/index.js';
import { drugsOf, isPart } from './combine-drugs.js';
import { longest, placesOf } from './group-places.js';
import { withGroupsByTrait } from './groups-by-trait.js';
import { introducedNames, listedNames, type Named } from './introduced-names.js';
import { isItsKind } from './kind-behind.js';
import { lacks, recurring, valued } from './recurring-groups.js';
import { shortNames } from './short-names.js';
import { treatmentsInTurn } from './treatments-in-turn.js';

/**
 * Groups whose names the article itself introduces (`分为A组和B组`, `行根治术(手术组)`, `早期和晚期移植组`) are found
 * wherever they are named: groups by treatment as arms, groups by what the patients have or became as subgroups.
 */
export function withIntroducedGroups(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): readonly Mention[] {
  const { labels, elided } = introducedNames(mentions, text, rulebook);
  const named = [...labels].flatMap((label) => placesOf(label, text, rulebook));
  const asGroup = (place: Named) => groupOf(place, mentions, text, rulebook);
  const inTurn = treatmentsInTurn(mentions, text, rulebook).map(
    (place): Mention => ({ ...asGroup(place), kind: 'arm' }),
  );
  const isFree = ({ start, end }: Named) => inTurn.every(({ span }) => span.end <= start || end <= span.start);
  const whole = [
    ...longest([...elided, ...named])
      .filter(isFree)
      .map(asGroup),
    ...inTurn,
  ];
  const groups = [...whole, ...shortened(labels, whole, mentions, text, rulebook)];
  const told = over(byKind(mentions, text, rulebook), groups);
  const word = phrase(rulebook, 'introductions.word');
  const arms = told.filter(({ kind, text: known }) => kind === 'arm' && word.test(known));
  const names = arms.map(({ text: known }) => known.replace(word, ''));
  const isEnd = (label: string) =>
    names.some((known) => known !== label && known.endsWith(label) && !lacks(known, label, rulebook));
  const again = [...new Set([...recurring(text, rulebook), ...valued(told, text, rulebook)])]
    .filter((label) => !isEnd(label))
    .flatMap((label) => placesOf(label, text, rulebook));
  const free = again.filter((place) => !mentionsTouching(told, place).some(({ kind }) => groupKinds.has(kind)));
  const isKnown = ({ start, end }: Named) =>
    told.some(({ span, kind }) => span.start === start && end <= span.end && kind !== 'study');
  // Where all of the letters are known, they mean what they mean elsewhere.
  const lettered = listedNames(text, rulebook).filter((list) => !list.every(isKnown));
  free.push(...lettered.flat());
  const found = longest(free).map((place) => namedAs(groupOf(place, told, text, rulebook)));
  return withGroupsByTrait(over(told, found), text, rulebook);
}

/** `分为甲药周疗组和甲药三周疗组。周疗组…`: groups that go on to be called without the drug that their names begin with. */
function shortened(
  labels: ReadonlySet<string>,
  groups: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): Mention[] {
  const names = shortNames(labels, rulebook);
  const word = phrase(rulebook, 'introductions.word');
  const whole = (label: string) => label.replace(label.replace(word, ''), (name) => names.get(name) ?? name);
  const places = [...names.keys()].flatMap((name) => placesOf(name, text, rulebook));
  // A whole name, one that says which arm is meant (`联合组`), and one behind another treatment stay what they are.
  const isOther =
    ({ start }: Named) =>
    ({ kind, span }: Mention) =>
      (span.end === start && treatmentKinds.has(kind)) || (span.start === start && kind === 'arm');
  const free = longest(places).filter(
    (place) => mentionsTouching(groups, place).length === 0 && !mentions.some(isOther(place)),
  );
  return free.flatMap(({ label, start, end }): Mention[] => {
    const group = groups.find(({ facts }) => facts.label === whole(label));
    return group ? [{ ...group, span: { start, end }, text: text.slice(start, end) }] : [];
  });
}

/** `综合治疗组`: what stands before 治疗组 and is no name of its own says which arm it is. */
function byKind(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const before = phrase(rulebook, 'introductions.kind');
  return mentions.map((mention, i) => {
    const { kind, facts, span } = mention;
    const apart = (mentions[i - 1]?.span.end ?? 0) < span.start;
    if (
      kind !== 'arm' ||
      facts.role !== 'experimental' ||
      !phrase(rulebook, 'introductions.of-treatment').test(mention.text) ||
      !apart
    )
      return mention;
    const word = before.exec(text.slice(Math.max(0, span.start - 8), span.start))?.groups?.kind;
    if (word === undefined || (mentions[i - 1]?.span.end ?? 0) > span.start - word.length) return mention;
    const { role: _, ...rest } = facts;
    const name = word + mention.text;
    const from = span.start - word.length;
    return { ...mention, span: { start: from, end: span.end }, text: name, name, facts: { ...rest, label: name } };
  });
}

/** What is known as a group already, or as the treatment of one. */
const groupKinds: ReadonlySet<string> = new Set(['arm', 'regimen', 'subgroup']);

/** A group that is only known because its name comes back has not been introduced. */
function namedAs({ facts, ...group }: Mention): Mention {
  const { introduced: _, ...rest } = facts;
  return { ...group, facts: rest };
}

function groupOf(place: Named, mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention {
  const { label, start, end } = place;
  const inside = mentionsWithin(mentions, start, end);
  const saysTrait = phrase(rulebook, 'introductions.trait');
  const known = inside.find(({ kind, span }) => kind === 'arm' && span.start === start && span.end === end);
  if (known) {
    // `≥3个疗程组`: how long patients were treated is no trait of theirs.
    const { drugs, role, treats } = known.facts;
    const told = drugs === undefined && role === undefined ? treatmentsIn(label, rulebook) : '';
    const isTold = told !== '' || drugs !== undefined || role !== undefined || treats !== undefined;
    const isTrait = !isTold && saysTrait.test(label);
    const facts = { ...known.facts, ...(told === '' ? {} : { drugs: told }), introduced: 'yes' };
    return { ...known, kind: isTrait ? 'subgroup' : known.kind, facts };
  }
  const isNegated = phrase(rulebook, 'joins.label-negated').test(label);
  const failed = phrase(rulebook, 'introductions.failed');
  const got = inside
    .filter((mention) => isPart(mention) && !failed.test(text.slice(mention.span.end, end)))
    .filter((mention) => !inside.some((other) => isItsKind(other, mention, rulebook)))
    .map(drugsOf)
    .join('+');
  const drugs = isNegated
    ? ''
    : got || rulebook.lexicon.treatmentAtEnd(label.replace(phrase(rulebook, 'introductions.word'), ''));
  const found = rulebook.lexicon.longestAt(label, 0);
  const role = found?.end === label.length && found.entry.kind === 'arm' ? found.entry.facts : {};
  // `达沙替尼组`: no word of a treatment's own name says what its patients reached.
  const isTold = treatmentsIn(label, rulebook) !== '';
  const trait = !isTold && (saysTrait.test(label) || (found !== undefined && isOfPatients(found, label)));
  return {
    kind: trait ? 'subgroup' : 'arm',
    span: { start, end },
    ruleId: 'bind.introduced',
    text: text.slice(start, end),
    name: label,
    facts: { label, introduced: 'yes', ...role, ...(drugs === '' ? {} : { drugs }) },
  };
}

/** `放疗序贯甲药组`: what the name of a group consists of, if of treatments and what joins them alone. */
function treatmentsIn(label: string, rulebook: Rulebook): string {
  const names: string[] = [];
  let rest = '';
  for (let at = 0; at < label.length; ) {
    const found = rulebook.lexicon.longestAt(label, at);
    const treats = found && treatmentKinds.has(found.entry.kind);
    if (treats) names.push(found.entry.facts.drugs ?? found.entry.name);
    else rest += label[at];
    at = treats ? found.end : at + 1;
  }
  return phrase(rulebook, 'introductions.joins-only').test(rest) ? [...new Set(names)].join('+') : '';
}

/** `CR组`: a group that what its patients reached or have is the whole name of. */
function isOfPatients({ entry, end }: Found, label: string): boolean {
  return end >= label.length - 1 && ['measure', 'event', 'item', 'population'].includes(entry.kind);
}

/** Kinds of mention that say what befell patients, or what was found in them. */
const outcomeKinds: ReadonlySet<string> = new Set(['event', 'measure', 'grade']);

/** The groups in the place of what they cover; a mention that reaches beyond a group stays. */
function over(mentions: readonly Mention[], groups: readonly Mention[]): readonly Mention[] {
  if (groups.length === 0) return mentions;
  const covered = new Set<Mention>();
  const standing = groups.filter(({ span, kind }) => {
    const touching = mentionsTouching(mentions, span);
    if (!touching.every((mention) => holds(span, mention.span))) return false;
    // `低危移植组`: some of the patients of an arm that is known.
    const isSome = (mention: Mention) =>
      mention.kind === 'arm' && mention.span.end === span.end && mention.span.start > span.start;
    // `Ⅲ度食管炎A组3例`: what befell patients of an arm that is known is told before its name.
    const isTold = kind === 'subgroup' || touching.some((mention) => outcomeKinds.has(mention.kind));
    if (isTold && touching.some(isSome)) return false;
    for (const mention of touching) covered.add(mention);
    return true;
  });
  return [...mentions.filter((mention) => !covered.has(mention)), ...standing].sort(
    (a, b) => a.span.start - b.span.start,
  );
}
