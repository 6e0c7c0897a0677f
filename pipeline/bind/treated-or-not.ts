import { isTransplantation, type Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** The rules that find those who did not get something. */
const lackRules: ReadonlySet<string> = new Set([
  'names.arm-without',
  'names.arm-without-counted',
  'names.arm-without-elided',
]);

/** `化疗者的OS长于未化疗者`, `32例加用甲药…未加用甲药的20例`: those who got a treatment, beside those who are said not to have got it. */
export function treatedOrNot(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [those, had] = [phrase(rulebook, 'joins.those-treated'), phrase(rulebook, 'joins.had')];
  const counted = phrase(rulebook, 'joins.counted-had');
  const [transplanted, word] = [phrase(rulebook, 'joins.transplanted'), phrase(rulebook, 'introductions.word')];
  for (const without of mentions) {
    const lacked = lackRules.has(without.ruleId) ? without.facts.without : undefined;
    if (lacked === undefined) continue;
    const isLacked = (mention: Mention) =>
      mention.text.endsWith(lacked) ||
      lacked.startsWith(mention.text) ||
      // `甲药维持者…未维持者`
      (mention.kind === 'drug' && text.startsWith(lacked, mention.span.end)) ||
      // `行allo-HSCT后…未移植者`
      (isTransplantation(mention) && transplanted.test(lacked));
    const treated = mentions.find((mention) => {
      const { kind, span } = mention;
      // `局部治疗组…无局部治疗组`
      if (kind === 'arm') return mention.text.startsWith(lacked) && word.test(mention.text.slice(lacked.length));
      if (kind === 'cue' || !isLacked(mention)) return false;
      const lead = text.slice(Math.max(0, span.start - 8), span.start);
      if (counted.test(text.slice(Math.max(0, span.start - 40), span.start))) return true;
      return those.test(text.slice(span.end, span.end + 8)) || (kind === 'procedure' && had.test(lead));
    });
    if (treated) return [treated, without];
  }
  return [];
}
