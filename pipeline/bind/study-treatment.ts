import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugSetOf } from './drug-sets.js';
import { areFew } from './few-patients.js';
import { countsOfPatients, givenToSome } from './partly-given.js';
import { wholeOf } from './whole-of.js';

/** What the patients are said to have got: a regimen or drug behind 给予, or drugs with their doses. */
export function givenTreatment(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const given = phrase(rulebook, 'joins.given-before');
  const some = phrase(rulebook, 'sizes.share-given');
  const partly = givenToSome(mentions, text, rulebook);
  const treats = mentions.filter(
    ({ kind, span, name }) =>
      (kind === 'drug' || kind === 'regimen') && !some.test(text.slice(span.end, span.end + 64)) && !partly.has(name),
  );
  const [applied, toAll] = [phrase(rulebook, 'joins.applied'), phrase(rulebook, 'joins.applied-to-all')];
  const lead = ({ span }: Mention, length: number) => text.slice(Math.max(0, span.start - length), span.start);
  // `均行手术联合化疗。术前采用甲药+乙药`: what all patients are said to have got, before what was a part of it.
  const byAll = phrase(rulebook, 'cohorts.all-got');
  const named =
    treats.find((mention) => byAll.test(lead(mention, 24))) ??
    treats.find((mention) => {
      const isApplied = applied.test(lead(mention, 12));
      const { end } = mention.span;
      return given.test(lead(mention, 12)) || (isApplied && toAll.test(text.slice(end, end + 48)));
    });
  if (named) return [named];
  const whole = mentions.find(({ facts }) => facts.dosed !== undefined);
  if (whole) return [whole];
  const dosed = mentions.filter((mention, i) => {
    const next = mentions[i + 1];
    return mention.kind === 'drug' && next?.quantity?.kind === 'dose' && next.span.start - mention.span.end <= 2;
  });
  const [first] = dosed;
  if (!first) return [];
  const drugs = [...new Set(dosed.map(({ name }) => name))].join('+');
  return [
    {
      ...first,
      kind: 'regimen',
      facts: { drugs, combination: 'yes', label: [...new Set(dosed.map(({ text: printed }) => printed))].join('+') },
    },
  ];
}

/** `对n例肝癌行射频消融治疗`: the procedure that the patients are said to have undergone. */
export function givenProcedure(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  return undergone(
    mentions.filter(({ kind }) => kind === 'procedure'),
    mentions,
    text,
    rulebook,
  );
}

/** `n例直肠癌患者行新辅助放化疗`: the kind of treatment that counted patients are said to have undergone, its drugs unnamed. */
export function givenKind(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const counted = phrase(rulebook, 'joins.counted-undergo');
  const { counts, most } = countsOfPatients(mentions);
  // `进一步分析71例接受化疗的患者`, of 134
  const isOfPart = ({ span }: Mention) => {
    const patients = counts.findLast((count) => count.span.end <= span.start)?.quantity?.value;
    return patients !== undefined && patients < most;
  };
  const kinds = mentions.filter(
    (mention) =>
      mention.kind === 'drug-class' &&
      !isOfPart(mention) &&
      kindsOfTreatment.test(mention.facts.drugs ?? mention.name ?? '') &&
      counted.test(text.slice(Math.max(0, mention.span.start - 40), mention.span.start)),
  );
  return undergone(kinds, mentions, text, rulebook);
}

/** `患者均使用PD-1抑制剂治疗`: the class of drugs that the patients of a study are said to have got, where it names no drug of it. */
export function givenClass(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [given, treated] = [phrase(rulebook, 'joins.class-given'), phrase(rulebook, 'joins.class-treated')];
  const isGiven = ({ kind, span }: Mention) =>
    kind === 'drug-class' &&
    given.test(text.slice(Math.max(0, span.start - 12), span.start)) &&
    treated.test(text.slice(span.end, span.end + 12));
  return mentions.filter(isGiven).slice(0, 1);
}

/** Treatments that are known by their kind alone. */
const kindsOfTreatment = /^(?:(?:chemo|radio)therapy\+?)+$/u;

/** The first of some treatments that patients, and not only some of them, are said to have undergone. */
function undergone(some: readonly Mention[], all: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [given, partly] = [phrase(rulebook, 'joins.undergone'), givenToSome(all, text, rulebook)];
  const toShare = phrase(rulebook, 'sizes.share-given');
  const toFew = ({ span }: Mention) => {
    const next = all.find((mention) => mention.span.start >= span.end);
    const patients = next?.span.start === span.end && next.quantity?.kind === 'count' ? next.quantity.value : undefined;
    return patients !== undefined && areFew(patients, all);
  };
  const isGiven = (mention: Mention) =>
    !partly.has(mention.name) &&
    !toFew(mention) &&
    !toShare.test(text.slice(mention.span.end, mention.span.end + 64)) &&
    given.test(text.slice(Math.max(0, mention.span.start - 12), mention.span.start));
  return some.filter(isGiven).slice(0, 1);
}

/** `甲药治疗某癌的Ⅱ期研究`, `甲药是一种…`: the treatment that a study of an article's own is said to be of, with its partners. */
export function studiedTreatment(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const tried = phrase(rulebook, 'joins.tried-on');
  const treats = mentions.filter(({ kind }) => kind === 'drug' || kind === 'regimen');
  const studied = treats.find(({ span }) => tried.test(text.slice(span.end, span.end + 96)));
  return studied ? [wholeOf(studied, mentions)] : [];
}

/** The treatment that the article's own results are told of, by how often it is named: at least three times. */
export function mostNamed(all: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const partly = givenToSome(all, text, rulebook);
  const mentions = all.filter(({ name }) => !partly.has(name));
  const counts = new Map<string, { first: Mention; times: number }>();
  for (const mention of mentions) {
    if (!['drug', 'regimen'].includes(mention.kind)) continue;
    const key = drugSetOf(mention);
    const counted = counts.get(key);
    if (counted) counted.times += 1;
    else counts.set(key, { first: mention, times: 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.times - a.times);
  return most && most.times >= 3 ? [most.first] : [];
}

/** A drug that is mostly named with what it was given with stands for the two. */
export function withItsPartners(chosen: readonly Mention[], mentions: readonly Mention[]): readonly Mention[] {
  const [drug] = chosen;
  if (chosen.length !== 1 || drug?.kind !== 'drug') return chosen;
  const alone = mentions.filter(({ kind, name }) => kind === 'drug' && name === drug.name).length;
  const combined = mentions.filter(
    ({ facts }) => facts.combination !== undefined && facts.drugs?.split('+').includes(drug.name ?? ''),
  );
  return combined[0] && combined.length * 2 >= alone ? [combined[0]] : chosen;
}

/** The treatment that an article's title is about. */
export function mainTreatment(title: readonly Mention[]): Mention[] {
  return title
    .filter(
      ({ kind, facts }) =>
        kind === 'drug' ||
        kind === 'regimen' ||
        kind === 'procedure' ||
        (kind === 'drug-class' && facts.drugs !== undefined),
    )
    .slice(0, 1);
}

export function combinations(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const combined = mentions.filter(
    ({ kind, facts }) => kind === 'regimen' && facts.combination !== undefined && facts.classes === undefined,
  );
  const [first] = combined;
  // `A药…。推荐A药和B药`: drugs that are only listed are not what the drug named before them was given with.
  const single = mentions.find(({ kind }) => kind === 'drug');
  const listed = first && !phrase(rulebook, 'joins.adds').test(first.text);
  if (single && first && listed && single.span.start < first.span.start) return [];
  const lead = first ? text.slice(Math.max(0, first.span.start - 8), first.span.start) : '';
  // What the study's one drug is set against was given elsewhere.
  if (phrase(rulebook, 'joins.surpassed').test(lead)) return [];
  const isListed = first !== undefined && first.facts.lead === undefined;
  // `比较甲药联合乙药与乙药`: what was given together is one of those that were compared.
  const isTogether = first !== undefined && phrase(rulebook, 'joins.adds').test(first.text);
  if (!isListed || isTogether || !phrase(rulebook, 'joins.each-given').test(lead)) return combined.slice(0, 2);
  const drugs = (first.facts.drugs ?? '').split('+');
  const printed = first.text.split(phrase(rulebook, 'joins.enumerates'));
  return drugs.map((name, i): Mention => {
    const label = printed.length === drugs.length ? (printed[i] ?? name) : name;
    return { ...first, kind: 'drug', name, text: label, facts: {} };
  });
}

/**
 * The drug that a study without a named regimen is about: its own, else the one that the text is about where it begins,
 * which also says what cells or procedure a general word means.
 */
export function mainDrug(
  mentions: readonly Mention[],
  topic: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): readonly Mention[] {
  const drug = mentions.find(({ kind }) => kind === 'drug');
  const procedure = mentions.find(({ kind }) => kind === 'procedure');
  const general = procedure !== undefined && generalProcedures.has(procedure.name ?? '');
  // `根治术后给予甲药`: what the drug was given after only says when.
  const isPast = procedure && phrase(rulebook, 'joins.time-behind').test(text.slice(procedure.span.end));
  const isFirst = drug && procedure && procedure.span.start < drug.span.start && !general && !isPast;
  const first = isFirst ? procedure : drug;
  if (first) return [first];
  return topic.length > 0 && (!procedure || general) ? topic : procedure ? [procedure] : [];
}

/** Procedures whose name alone does not say what was given. */
const generalProcedures: ReadonlySet<string> = new Set(['CAR-T', 'placebo']);
