import type { Mention } from '../model/index.js';
import type { Span } from '../text/index.js';
import { canState } from './can-state.js';
import { placeInList } from './counted-nouns.js';
import { isSurvival, tellsPrognosis } from './factors.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import { printedMention, printedWhat } from './printed-what.js';
import { isCue, isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** What the passage before was about, for an effect in a passage that names no measure; subgroups may be all that it names. */
export function lastWhat(scene: Scene, names: Names, outcome: Outcome): What | undefined {
  const [mention] = outcome.lastWhats;
  const ofSubgroups = scene.mentions.some((cue) => isCue(cue, 'continued'));
  const named = names.whats.filter(({ members }) => !ofSubgroups || canState('effect', members[0] as Mention));
  if (!mention || named.length > 0 || outcome.lastWhats.length > 1) return undefined;
  // `分期与复发有关。分期是预后的独立因素(HR=3)`: which survival the prognosis is, nothing says.
  if (tellsPrognosis(scene) && !isSurvival(mention.name)) return undefined;
  return carriedOver(mention);
}

/**
 * `甲药提高了低危(OR=1.4)但未提高高危(OR=0.8)患者的CR率`, `有某病史(OR=2.1)患者的CR率更低`, `甲药(HR=0.6)和乙药(HR=0.7)均可延长PFS`:
 * the measure that the effects of a sentence lead up to.
 */
export function closingMeasure(scene: Scene, names: Names, value: Value): What | undefined {
  const [list, another] = names.whats.filter(({ members }) => members[0]?.kind === 'measure');
  const [mention] = list?.members ?? [];
  if (!list || !mention || another || list.members.length > 1 || list.start < value.span.end) return undefined;
  // The span of an estimate may end with its bracket.
  const lead = scene.between(Math.max(value.span.end - 1, list.start - 14), list.start);
  const isAffected = scene.phrase('attaching.affects').test(lead);
  const closes = scene.phrase('attaching.closes').test(scene.between(list.end, scene.end));
  const owned = scene.phrase('attaching.of').test(scene.between(list.start - 1, list.start));
  return isAffected || (closes && owned) ? { mention, list, ruleId: 'bind.closing' } : undefined;
}

/** What the sentence was about where it told of another study, for a share that nothing else is named for. */
export function sentenceWhat(names: Names, { sentenceWhat: mention }: Outcome, value: Value): What | undefined {
  if (!mention || names.whats.length > 0 || value.family !== 'share') return undefined;
  return canState(value.family, mention, value.quantity.unit) ? carriedOver(mention) : undefined;
}

function carriedOver(mention: Mention): What {
  const { start, end } = mention.span;
  return { mention, list: { members: [mention], start, end }, ruleId: 'bind.carried-over' };
}

/**
 * A noun that the lexicon does not know, right before a count with its share (`胸壁3例(5%)`): an adverse event where
 * the passage is about those, else a feature of the patients.
 */
export function unlisted(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share') return undefined;
  const listed = nounInList(scene, value);
  const lead = scene.between(Math.max(scene.start, value.span.start - 12), value.span.start);
  const own = value.quantity.events === undefined ? undefined : scene.phrase('attaching.unlisted').exec(lead);
  const noun = listed ?? own?.groups?.noun;
  if (noun === undefined) return undefined;
  const span = placeBefore(scene, noun, value.span.start);
  if (namesWithin(scene, span)) return undefined;
  const events = scene.mentions.some(
    ({ kind, facts }) => kind === 'grade' || (kind === 'event' && facts.general !== undefined),
  );
  return printedWhat(events ? 'event' : 'item', noun, span, 'bind.unlisted');
}

/** `乏力(8%)、血钾异常(5%)`: the noun in a list of names with their numbers in brackets that the lexicon does not know. */
export function nounInList(scene: Scene, { span }: Pick<Value, 'span'>): string | undefined {
  const lead = scene.between(Math.max(scene.start, span.start - 20), span.start);
  const noun = scene.phrase('attaching.noun-listed').exec(lead)?.groups?.noun;
  return noun === undefined || namesWithin(scene, placeBefore(scene, noun, span.start)) ? undefined : noun;
}

/** `不良反应多样,皮损(65%)、乏力(58%)`: the first noun of such a list, before which reactions were told of in general. */
export function firstListed(scene: Scene, value: Value, near: What | undefined): What | undefined {
  if (near?.ruleId !== 'bind.carried' || near.mention.facts.general === undefined) return undefined;
  const lead = scene.between(Math.max(scene.start, value.span.start - 20), value.span.start);
  const noun = scene.phrase('attaching.noun-first').exec(lead)?.groups?.noun;
  const span = placeBefore(scene, noun ?? '', value.span.start);
  const goesOn = /^[^()]*\)\u3001/u.test(scene.between(value.span.end, value.span.end + 24));
  if (noun === undefined || !goesOn || namesWithin(scene, span)) return undefined;
  return printedWhat('event', noun, span, 'bind.unlisted');
}

/** Where a noun stands last before a place. */
function placeBefore(scene: Scene, noun: string, at: number): Span<'text'> {
  const start = scene.text.lastIndexOf(noun, at - noun.length);
  return { start, end: start + noun.length };
}

/** Whether anything in a stretch is a name that a rule knows. */
export function namesWithin(scene: Scene, { start, end }: Span<'text'>): boolean {
  return scene.mentions.some(({ kind, span }) => kind !== 'cue' && span.end > start && span.start < end);
}

/** `35例(71%)患者接受了化疗`: so many of them are a group of patients, and no result. */
export function gotTreatment(scene: Scene, { family, quantity, span }: Value): boolean {
  if (family !== 'share' || quantity.events === undefined) return false;
  return treatedSo(scene, { span }) !== undefined;
}

/** `35例(71%)患者接受了化疗`, `接受化疗35例(71%)`: what so many of the patients got, in the words of the article. */
export function treatedSo(scene: Scene, { span }: Pick<Mention, 'span'>): string | undefined {
  const behind = scene.phrase('attaching.treated-so').exec(scene.between(span.end, scene.clauseEnd(span.end)));
  const [, counted] = placeInList(scene, span);
  const before = scene.phrase('attaching.got-so').exec(counted?.noun ?? '');
  return behind?.groups?.treated ?? before?.groups?.treated;
}

/** `80%的患者能顺利完成全部疗程`: what the patients do is the measure, what they have the feature, as printed. */
export function ownWords(scene: Scene, value: Value): What | undefined {
  if (value.family === 'time') return ownTime(scene, value);
  const attained = attainedBefore(scene, value);
  if (attained) return attained;
  if (value.family !== 'share') return undefined;
  const behind = scene.between(value.span.end, scene.clauseEnd(value.span.end));
  if (gotTreatment(scene, value)) return undefined;
  const doing = scene.phrase('attaching.own-words').exec(behind)?.groups?.doing;
  const changed = doing ?? changedBefore(scene, value);
  if (changed !== undefined) return inOwnWords('measure', changed, value, 'rate');
  const told = scene.phrase('attaching.being').exec(behind) ?? scene.phrase('attaching.spread').exec(behind);
  const being = told?.groups?.being ?? madeUpOf(scene, value);
  return being === undefined ? undefined : inOwnWords('item', being, value, 'rate');
}

/** `KPS评分提高者28例(46%)`: what had changed in those who are counted. */
function changedBefore(scene: Scene, { span, quantity }: Value): string | undefined {
  if (quantity.events === undefined) return undefined;
  const lead = scene.between(Math.max(scene.start, span.start - 24), span.start);
  return scene.phrase('attaching.those-changed').exec(lead)?.groups?.who;
}

/** `35例中达到切缘阴性28例`: what so many attained, in words that no measure has. */
function attainedBefore(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'count' && value.family !== 'share') return undefined;
  const [, counted] = placeInList(scene, value.span);
  if (!counted || namesWithin(scene, counted.span)) return undefined;
  const doing = scene.phrase('traits.attained').exec(counted.noun)?.groups?.doing;
  return doing === undefined ? undefined : inOwnWords('measure', doing, value, 'rate');
}

/** `复发难治患者占44%`: who makes up the share. */
export function madeUpOf(scene: Scene, value: Value): string | undefined {
  const from = Math.max(scene.start, value.span.start - 24);
  const match = scene.phrase('attaching.makes-up').exec(scene.between(from, value.span.start));
  const isNamed = (kind: string) => names(scene, kind, from + (match?.index ?? 0), value.span.start);
  return ['measure', 'item', 'arm', 'regimen'].some(isNamed) ? undefined : match?.groups?.who;
}

/** Whether a stretch names something of a kind that the lexicon knows: then no words of the article's own are wanted. */
function names(scene: Scene, kind: string, from: number, until: number): boolean {
  return scene
    .after(from, until)
    .some((mention) => mention.kind === kind || (kind === 'item' && mention.facts.item !== undefined));
}

/** `从诊断至死亡的中位时间为7d`: what took the time. */
function ownTime(scene: Scene, value: Value): What | undefined {
  const before = scene.between(Math.max(scene.start, value.span.start - 48), value.span.start);
  const what = scene.phrase('attaching.own-time').exec(before)?.groups?.what;
  return what === undefined ? undefined : inOwnWords('measure', what, value, 'time');
}

/** A measure or feature that goes by the words of the article. */
export function inOwnWords(kind: 'measure' | 'item', text: string, value: Value, reads: string): What {
  return printedWhat(kind, text, value.span, 'bind.own-words', { reads });
}

/** Where the clause of a test begins; `两组甲指标比较,差异无统计学意义(P>0.05)` names what differs before the comma. */
export function comparedFrom(scene: Scene, at: number): number {
  const start = scene.clauseStart(at);
  const goesBack = start > scene.start && scene.phrase('attaching.differs-head').test(scene.between(start, at));
  return goesBack ? scene.clauseStart(start - 1) : start;
}

/** What a p value is of that tests nothing the lexicon knows: `两组输血量差异无统计学意义(P>0.05)`. */
export function ownTested(scene: Scene, test: Mention): Mention[] {
  const open = scene.openBracket(test.span.start);
  const end = open < 0 ? test.span.start : open + 1;
  const from = comparedFrom(scene, end - 1);
  if (names(scene, 'measure', from, end)) return [];
  const listed = scene.phrase('attaching.own-tested').exec(scene.between(from, end))?.groups?.what;
  const feature = scene.phrase('attaching.own-feature').exec(scene.between(Math.max(scene.start, end - 36), end));
  const sized = scene.between(from, end).replace(/\(n=\d+\)/gu, '');
  const level = scene.phrase('attaching.own-level').exec(sized)?.groups?.what;
  // `甲药、乙药和丙药比较差异无统计学意义`: treatments are what is compared, and not in what.
  if (
    listed !== undefined &&
    scene.after(from, end).some((mention) => isKind(mention, 'drug', 'drug-class', 'regimen'))
  )
    return [];
  const laboratory = levelCompared(scene, from, end);
  if (laboratory && listed === undefined && level === undefined) return [laboratory];
  const whats = (listed ?? level ?? feature?.groups?.what ?? '').split(scene.phrase('joins.enumerates'));
  return whats
    .map((text) =>
      text.replace(scene.phrase('attaching.every-lead'), '').replace(scene.phrase('attaching.every-tail'), ''),
    )
    .filter((text) => text !== '' && !scene.phrase('attaching.too-general').test(text))
    .filter((text) => whats.length > 1 || !scene.phrase('attaching.general-alone').test(text))
    .map((text) => printedMention('measure', text, test.span, 'bind.own-words'));
}

/** `A组TNF-α低于B组(P<0.05)`, `两组TGF-β1较治疗前下降(P<0.05)`: the laboratory level that groups or times are compared in. */
function levelCompared(scene: Scene, from: number, end: number): Mention | undefined {
  const last = scene.after(from, end).findLast((mention) => isKind(mention, 'item'));
  const isCompared = last && scene.phrase('attaching.level-compared').test(scene.between(last.span.end, end));
  return isCompared ? { ...last, kind: 'measure', ruleId: 'bind.own-words' } : undefined;
}

/** `随访24个月时`: the time that patients had been followed, whatever measure stands behind it. */
export function followUp(value: Value): What | undefined {
  return value.mention.facts.statistic === 'follow-up' ? inOwnWords('measure', 'follow-up', value, 'time') : undefined;
}

/** A number of treatment cycles with its range needs no other word to say what it is. */
export function ownMeasure(value: Value): What | undefined {
  if (value.family !== 'time' || value.quantity.unit !== 'cycle' || value.quantity.low === undefined) return undefined;
  const mention: Mention = { ...value.mention, kind: 'measure', name: 'treatment-cycles', facts: { reads: 'cycles' } };
  return {
    mention,
    list: { members: [mention], start: value.span.start, end: value.span.end },
    ruleId: 'bind.cycles-treated',
  };
}
