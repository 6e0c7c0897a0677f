import type { Binding, Mention, Segmentation, Study, StudyArm, Trail, TrailStep } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { type Span, toSource } from '../text/index.js';
import { MentionIndex } from './mention-index.js';
import type { BoundArticle } from './told.js';
import { trailLabel } from './trail-label.js';

/** The longest text between a number and what it was bound to that a trail shows whole. */
const longest = 60;

/** How each recorded value came about, in the order of the article. */
export function trailsOf(
  { document }: Segmentation,
  mentions: readonly Mention[],
  bound: BoundArticle,
  rulebook: Pick<Rulebook, 'phrases'>,
): Trail[] {
  const index = new MentionIndex(mentions, rulebook);
  const studies = new Map(bound.studies.map((study) => [study.key, study]));
  return bound.bindings
    .map((binding): Trail => {
      const study = studies.get(binding.study);
      return {
        place: toSource(document, binding.span),
        label: trailLabel(binding, study),
        steps: stepsOf(binding, study, document.text, index),
      };
    })
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}

/**
 * The number's own rule first, then each mechanism with the text that it spans and, beneath it, the rule of the
 * name that it joined to the number.
 */
function stepsOf(binding: Binding, study: Study | undefined, text: string, index: MentionIndex): TrailStep[] {
  const { span } = binding;
  const rules = [...new Set(binding.trail)];
  const last = rules.findLast((ruleId) => ruleId.startsWith('bind.'));
  const steps = [ownStep(rules[0] ?? '', span, text, index)];
  let arms = armsOf(binding, study, index);
  let name: Named | undefined;
  for (const ruleId of rules.slice(1)) {
    if (!ruleId.startsWith('bind.')) {
      if (name) steps.push(nameStep(name, text));
      name = namedBy(ruleId, binding, index);
      continue;
    }
    // The arms are told once: by the mechanism that joins no other name, else by the last one.
    const told = !name || ruleId === last ? arms : [];
    if (told.length > 0) arms = [];
    steps.push(mechanismStep(ruleId, span, name ? [name, ...told] : told, text));
    name = undefined;
  }
  return name ? [...steps, nameStep(name, text)] : steps;
}

/** A rule and the characters that it read. */
interface Named {
  readonly ruleId: string;
  readonly span: Span<'text'>;
}

function ownStep(ruleId: string, span: Span<'text'>, text: string, index: MentionIndex): TrailStep {
  const own = index.nearest(ruleId, span.start);
  const read = own && own.span.start <= span.start && span.end <= own.span.end ? own.span : span;
  return { ruleId, text: text.slice(read.start, read.end) };
}

/** Where a rule read the name of a measure, event or drug: as the mechanism says, else the nearest place. */
function namedBy(ruleId: string, { evidence = [], span }: Binding, index: MentionIndex): Named | undefined {
  return evidence.find((read) => read.ruleId === ruleId) ?? index.nearest(ruleId, span.start);
}

/** The mentions of the arms that a value belongs to or compares. */
function armsOf({ arm, arms = [], span }: Binding, study: Study | undefined, index: MentionIndex): Mention[] {
  const ids = arm === undefined ? arms : [arm];
  return ids.flatMap((id) => {
    const known = study?.arms.find((other: StudyArm) => other.id === id);
    return (known && index.ofArm(known, span.start)) ?? [];
  });
}

function nameStep({ ruleId, span }: Named, text: string): TrailStep {
  return { ruleId, text: text.slice(span.start, span.end) };
}

function mechanismStep(ruleId: string, span: Span<'text'>, names: readonly Named[], text: string): TrailStep {
  const start = Math.min(span.start, ...names.map((name) => name.span.start));
  const end = Math.max(span.end, ...names.map((name) => name.span.end));
  const step = { ruleId, text: shortened(text.slice(start, end)) };
  return names.length === 0 ? step : { ...step, children: names.map((name) => nameStep(name, text)) };
}

/** A long text by its two ends. */
function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)} … ${text.slice(-longest / 2)}`;
}
