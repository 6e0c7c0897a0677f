import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { drugNamesOf } from './labels.js';

/** Adds the arm that got something more than another one, or less, where the text tells of it by what was added. */
export function addByAddition(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  if (list.size > 1) return;
  if (list.size === 1) addBase(list, mentions, text, rulebook);
  if (list.size < 2) addLater(list, mentions, text, rulebook);
}

/** `在甲药基础上加用乙药可使ORR由a%提高至b%`: beside the whole there were those who got its basis, whose value the first one is. */
function addBase(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const whole = mentions.find((mention) => mention.facts.lastDrug !== undefined && list.find(mention) === 0);
  const base = whole && phrase(rulebook, 'joins.on-basis').exec(whole.text)?.groups?.base;
  if (!whole || !base) return;
  const { end } = whole.span;
  const sentence = /^[^\u3002]*/u.exec(text.slice(end))?.[0] ?? '';
  const drugs = drugNamesOf(whole).filter((name) => name !== whole.facts.lastDrug);
  if (drugs.length === 0 || !phrase(rulebook, 'joins.from-to').test(sentence)) return;
  list.add({ ...whole, text: base, name: base, facts: { drugs: drugs.join('+') } }, true);
}

/** `化疗组OS为a个月,加用甲药后延长至b个月`: those who got a drug on top of what was told of before. */
function addLater(list: ArmList, mentions: readonly Mention[], text: string, rulebook: Rulebook): void {
  const [adds, then] = [phrase(rulebook, 'joins.adds-head'), phrase(rulebook, 'joins.then-brought')];
  for (const [i, added] of mentions.entries()) {
    if (!treatmentKinds.has(added.kind)) continue;
    const lead = adds.exec(text.slice(Math.max(0, added.span.start - 10), added.span.start))?.groups?.word;
    if (lead === undefined || !then.test(text.slice(added.span.end, added.span.end + 40))) continue;
    const base = mentions.slice(0, i).findLast(({ kind }) => kind === 'arm' || treatmentKinds.has(kind));
    if (!base || (list.size === 1 && list.find(base) !== 0)) return;
    list.add(base, true);
    const known = base.kind === 'arm' && base.facts.drugs === undefined ? [] : drugNamesOf(base);
    const drugs = [...known, ...drugNamesOf(added)].join('+');
    const place = list.size;
    const printed = `${lead}${added.text}`;
    if (list.add({ ...added, kind: 'regimen', text: printed, name: printed, facts: { drugs } }, true) === place)
      list.call(place, added);
    return;
  }
}
