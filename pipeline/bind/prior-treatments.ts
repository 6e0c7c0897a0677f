import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** How far from a treatment the words stand which say that it was had before. */
const reach = 16;

/** How long the part of a list of such treatments may be that stands before one of them. */
const listReach = 90;

/** The mentions but for the treatments that patients had before the study, which are no arms of it. */
export function withoutPrior(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [before, behind] = [phrase(rulebook, 'joins.prior-before'), phrase(rulebook, 'joins.prior-behind')];
  // `既往接受手术9例,接受放疗26例`
  const list = phrase(rulebook, 'joins.prior-list');
  const failed = phrase(rulebook, 'joins.failed-behind');
  return mentions.filter(({ kind, span }) => {
    const tail = text.slice(span.end, span.end + reach);
    // `食管癌根治术后复发的放疗`: only a procedure is told so.
    if (kind === 'procedure' && behind.test(tail)) return false;
    // `甲药治疗无效后接受乙药`
    if (treatmentKinds.has(kind) && failed.test(tail)) return false;
    if (treatmentKinds.has(kind) && list.test(text.slice(Math.max(0, span.start - listReach), span.start)))
      return false;
    return !before.test(text.slice(Math.max(0, span.start - reach), span.start));
  });
}

/** `甲方案或乙方案治疗后达CR的患者`: whether two regimens are alternatives that the patients had had. */
export function wentBefore(first: Mention, second: Mention, text: string, rulebook: Rulebook): boolean {
  const { end } = second.span;
  if (!phrase(rulebook, 'joins.alternates').test(text.slice(first.span.end, second.span.start))) return false;
  return phrase(rulebook, 'joins.had-before').test(text.slice(end, end + reach));
}
