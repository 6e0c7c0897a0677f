import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { labelOf } from './labels.js';

/**
 * `甲药组63例,观察组65例`: beside groups that are called by what they got, those who are called by their being observed
 * are the control, unless the text says that they were given something or counts another control.
 */
export function withObserved(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const [observed, size] = [phrase(rulebook, 'joins.label-observed'), phrase(rulebook, 'sizes.right-behind')];
  const groups = mentions.filter(({ kind }) => kind === 'arm');
  const named = groups.filter(({ facts, text: label }) => facts.role === 'experimental' && observed.test(label));
  if (named.length === 0 || named.some((group) => gets(group, mentions, text, rulebook))) return mentions;
  const sized = groups.filter(({ span }) => size.test(text.slice(span.end, span.end + 24)));
  const others = sized.filter((group) => !named.includes(group));
  const isTried = others.length > 0 && others.every(({ facts }) => facts.role === undefined);
  if (!isTried || others.length === sized.length) return mentions;
  const label = labelOf(named[0] as Mention);
  const isControl = (mention: Mention) =>
    named.includes(mention) || (mention.kind === 'arm' && mention.facts.role === 'control');
  return mentions.map((mention) =>
    isControl(mention) ? { ...mention, facts: { ...mention.facts, label, role: 'control' } } : mention,
  );
}

/** Whether the text says right behind a group that its patients were given a treatment. */
function gets({ span }: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const next = mentions.find(({ kind, span: other }) => other.start >= span.end && ownTreatmentKinds.has(kind));
  return next !== undefined && phrase(rulebook, 'joins.given').test(text.slice(span.end, next.span.start));
}
