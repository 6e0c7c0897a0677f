import { armNameKinds, type Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `恶心、呕吐和皮疹的发生率分别为a%、b%和c%`: an event of the lexicon whose name lists two is each of them where the numbers
 * behind its list are one more than its members.
 */
export function withPartedEvents(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const parted = new Map<Mention, Mention[]>();
  for (const [i, mention] of mentions.entries()) {
    const parts = mention.kind === 'event' ? partsOf(mention, rulebook) : [];
    if (parts.length === 0) continue;
    const list = listAround(mentions, i, text, rulebook);
    if (valuesBehind(mentions, list.last, text, rulebook) !== list.size + 1) continue;
    if (list.size > 1 || isOfOneArm(mentions, i, text)) parted.set(mention, parts);
  }
  return parted.size === 0 ? mentions : mentions.flatMap((mention) => parted.get(mention) ?? mention);
}

/** The two events that a name lists; none where the lexicon does not know either. */
function partsOf({ text, span }: Mention, rulebook: Rulebook): Mention[] {
  const joint = phrase(rulebook, 'joins.enumerates').exec(text);
  if (!joint) return [];
  const [one, other] = [text.slice(0, joint.index), text.slice(joint.index + joint[0].length)];
  const places = [
    { start: span.start, end: span.start + one.length },
    { start: span.end - other.length, end: span.end },
  ];
  const events = [one, other].flatMap((name, i): Mention[] => {
    const entry = rulebook.lexicon.whole(name);
    const place = places[i];
    if (entry?.kind !== 'event' || !place) return [];
    return [{ kind: 'event', span: place, ruleId: entry.id, text: name, name: entry.name, facts: entry.facts }];
  });
  return events.length === 2 ? events : [];
}

/** How many events stand in the list around one, and the last of them. */
function listAround(mentions: readonly Mention[], i: number, text: string, rulebook: Rulebook) {
  const joins = phrase(rulebook, 'joins.names');
  const events = mentions.filter(({ kind }) => kind === 'event');
  const at = events.indexOf(mentions[i] as Mention);
  const isJoined = (k: number) => {
    const [one, next] = [events[k], events[k + 1]];
    return one !== undefined && next !== undefined && joins.test(text.slice(one.span.end, next.span.start));
  };
  let [first, last] = [at, at];
  while (isJoined(first - 1)) first -= 1;
  while (isJoined(last)) last += 1;
  return { size: last - first + 1, last: events[last] as Mention };
}

/** How many shares or counts stand in the list right behind a name. */
function valuesBehind(mentions: readonly Mention[], { span }: Mention, text: string, rulebook: Rulebook): number {
  const [lead, joins] = [phrase(rulebook, 'joins.rate-behind'), phrase(rulebook, 'joins.values')];
  let [values, end] = [0, span.end];
  for (const { quantity, span: next } of mentions) {
    if (next.start < end || (quantity?.kind !== 'percentage' && quantity?.kind !== 'count')) continue;
    const gap = text.slice(end, next.start);
    if (!(values === 0 ? lead : joins).test(gap)) break;
    values += 1;
    end = next.end;
  }
  return values;
}

/** Whether the clause before a name tells of one arm, whose numbers follow, and not of all. */
function isOfOneArm(mentions: readonly Mention[], i: number, text: string): boolean {
  const { start } = (mentions[i] as Mention).span;
  const clause = Math.max(...[',', ';', '\u3002', '\n'].map((mark) => text.lastIndexOf(mark, start))) + 1;
  const before = mentions.filter(({ span }) => span.start >= clause && span.end <= start);
  const arms = before.filter(({ kind }) => armNameKinds.has(kind));
  return arms.length === 1 && !before.some(({ kind, name }) => kind === 'cue' && name === 'both-arms');
}
