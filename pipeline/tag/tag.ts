import { type Definitions, type Mention, uniform } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { holds, type Span } from '../text/index.js';
import { withRegimens } from './ambiguous-letters.js';
import { withCalled } from './called-groups.js';
import { withCoded } from './coded-drugs.js';
import { composeEffects } from './compose-effects.js';
import { composeRegimens } from './compose-regimens.js';
import { composeSynonyms } from './compose-synonyms.js';
import { withEither } from './either-regimen.js';
import { withElidedEvents } from './elided-events.js';
import { withElidedLack } from './elided-lack.js';
import { withElidedLevels } from './elided-levels.js';
import { withElidedMeasures } from './elided-measures.js';
import { findForms, findPatterns } from './find.js';
import { withIntroducedGroups } from './introduced-groups.js';
import { withItsKind } from './kind-behind.js';
import { withLandmarkedMeasures } from './landmarked-measures.js';
import { withDefined, withLearned } from './learned.js';
import { lettersOf, withLettered } from './lettered-drugs.js';
import { withOriginators } from './originators.js';
import { type Candidate, settle } from './overlaps.js';
import { withPartedEvents } from './parted-events.js';
import { withSettings } from './settings.js';
import { withBareStudies, withShortStudies } from './short-studies.js';
import { withSpelledChemotherapy } from './spelled-chemotherapy.js';
import { withoutOptions } from './standard-options.js';
import { withStudied } from './studied-drugs.js';

export interface Tagged {
  /** Everything in the text that a rule recognises, in order, without overlaps but for a landmark that also names its measure. */
  readonly mentions: readonly Mention[];
  /** The regimens that the article defines itself. */
  readonly definitions: Definitions;
}

/**
 * A noun whose rate the text gives is an event, one that ends in 率 a rate, in 时间 a length of time; any name that a rule
 * knows in its place is surer.
 */
function unlisted(text: string, span: Span<'text'>, found: readonly Candidate[], rulebook: Rulebook): Candidate {
  const name = text.slice(span.start, span.end);
  const base = { span, text: name, name, quantity: undefined, beats: [] };
  const isRate = phrase(rulebook, 'nouns.ends-in-rate').test(name);
  if (!isRate && !phrase(rulebook, 'nouns.ends-in-time').test(name))
    return { ...base, kind: 'event', ruleId: 'nouns.rate', facts: { weak: 'yes' } };
  // What became of a feature of the patients, or of what befell them, has a name of its own: `骨转移好转率`, `腹水消退时间`.
  const inner = found.filter((other) => other.span.start < span.end && other.span.end > span.start);
  // `肿瘤完全消退率`: a measure that is all of the rate is not what became of something.
  const isFeature = ({ kind, span: part }: Candidate) =>
    kind === 'item' || kind === 'event' || (kind === 'measure' && part.end < span.end - 1);
  const ofFeature = inner.length > 0 && inner.every((one) => isFeature(one) && holds(span, one.span));
  const facts = { reads: isRate ? 'rate' : 'time', ...(ofFeature ? {} : { weak: 'yes' }) };
  return { ...base, kind: 'measure', ruleId: isRate ? 'nouns.own-rate' : 'nouns.own-time', facts };
}

/** `某药(XYZ)…XYZ组`: what the article abbreviates a drug or a procedure by, unless the lexicon knows the letters. */
function drugsBy(learned: ReadonlyMap<string, Mention>, rulebook: Rulebook): [string, string][] {
  return [...learned].flatMap(([short, { kind, name }]) => {
    const known = rulebook.lexicon.whole(short) !== undefined;
    return name !== undefined && !known && (kind === 'drug' || kind === 'procedure') ? [[short, name]] : [];
  });
}

/**
 * Finds what the rules know, and with them `nouns` that only the segmentation knows; settles overlaps, and joins what
 * belongs together.
 */
export function tag(text: string, rulebook: Rulebook, nouns: readonly Span<'text'>[] = []): Tagged {
  const found = [...findForms(text, rulebook), ...findPatterns(text, rulebook)];
  const settled = settle([...found, ...nouns.map((span) => unlisted(text, span, found, rulebook))]);
  const { mentions, learned } = composeSynonyms(
    withStudied(withCoded(composeEffects(settled, text), text, rulebook), text, rulebook),
    text,
    rulebook,
  );
  const told = withOriginators(withLearned(mentions, learned, text), text, rulebook);
  const lettered = withPartedEvents(
    withElidedEvents(withLettered(told, text, rulebook), text, rulebook),
    text,
    rulebook,
  );
  const levelled = withElidedLevels(lettered, text, rulebook);
  const meant = withRegimens(withElidedMeasures(levelled, text, rulebook), text, rulebook);
  const grouped = withIntroducedGroups(
    withEither(withoutOptions(meant, text, rulebook), text, rulebook),
    text,
    rulebook,
  );
  const composed = composeRegimens(grouped, text, rulebook);
  // Letters that were defined may be parts of combinations themselves: only then all is composed anew.
  const named = withDefined(grouped, composed.definitions, text);
  const { mentions: all, definitions } = named === grouped ? composed : composeRegimens(named, text, rulebook);
  // In `Xmab组` the name of the arm has won over that of the drug.
  const isCoded = ({ ruleId }: Mention) => ruleId === 'coded-drugs.code' || ruleId === 'new-drugs.latin';
  const coded = [...found.filter(isCoded), ...mentions.filter(isCoded)].map(
    ({ text: printed, name = '' }): [string, string] => [printed, name],
  );
  const lacking = withElidedLack(all, text, rulebook);
  const spelled = withSpelledChemotherapy(
    withItsKind(withBareStudies(withShortStudies(lacking), text, rulebook), text, rulebook),
    text,
    rulebook,
  );
  const set = withSettings(withCalled(spelled, text, rulebook), text, rulebook);
  return {
    mentions: withLandmarkedMeasures(set, text, rulebook).map(uniform),
    definitions: new Map([...coded, ...drugsBy(learned, rulebook), ...lettersOf(lettered, text), ...definitions]),
  };
}
