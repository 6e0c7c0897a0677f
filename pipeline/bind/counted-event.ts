import type { Mention } from '../model/index.js';
import { type CountedNoun, isNounOf, placeInList } from './counted-nouns.js';
import { printedWhat } from './printed-what.js';
import { isKind, type Scene } from './scene.js';
import { namesWithin } from './unnamed-measure.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/**
 * `不良反应为皮疹8例、口周麻刺5例`: in a list of events with their numbers, the noun that the lexicon does not know is one,
 * too: beside one of them where the text says that it lists events, else beside two.
 */
export function countedEvent(scene: Scene, { family, mention }: Value): What | undefined {
  if (family !== 'count' && family !== 'share') return undefined;
  const [list, member] = placeInList(scene, mention.span);
  if (!list || !member) return undefined;
  const noun = behindGeneral(scene, member);
  if (!isUnknownEvent(scene, noun)) return undefined;
  const known = list.members.filter((one) => eventsIn(scene, one).some((event) => event.facts.general === undefined));
  const first = list.members[0]?.span.start ?? scene.start;
  const areListed = scene.after(scene.clauseStart(first), noun.span.start).some(isGeneral);
  if (known.length === 0 || (known.length < 2 && !areListed)) return undefined;
  return printedWhat('event', noun.noun, noun.span, 'bind.unlisted');
}

function isGeneral({ kind, facts }: Mention): boolean {
  return kind === 'event' && facts.general !== undefined;
}

function eventsIn(scene: Scene, { span }: CountedNoun): Mention[] {
  return scene.after(span.start, span.end).filter((inner) => isKind(inner, 'event'));
}

/** `并发症包括切口积液5例`: the noun without the word for all events, and what leads from it to the list. */
function behindGeneral(scene: Scene, counted: CountedNoun): CountedNoun {
  const general = eventsIn(scene, counted).findLast(isGeneral);
  if (!general) return counted;
  const { end } = counted.span;
  const lists = scene.phrase('traits.lists-events').exec(scene.between(general.span.end, end))?.[0] ?? '';
  const start = general.span.end + lists.length;
  return { ...counted, noun: scene.between(start, end), span: { start, end } };
}

/** Whether nothing in a noun is a name that a rule knows, and it may be that of an event. */
function isUnknownEvent(scene: Scene, counted: CountedNoun): boolean {
  const { noun, span } = counted;
  return !scene.phrase('traits.no-event').test(noun) && isNounOf(scene, counted) && !namesWithin(scene, span);
}
