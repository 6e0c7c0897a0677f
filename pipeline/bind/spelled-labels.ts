import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `化疗药物或其他药物(对照组)`: what the control got is part of its label where it may be any treatment of a kind. */
export function explained(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const { start, end } = mention.span;
  if (/^[A-Za-z]/u.test(mention.text)) return spelled(mention, text, rulebook);
  if (mention.facts.role === undefined || mention.facts.drugs !== undefined) return mention;
  if (text[start - 1] !== '(' || text[end] !== ')') return mention;
  const head = phrase(rulebook, 'joins.arm-head').exec(text.slice(Math.max(0, start - 24), start - 1))?.[0];
  if (!head || !phrase(rulebook, 'joins.any-of-kind').test(head)) return mention;
  return { ...mention, facts: { ...mention.facts, head: `${mention.text}(${head})` } };
}

/** `标准剂量化疗(standard dose therapy,SDT)…SDT组`: an abbreviation that only the article explains keeps its long form. */
function spelled(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const label = mention.facts.label ?? '';
  const known = rulebook.lexicon.whole(label);
  if (
    mention.ruleId !== 'names.arm-latin' ||
    mention.facts.drugs !== undefined ||
    (known !== undefined && known.kind !== 'drug-class')
  )
    return mention;
  const long = headBefore(`,${label})`, text, rulebook);
  // `单纯手术(S)`: a kind of treatment is known by its long form; the drugs of a combination are not.
  const plain = long ?? headBefore(`(${label})`, text, rulebook);
  const adds = plain === undefined || phrase(rulebook, 'joins.adds').test(plain);
  const drugs = adds ? '' : rulebook.lexicon.treatmentAtEnd(plain);
  // `初始减瘤手术(…,PDO)`, `某切除术(…,XYZ)`: a procedure says by itself what was done; chemotherapy of some kind does not.
  const isOperation = plain !== undefined && phrase(rulebook, 'joins.operation-name').test(plain);
  const isKnown = isOperation || (drugs !== '' && drugs !== 'chemotherapy');
  // `短程放疗组(short-course,SC)`: the name of a group is no long form of its letters.
  const isGroup = long !== undefined && phrase(rulebook, 'introductions.word').test(long);
  const facts = {
    ...mention.facts,
    ...(long === undefined || isKnown || isGroup ? {} : { head: `${label}(${long})` }),
  };
  return { ...mention, facts: drugs === '' ? facts : { ...facts, drugs } };
}

/** What stands before the bracket that ends with `end`. */
function headBefore(end: string, text: string, rulebook: Rulebook): string | undefined {
  const close = text.indexOf(end);
  const open = close < 0 ? -1 : text.lastIndexOf('(', close);
  return open < 0 ? undefined : phrase(rulebook, 'joins.arm-head').exec(text.slice(Math.max(0, open - 24), open))?.[0];
}
