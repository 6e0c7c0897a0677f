import { type Definitions, type Mention, mentionsWithin } from '../model/index.js';

/** At least two capitals: `RI`, `cGVHD`; the last word of a spelled-out name is none. */
const abbreviates = /^(?=.{2,10}$)[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*$/u;

/** `A+T`: the parts of a combination by one letter or more each. */
const joins = /^[A-Z][A-Za-z0-9]*(?:\+[A-Z][A-Za-z0-9]*)+$/u;

/** What an article abbreviates in a way of its own: what it measures, what befalls the patients, and what is done to them. */
const kinds: ReadonlySet<string> = new Set(['measure', 'event', 'procedure', 'drug', 'drug-class']);

/**
 * Behind `累积复发率(relapse incidence,RI)` the article's RI is its relapse rate, whatever the lexicon takes it for.
 * `learned` holds the abbreviations that the article defines, with the mention that defines each.
 */
export function withLearned(
  mentions: readonly Mention[],
  learned: ReadonlyMap<string, Mention>,
  text: string,
): readonly Mention[] {
  const meanings = new Map([...learned].filter(([short, { kind }]) => kinds.has(kind) && abbreviates.test(short)));
  if (meanings.size === 0) return mentions;
  const renamed = mentions.map((found) => {
    const mention = armOf(found, meanings);
    const meaning = meanings.get(mention.text);
    const stands = !meaning || mention.span.start < meaning.span.end || mention.name === meaning.name;
    return stands ? mention : meaningAt(meaning, mention.span.start, mention.text);
  });
  const named = [...meanings]
    .flatMap(([short, meaning]) => placesOf(short, text, meaning.span.end).map((at) => meaningAt(meaning, at, short)))
    .sort((a, b) => a.span.start - b.span.start);
  // `Sib-HSCT`: what the lexicon knows of the letters is only a part of them.
  const parts = new Set(named.flatMap((whole) => partsOf(whole, renamed)));
  return merged(
    renamed.filter((mention) => !parts.has(mention)),
    named,
  );
}

/** The mentions that stand for a part only of what is named. */
function partsOf({ span }: Mention, mentions: readonly Mention[]): Mention[] {
  const length = span.end - span.start;
  return mentionsWithin(mentions, span.start, span.end).filter((part) => part.span.end - part.span.start < length);
}

/** `甲药(TXP)…TXP组`: an arm called by the letters of one drug got it, whatever regimen has these letters elsewhere. */
function armOf(mention: Mention, meanings: ReadonlyMap<string, Mention>): Mention {
  const { kind, facts, span } = mention;
  const drug = kind === 'arm' && facts.drugs === undefined ? meanings.get(facts.label ?? '') : undefined;
  if (drug?.kind !== 'drug' || drug.name === undefined || span.start < drug.span.end) return mention;
  return { ...mention, facts: { ...facts, drugs: drug.name } };
}

/** `甲药联合乙药(XY)…XY的ORR`: letters that the article defines as a regimen are it wherever they stand for no other one. */
export function withDefined(mentions: readonly Mention[], definitions: Definitions, text: string): readonly Mention[] {
  const named = [...definitions]
    .filter(([short]) => abbreviates.test(short) || joins.test(short))
    .flatMap(([short, drugs]) => {
      return placesOf(short, text, 0).map((at) => regimenAt(short, drugs, at));
    })
    .sort((a, b) => a.span.start - b.span.start);
  // What the letters mean elsewhere gives way, unless it is a response: an article may speak of both.
  const places = new Set(named.map(({ span }) => span.start));
  const isOther = ({ kind, span, text: letters }: Mention) =>
    otherKinds.has(kind) && places.has(span.start) && definitions.has(letters);
  // `甲药联合化疗(A+CT)…A+CT`: what the lexicon knows of the letters behind the plus is a part of the whole.
  const parts = new Set(named.filter(({ text: short }) => joins.test(short)).flatMap((one) => partsOf(one, mentions)));
  const isPart = (mention: Mention) => isOther(mention) || parts.has(mention);
  const rest = mentions.filter((mention) => !isPart(mention)).map((mention) => asDefined(mention, definitions));
  const all = merged(rest, named);
  const isSame = all.length === mentions.length && all.every((mention, i) => mention === mentions[i]);
  return isSame ? mentions : all;
}

/** `XY方案(甲药、乙药)…丙药序贯XY方案`: what the lexicon knows by the letters is here what the article says. */
function asDefined(mention: Mention, definitions: Definitions): Mention {
  const { kind, facts, name = '' } = mention;
  // `甲药联合乙药(GC)…GC组`: a group that is called by the letters got it, whatever else these are.
  if (kind === 'subgroup' && definitions.has(facts.label ?? '')) return { ...mention, kind: 'arm' };
  const drugs = kind === 'regimen' && facts.combination === undefined ? definitions.get(name) : undefined;
  return drugs === undefined || drugs === facts.drugs ? mention : { ...mention, facts: { ...facts, drugs } };
}

const otherKinds: ReadonlySet<string> = new Set(['event', 'population', 'item']);

function regimenAt(short: string, drugs: string, start: number): Mention {
  const span = { start, end: start + short.length };
  return { kind: 'regimen', span, ruleId: 'bind.defined', text: short, name: short, facts: { drugs, label: short } };
}

function meaningAt(meaning: Mention, start: number, text: string): Mention {
  const { head: _, ...facts } = meaning.facts;
  return { ...meaning, facts, text, span: { start, end: start + text.length } };
}

/** Where a text has these letters and no other ones beside them, nor another part of a whole that a plus joins. */
export function placesOf(short: string, text: string, from: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(short, from); at >= 0; at = text.indexOf(short, at + short.length)) {
    const around = `${text[at - 1] ?? ' '}|${text[at + short.length] ?? ' '}`;
    if (!/[A-Za-z0-9-]/u.test(around) && !(short.includes('+') && around.includes('+'))) places.push(at);
  }
  return places;
}

/** Both lists in order; of the second one only what nothing of the first one covers. */
function merged(first: readonly Mention[], second: readonly Mention[]): Mention[] {
  const all: Mention[] = [];
  let at = 0;
  for (const mention of second) {
    while (at < first.length && (first[at] as Mention).span.start < mention.span.end) all.push(first[at++] as Mention);
    const end = all.at(-1)?.span.end ?? 0;
    if (end <= mention.span.start) all.push(mention);
  }
  while (at < first.length) all.push(first[at++] as Mention);
  return all;
}
