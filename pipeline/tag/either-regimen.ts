import type { Mention } from '../model/index.js';
import { drugsOf, labelOf } from './combine-drugs.js';

/** `甲方案/乙方案(223例)`: two regimens of which each patient got one are one arm, which got the drugs of either. */
export function withEither(mentions: readonly Mention[], text: string): readonly Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const first = joined.at(-1);
    const either = first && isEither(first, mention, text) ? eitherOf(first, mention, text) : undefined;
    if (either) joined.pop();
    joined.push(either ?? mention);
  }
  return joined.length === mentions.length ? mentions : joined;
}

/** Only letters with a size behind them: other slashes join what was given together, or tell regimens apart. */
function isEither(first: Mention, second: Mention, text: string): boolean {
  if (first.kind !== 'regimen' || second.kind !== 'regimen') return false;
  if (text.slice(first.span.end, second.span.start) !== '/') return false;
  return /^\((?:n=)?\d/u.test(text.slice(second.span.end, second.span.end + 4));
}

function eitherOf(first: Mention, second: Mention, text: string): Mention {
  const span = { start: first.span.start, end: second.span.end };
  const drugs = [...new Set([first, second].flatMap((one) => drugsOf(one).split('+')))].join('+');
  const label = `${labelOf(first)}/${labelOf(second)}`;
  return { ...first, span, text: text.slice(span.start, span.end), name: label, facts: { drugs, label } };
}
