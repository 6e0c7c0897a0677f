import type { Mention } from '../model/index.js';
import { findAll } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import type { Reading } from './place.js';
import { printedMention } from './printed-what.js';
import { isKind, isQuantity, type Scene } from './scene.js';

/** A member of a list, as printed, and where it stands; `whole` is where all that is printed of it begins and ends. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly whole: Span<'text'>;
}

/** What no p value of an outcome is of: what tells groups, or studies, apart. */
const groupKinds = [
  'arm',
  'drug',
  'drug-class',
  'regimen',
  'procedure',
  'subgroup',
  'population',
  'qualifier',
  'study',
] as const;

/**
 * `恶心、乏力及脱发的发生率均高于对照组(P<0.05)`: everything that a list before a p value names, whether the lexicon knows
 * it or not; nothing where the list has numbers of its own, or one of its members tells groups apart.
 */
export function listTested({ scene, outcome }: Reading, test: Mention, floor: number): Mention[] {
  const open = scene.openBracket(test.span.start);
  const end = open < 0 ? test.span.start : open;
  const from = Math.max(floor, scene.partAround(end).start);
  if (outcome.bound.some(({ value }) => value.span.start >= from && value.span.end <= end)) return [];
  const lead = scene.between(from, end);
  const found = findAll(scene.phrase('attaching.tested-list'), lead);
  const every = scene.phrase('joins.all-of-them').test(lead);
  return (every ? found : found.slice(-1)).flatMap(({ index, groups }) =>
    namesOf(scene, partsOf(scene, groups?.list ?? '', from + index), groups?.tail ?? ''),
  );
}

/** `A组手术时间、恢复普食时间及住院时间分别为`, `A组SPF、CD4+水平分别为`: what a list before its numbers names, known or not; empty where it tells groups apart. */
export function namesInWords(scene: Scene, from: number, to: number): Mention[] {
  const parts = partsOf(scene, scene.between(from, to), from);
  if (!areNames(scene, parts)) return [];
  const levelAt = ({ start, end }: Part) =>
    scene.after(start, end).find((mention) => isKind(mention, 'item') && mention.span.end === end);
  return parts.map(
    (part) =>
      known(scene, part) ??
      levelAt(part) ??
      printedMention('measure', part.text, { start: part.start, end: part.end }, 'bind.own-words', { reads: 'both' }),
  );
}

/** What a list holds that stands before what is said of it, one member or more; words that say nothing by themselves are left out. */
export function namesOfList(scene: Scene, list: string, start: number): Mention[] | undefined {
  const parts = partsOf(scene, list, start).filter(({ text }) => !isGeneral(scene, text));
  // `M1、M2、M3状态`, `1年、2年OS率`: letters and times that share the noun behind them name nothing by themselves.
  const isBare = ({ text, start, end }: Part) =>
    /^[A-Za-z]\d?$/u.test(text) || scene.after(start, end).some((time) => isQuantity(time) && time.span.end === end);
  const timeless = (mention: Mention) => !isQuantity(mention, 'duration');
  if (tellsGroups(scene, parts, timeless) || parts.some(isBare)) return undefined;
  return namedParts(scene, parts);
}

function partsOf(scene: Scene, list: string, start: number): Part[] {
  let at = start;
  const pieces = list.split(new RegExp(`(${scene.phrase('attaching.tested-between').source})`, 'u'));
  const printed = pieces.flatMap((piece, i) => {
    const whole = { start: at, end: at + piece.length };
    at = whole.end;
    const before = scene.phrase('attaching.tested-lead').exec(piece)?.[0].length ?? 0;
    const name = withoutGloss(piece.slice(before));
    const start = whole.start + before;
    const text = withoutTail(scene, name, start);
    const part = { text, start, end: start + text.length, whole };
    return i % 2 === 0 && !/^\d*$/u.test(text) ? [part] : [];
  });
  // `肝、肾功能不全`: of the first only the organ is printed.
  return printed.map((part, i) => {
    const next = /^\p{Script=Han}$/u.test(part.text) ? printed[i + 1]?.text.slice(1) : undefined;
    return next === undefined ? part : { ...part, text: part.text + next };
  });
}

/**
 * `肾功能损害等不良反应发生率`: the rate of the reactions is left out with both words for it; `疼痛评分`: such a word may be part of a
 * measure's name.
 */
function withoutTail(scene: Scene, name: string, start: number): string {
  const end = start + name.length;
  if (scene.mentions.some(({ kind, span }) => kind === 'measure' && span.end === end)) return name;
  const text = withoutGloss(name.replace(scene.phrase('attaching.tested-tail'), ''));
  return text === name ? name : withoutTail(scene, text, start);
}

function withoutGloss(name: string): string {
  return name.replace(/\([^()]*\)$/u, '');
}

/** Whether each of two parts or more names something, and none a group. */
function areNames(scene: Scene, parts: readonly Part[]): boolean {
  return parts.length > 1 && !parts.some(({ text }) => isGeneral(scene, text)) && !tellsGroups(scene, parts);
}

/** Whether members of a list tell groups of patients apart, or number them. */
function tellsGroups(
  scene: Scene,
  parts: readonly Part[],
  counted: (mention: Mention) => boolean = isQuantity,
): boolean {
  // A bare number may be part of a name: `β-2微球蛋白`.
  const counts = (mention: Mention) => isQuantity(mention) && !isQuantity(mention, 'number') && counted(mention);
  return touched(scene, parts).some((mention) => isKind(mention, ...groupKinds) || counts(mention));
}

function touched(scene: Scene, parts: readonly Part[]): Mention[] {
  return scene.mentions.filter(({ span }) => parts.some(({ start, end }) => span.start < end && span.end > start));
}

function isGeneral(scene: Scene, text: string): boolean {
  return ['attaching.too-general', 'attaching.general-alone'].some((id) => scene.phrase(id).test(text));
}

function namedParts(scene: Scene, parts: readonly Part[]): Mention[] {
  // `恶心、呕吐`: one event of the lexicon may be two of the list.
  const events = touched(scene, parts).filter((mention) => isKind(mention, 'event', 'measure'));
  const isEvents = events.length > 0 && events.every((mention) => isKind(mention, 'event'));
  const kindOf = (text: string) => (isEvents && !scene.phrase('comparing.amount').test(text) ? 'event' : 'measure');
  const inOwnWords = ({ text, start, end }: Part) =>
    printedMention(kindOf(text), text, { start, end }, 'bind.own-words');
  return parts.map((part) => known(scene, part) ?? inOwnWords(part));
}

function namesOf(scene: Scene, parts: readonly Part[], tail: string): Mention[] {
  if (!areNames(scene, parts)) return [];
  const isItem = (mention: Mention) => isKind(mention, 'item');
  const inside = parts.flatMap(({ start, end }) => scene.after(start, end));
  if (!scene.phrase('attaching.level').test(tail) && inside.some(isItem)) return [];
  return namedParts(scene, parts);
}

/** The one name that is all of a part, or its end. */
function known(scene: Scene, { start, end, whole }: Part): Mention | undefined {
  const isNamed = (mention: Mention) => isKind(mention, 'measure', 'event') && mention.span.end === end;
  const [only, another] = scene.after(start, end).filter((mention) => isKind(mention, 'measure', 'event'));
  if (only) return !another && isNamed(only) ? only : undefined;
  return scene.after(whole.start, end).find(isNamed);
}
