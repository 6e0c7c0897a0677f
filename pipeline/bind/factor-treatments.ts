import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** How far behind a treatment the bracket with the test of it may begin, characters. */
const reach = 16;

/**
 * The mentions but for the treatments that an analysis tried as factors, from there on: `行移植(HR=0.6,P=0.03)是OS的保护因素`
 * says that some of the patients got one, and names no arm.
 */
export function withoutFactors(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const tried = new Set<string | undefined>();
  const behind = (i: number) => mentions.slice(i + 1, i + 3).find(({ kind }) => kind !== 'cue');
  return mentions.filter((mention, i) => {
    if (!treatmentKinds.has(mention.kind)) return true;
    if (isTried(mention, text, rulebook)) tried.add(mention.name);
    return !tried.has(mention.name) || hasNumbers(mention, behind(i), text, rulebook);
  });
}

/** How far behind a treatment the list may begin that shares its numbers out, characters. */
const far = 90;

/** `甲疗法与乙疗法患者的OS分别为a和b`: whether a treatment, or the one it is listed with, is told the numbers of. */
function hasNumbers({ span }: Mention, next: Mention | undefined, text: string, rulebook: Rulebook): boolean {
  const each = phrase(rulebook, 'joins.each-its-own');
  if (each.test(text.slice(span.end, span.end + far))) return true;
  if (!next || !treatmentKinds.has(next.kind)) return false;
  const joint = text.slice(span.end, next.span.start);
  return phrase(rulebook, 'joins.names').test(joint) && each.test(text.slice(next.span.end, next.span.end + far));
}

function isTried({ span }: Mention, text: string, rulebook: Rulebook): boolean {
  // `年龄、甲方案及疗程数是预后因素`
  if (phrase(rulebook, 'attaching.listed-factor').test(text.slice(span.end, span.end + 64))) return true;
  const isTested = phrase(rulebook, 'attaching.tried-in-test').test(text.slice(span.end, span.end + reach));
  // `多因素分析显示,甲方案、年龄<60岁与OS相关`
  const isRelated = phrase(rulebook, 'attaching.related-factor').test(text.slice(span.end, span.end + far));
  if (!isTested && !isRelated) return false;
  const end = text.indexOf('\u3002', span.end);
  const sentence = text.slice(text.lastIndexOf('\u3002', span.start) + 1, end < 0 ? undefined : end);
  return phrase(rulebook, 'attaching.factors').test(sentence);
}
