import type { Mention, StudyArm } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type ArticleText, passagesWith, sourceOf, studyAt } from '../article-text.js';
import { type ArticleCheck, type CheckContext, type PlacedVerdict, remark } from '../check.js';
import { plainText } from '../mention-index.js';

const id = 'arm-label';

export const armLabel: ArticleCheck = {
  id,
  about: 'An arm that a study names by letters is one that it has introduced.',
  run: (context) => {
    const { article } = context;
    if (!article) return [];
    const told = new Map<number, Map<string, boolean>>();
    return passagesWith(article, 'arm').flatMap((passage) => {
      const found = studyAt(article, passage);
      if (!found) return [];
      const trial = context.record.trials[found.at]?.id;
      const known = told.get(found.at) ?? new Map<string, boolean>();
      told.set(found.at, known);
      return passage.mentions.flatMap((mention): PlacedVerdict[] => {
        const written = writtenIn(mention);
        if (written === undefined) return [];
        // Each label of a study is judged where it stands first.
        if (known.has(written)) return known.get(written) ? [{ trial, verdict: 'holds' }] : [];
        const verdict = judge(mention, written, found.study.arms, context, article);
        known.set(written, verdict === 'holds');
        return verdict ? [{ trial, verdict }] : [];
      });
    });
  },
};

/** The letters by which an arm is named; undefined for a name in words. */
function writtenIn({ kind, facts, text }: Mention): string | undefined {
  if (kind !== 'arm' && kind !== 'regimen') return undefined;
  const written = facts.label ?? text;
  return /^[A-Za-z][A-Za-z0-9+-]+$/u.test(written) ? written : undefined;
}

/** A label in letters against the labels of the arms: as introduced, as another writing of them, or as other drugs. */
function judge(
  mention: Mention,
  written: string,
  arms: readonly StudyArm[],
  { rulebook }: CheckContext,
  article: ArticleText,
): PlacedVerdict['verdict'] | undefined {
  const tail = phrase(rulebook, 'joins.label-tail');
  const label = plainText(written, tail);
  const labelled = arms.filter((arm) => /^[A-Za-z]/u.test(arm.label));
  const own = labelled.map((arm) => plainText(arm.label, tail));
  if (own.includes(label)) return 'holds';
  const source = sourceOf(article, mention.span);
  const taken = labelled.find((arm) => arm.aliases.has(label));
  const drugs = rulebook.lexicon.whole(written)?.facts.drugs;
  if (taken && drugs !== undefined && !isSameDrugs(drugs, taken)) {
    const message = `${written} is named but not introduced; it is taken for ${taken.label}`;
    return remark(id, 'warning', message, [source], `the letters of ${taken.label} were misprinted`);
  }
  const again = labelled.find((arm) => drugs !== undefined && arm.drugs.length > 1 && isSameDrugs(drugs, arm));
  if (!again) return undefined;
  const message = `${written} is named but not introduced; its drugs are those of ${again.label}`;
  return remark(id, 'info', message, [source], 'both are one arm');
}

function isSameDrugs(drugs: string, arm: StudyArm): boolean {
  const own = arm.drugs
    .map(({ name }) => name)
    .sort()
    .join('+');
  return drugs.split('+').sort().join('+') === own;
}
