import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from '../text/index.js';
import { armOver } from './named-arms.js';

/** What a standard of care is called by the lexicon, be it one that each patient's physician chose. */
const standards: ReadonlySet<string> = new Set(['standard of care', "physician's choice"]);

/**
 * `标准治疗(甲方案或乙方案)组`, `标准治疗包括甲方案、乙方案和丙方案`: treatments of which each patient of the control got one say what the
 * standard was, and are no arms; where the word for group stands behind their bracket, the standard is one.
 */
export function withoutOptions(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  if (!mentions.some(isStandard)) return mentions;
  const kept: Mention[] = [];
  for (let i = 0; i < mentions.length; i += 1) {
    const mention = mentions[i] as Mention;
    const last = isStandard(mention) ? lastOption(mentions, i, text, rulebook) : i;
    kept.push(last > i ? groupOf(mention, text, rulebook) : mention);
    i = last;
  }
  return kept;
}

function isStandard({ kind, name = '', facts }: Mention): boolean {
  return (kind === 'procedure' && standards.has(name)) || (kind === 'arm' && facts.role === 'control');
}

/** The place of the last of at least two regimens that are listed as what the standard at `i` was; `i` where there are none. */
function lastOption(mentions: readonly Mention[], i: number, text: string, rulebook: Rulebook): number {
  const { end } = (mentions[i] as Mention).span;
  const [opens, next] = [phrase(rulebook, 'joins.options-head'), phrase(rulebook, 'joins.options-next')];
  let [last, from, listed] = [i, end, 0];
  for (let k = i + 1; k < mentions.length; k += 1) {
    const { kind, span } = mentions[k] as Mention;
    if (kind === 'cue') continue;
    if (kind !== 'regimen' || !(listed === 0 ? opens : next).test(text.slice(from, span.start))) break;
    [last, from, listed] = [k, span.end, listed + 1];
  }
  return listed > 1 ? last : i;
}

/** The standard, with the word for group behind the bracket as an arm. */
function groupOf(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const { span, kind } = mention;
  const close = text[span.end] === '(' && treatmentKinds.has(kind) ? closing(text, span.end) : -1;
  const tail = close < 0 ? null : phrase(rulebook, 'joins.arm-tail').exec(text.slice(close + 1, close + 9));
  if (!tail) return mention;
  return armOver({ start: span.start, end: close + 1 + tail[0].length }, mention, text, { label: mention.text });
}
