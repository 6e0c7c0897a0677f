import { type Mention, mentionsTouching } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `肝、肾功能损害`, `胃肠道和血液学毒性`: of the first event of two only the organ is printed; it ends as the second one. */
export function withElidedEvents(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const before = phrase(rulebook, 'nouns.organ-before');
  const head = phrase(rulebook, 'nouns.organ-head');
  const events = mentions.filter(({ kind }) => kind === 'event');
  const found = events.flatMap((event): Mention[] => {
    const tail = head.exec(event.text)?.groups?.tail;
    const { start } = event.span;
    const match = tail === undefined ? null : before.exec(text.slice(Math.max(0, start - 8), start));
    const organ = match?.groups?.organ;
    if (!match || organ === undefined) return [];
    const from = start - match[0].length;
    const span = { start: from, end: from + organ.length };
    if (mentionsTouching(mentions, span).length > 0) return [];
    return [elided(organ, `${organ}${tail}`, span, event, rulebook)];
  });
  return found.length === 0 ? mentions : [...mentions, ...found].sort((a, b) => a.span.start - b.span.start);
}

function elided(organ: string, name: string, span: Mention['span'], event: Mention, rulebook: Rulebook): Mention {
  const known = rulebook.lexicon.whole(name);
  const entry = known?.kind === 'event' ? known : undefined;
  const { general } = event.facts;
  return {
    kind: 'event',
    span,
    ruleId: entry?.id ?? 'nouns.organ-before',
    text: organ,
    name: entry?.name ?? name,
    facts: { ...(entry?.facts ?? (general === undefined ? {} : { general })), head: name },
  };
}
