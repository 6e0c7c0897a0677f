import { isTransplantation, type Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { isTreatmentOrKind } from './treatment-kinds.js';

/** The rules that find those who did not get something. */
const lackRules: ReadonlySet<string> = new Set([
  'names.arm-without',
  'names.arm-without-counted',
  'names.arm-without-elided',
  'names.arm-without-told',
]);

/** `化疗者的OS长于未化疗者`, `32例加用甲药…未加用甲药的20例`: those who got a treatment, beside those who are said not to have got it. */
export function treatedOrNot(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [those, had] = [phrase(rulebook, 'joins.those-treated'), phrase(rulebook, 'joins.had')];
  const [counted, word] = [phrase(rulebook, 'joins.counted-had'), phrase(rulebook, 'introductions.word')];
  const transplanted = phrase(rulebook, 'joins.transplanted');
  const joined = treatedBesideNot(mentions, text, rulebook);
  if (joined.length > 0) return joined;
  for (const without of mentions) {
    const lacked = lackedBy(without);
    if (lacked === undefined) continue;
    const isLacked = (mention: Mention) =>
      isWhatLacked(mention, lacked) ||
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

/** `行甲术和未行甲术患者的OS分别为a和b`: each treatment that one list names beside those who did not get it. */
export function treatedBesideNot(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [joint, those] = [phrase(rulebook, 'joins.compared-next'), phrase(rulebook, 'joins.those-treated')];
  return mentions.flatMap((without, i) => {
    const lacked = lackedBy(without);
    const before = lacked === undefined ? undefined : mentions.slice(0, i).findLast(isTreatmentOrKind);
    if (lacked === undefined || !before || !isWhatLacked(before, lacked)) return [];
    const between = text.slice(before.span.end, without.span.start);
    return joint.test(between.replace(those, '')) ? [before, without] : [];
  });
}

/** What patients are said not to have got, if a mention tells of such. */
function lackedBy({ ruleId, facts }: Mention): string | undefined {
  return lackRules.has(ruleId) ? facts.without : undefined;
}

function isWhatLacked({ text }: Mention, lacked: string): boolean {
  return text.endsWith(lacked) || lacked.startsWith(text) || text.endsWith(`${lacked})`);
}
