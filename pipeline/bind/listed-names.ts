import type { Mention } from '../model/index.js';
import { findAll } from '../rulebook/index.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';

/** A member of a list, as printed, and where it stands. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What no p value of an outcome is of: what tells groups apart. */
const groupKinds = [
  'arm',
  'drug',
  'drug-class',
  'regimen',
  'procedure',
  'subgroup',
  'population',
  'qualifier',
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

/** `A组手术时间、恢复普食时间及住院时间分别为`: what a list before its numbers names, known or not; empty where it tells groups apart. */
export function namesInWords(scene: Scene, from: number, to: number): Mention[] {
  const parts = partsOf(scene, scene.between(from, to), from);
  return namesOf(scene, parts, '').map((name) =>
    name.ruleId === 'bind.own-words' ? { ...name, facts: { reads: 'both' } } : name,
  );
}

function partsOf(scene: Scene, list: string, start: number): Part[] {
  let at = start;
  const printed = list.split(new RegExp(`(${scene.phrase('attaching.tested-between').source})`, 'u'));
  return printed.flatMap((piece, i) => {
    const before = scene.phrase('attaching.tested-lead').exec(piece)?.[0].length ?? 0;
    const text = piece.slice(before).replace(scene.phrase('attaching.tested-tail'), '');
    const part = { text, start: at + before, end: at + before + text.length };
    at += piece.length;
    return i % 2 === 0 && text !== '' ? [part] : [];
  });
}

function namesOf(scene: Scene, printed: readonly Part[], tail: string): Mention[] {
  // `肝、肾功能不全`: of the first only the organ is printed.
  const parts = printed.map((part, i) => {
    const next = part.text.length === 1 ? printed[i + 1]?.text.slice(1) : undefined;
    return next === undefined ? part : { ...part, text: part.text + next };
  });
  const inside = parts.map(({ start, end }) => scene.after(start, end).filter(({ kind }) => kind !== 'cue'));
  // A bare number may be part of a name: `β-2微球蛋白`.
  const counts = (mention: Mention) => isQuantity(mention) && !isQuantity(mention, 'number');
  const [first, last] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const touching = scene.mentions.filter(({ span }) => span.start < last && span.end > first);
  const isGroup = touching.some((mention) => isKind(mention, ...groupKinds) || counts(mention));
  const isGeneral = parts.some(({ text }) =>
    ['attaching.too-general', 'attaching.general-alone'].some((id) => scene.phrase(id).test(text)),
  );
  if (isGroup || isGeneral || parts.length < 2) return [];
  const leveled = scene.phrase('attaching.level').test(tail);
  // `恶心、呕吐`: one event of the lexicon may be two of the list.
  const events = touching.some((mention) => isKind(mention, 'event'));
  if (!leveled && inside.flat().some((mention) => isKind(mention, 'item'))) return [];
  return parts.map((part, i) => known(inside[i] ?? [], part) ?? inOwnWords(part, events ? 'event' : 'measure'));
}

/** The one name that is all of a part, or its end. */
function known(inside: readonly Mention[], { end }: Part): Mention | undefined {
  const [only, another] = inside.filter((mention) => isKind(mention, 'measure', 'event'));
  return only && !another && only.span.end === end ? only : undefined;
}

function inOwnWords({ text, ...span }: Part, kind: 'event' | 'measure'): Mention {
  return { kind, span, ruleId: 'bind.own-words', text, name: text, facts: {} };
}
