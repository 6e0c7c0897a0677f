import { type Mention, mentionsWithin } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { holds, type Span } from '../text/index.js';
import { drugsOf, isPart } from './combine-drugs.js';

/** Words that say what all patients of the rest of a sentence got besides, or that they got nothing besides. */
interface Setting {
  readonly words: Span<'text'>;
  readonly until: number;
  /** The drugs that were given besides. */
  readonly partners: readonly string[];
  /** What was given besides, as printed; empty where a drug was given alone. */
  readonly added: string;
}

/**
 * `在联合化疗组中,甲药和乙药的ORR分别为…`: a drug behind such words is the combination of the two, and the words name no
 * arm of their own; `在单药组中,…` neither.
 */
export function withSettings(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const settings = settingsOf(mentions, text, rulebook);
  if (settings.length === 0) return mentions;
  const word = phrase(rulebook, 'introductions.word');
  return mentions.flatMap((mention) => {
    if (settings.some(({ words }) => holds(words, mention.span))) return [];
    const setting = settings.find(({ words, until }) => mention.span.start >= words.end && mention.span.end <= until);
    return [setting && setting.added !== '' && isOneDrug(mention) ? besides(mention, setting, word) : mention];
  });
}

/** Whether a mention is of one drug or of one class of them, or of the group that got it. */
function isOneDrug({ kind, name, facts }: Mention): boolean {
  if (kind === 'drug-class') return facts.drugs === undefined && name !== 'chemotherapy';
  return kind === 'drug' || (kind === 'arm' && facts.drugs !== undefined && !facts.drugs.includes('+'));
}

function besides(drug: Mention, { partners, added }: Setting, word: RegExp): Mention {
  const label = (drug.facts.label ?? drug.text).replace(word, '');
  const drugs = [drugsOf(drug), ...partners].flatMap((part) => part.split('+'));
  return {
    ...drug,
    kind: drug.kind === 'arm' ? 'arm' : 'regimen',
    facts: { ...drug.facts, drugs: [...new Set(drugs)].join('+'), combination: 'yes', label: `${label}${added}` },
  };
}

/** Where a text says what the patients told of next got besides; both ways must be said of drugs, or nothing is told apart. */
function settingsOf(mentions: readonly Mention[], text: string, rulebook: Rulebook): Setting[] {
  const found = findAll(phrase(rulebook, 'joins.setting'), text).map((match): Setting => {
    const start = match.index;
    const words = { start, end: start + match[0].length } as Span<'text'>;
    const { added = '' } = match.groups ?? {};
    const at = text.indexOf(added, start);
    const inside = mentionsWithin(mentions, at, at + added.length + 1);
    const named = inside.filter((one) => one.kind === 'arm' || isPart(one)).map(drugsOf);
    // `在免疫联合化疗组中`: where the words are the name of an arm, what they end in.
    const partners = named.length > 0 ? named : [rulebook.lexicon.treatmentAtEnd(added)];
    return { words, until: 0, partners: partners.filter((drugs) => drugs !== ''), added };
  });
  const sure = found.filter(({ added, partners }) => added === '' || partners.length > 0);
  if (!sure.some(({ added }) => added === '') || !sure.some(({ added }) => added !== '')) return [];
  const settings = sure.map((setting, i): Setting => {
    const stop = text.indexOf('\u3002', setting.words.end);
    const next = sure[i + 1]?.words.start ?? text.length;
    return { ...setting, until: Math.min(stop < 0 ? text.length : stop, next) };
  });
  const areOfDrugs = settings.every(({ words, until }) => mentionsWithin(mentions, words.end, until).some(isOneDrug));
  return areOfDrugs ? settings : [];
}
