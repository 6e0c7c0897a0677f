import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { isLetter } from './labels.js';

/** The groups that a text calls by name, by how sure it is that they are arms. */
export class Groups {
  private readonly introduced: ReadonlySet<string>;
  /** How many groups are introduced, by all of their names. */
  private readonly listed: number;

  constructor(
    readonly named: readonly Mention[],
    private readonly list: ArmList,
    private readonly text: string,
    private readonly rulebook: Rulebook,
  ) {
    const introduced = named.filter(({ facts }) => facts.introduced !== undefined);
    this.introduced = new Set(introduced.flatMap(({ facts }) => facts.label ?? []));
    this.listed = new Set(introduced.map(({ text }) => text)).size;
  }

  /** Those that a word for their part in the study names, be it with a number (`对照组1`). */
  get byPart(): Mention[] {
    return this.named.filter(({ facts }) => facts.role !== undefined || facts.part !== undefined);
  }

  /** The parts in the study of two groups that the text introduces, on trial and control; none where it introduces not both. */
  get introducedParts(): Mention[] {
    const parts = this.byPart.filter(({ facts }) => facts.introduced !== undefined);
    return new Set(parts.flatMap(({ facts }) => facts.role ?? [])).size === 2 ? parts : [];
  }

  /** Both parts in the study, divided or counted, where the text tells of them before it calls a group by its drugs. */
  private get partsFirst(): Mention[] {
    const first = this.named.findIndex(hasDrugs);
    const size = phrase(this.rulebook, 'sizes.right-behind');
    // `甲药治疗(试验组)50例`: a bracket calls the treatment so, which is the arm's name.
    const isDivided = ({ facts, span }: Mention) =>
      facts.role !== undefined &&
      this.text[span.start - 1] !== '(' &&
      (facts.introduced !== undefined || size.test(this.text.slice(span.end, span.end + 24)));
    const parts = this.named.slice(0, Math.max(0, first)).filter(isDivided);
    return new Set(parts.map(({ facts }) => facts.role)).size === 2 ? parts : [];
  }

  /** Those that have a label of their own and are no misprints. */
  get labelled(): Mention[] {
    return this.named.filter(
      (mention) => mention.facts.role === undefined && mention.facts.part === undefined && !this.isStray(mention),
    );
  }

  /** Whether the drugs of a group are known, or it is one of several that were introduced by names that tell no drug. */
  isSure(mention: Mention): boolean {
    const { introduced, label } = mention.facts;
    if (hasDrugs(mention)) return true;
    // `观察1组、观察2组和对照组`: beside those that are numbered it is an arm of its own, as beside two others.
    const onTrial = phrase(this.rulebook, 'joins.label-on-trial');
    const isNumbered = ({ facts, text }: Mention) =>
      facts.part !== undefined || (facts.role === undefined && mention.facts.role === 'control' && onTrial.test(text));
    if (mention.facts.role !== undefined && this.named.some(isNumbered)) return true;
    // `A组、B组和对照组`; `分为试验组和对照组,试验组予甲药…甲药组…`
    if (mention.facts.role !== undefined)
      return (this.listed > 2 && introduced !== undefined) || this.partsFirst.includes(mention);
    return this.listed > 1 && introduced !== undefined && this.saysNoDrug(label ?? mention.text);
  }

  /** `A组`, `联合组`, `单药组`, `移植组`: names that the article must explain. */
  private saysNoDrug(label: string): boolean {
    const ids = ['joins.label-combined', 'joins.label-single', 'joins.transplanted'];
    return isLetter(label, this.rulebook) || ids.some((id) => phrase(this.rulebook, id).test(label));
  }

  /** Where the article has said which groups there are, a name that it never explains is a misprint of one of them. */
  private isStray(mention: Mention): boolean {
    return this.introduced.size > 1 && mention.facts.introduced === undefined && !this.list.knows(mention);
  }
}

/** Whether the text or the lexicon says which drugs a name stands for. */
export function hasDrugs({ facts, ruleId }: Mention): boolean {
  return facts.drugs !== undefined && ruleId !== 'bind.combination';
}

/** The groups that the text calls by name, cohorts and those that only lacked something aside. */
export function calledGroups(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const without = phrase(rulebook, 'joins.without');
  const institution = phrase(rulebook, 'joins.institution');
  const cohorts = new Set(mentions.filter(({ facts }) => facts.cohort !== undefined).map(({ facts }) => facts.label));
  const lead = (at: number) => text.slice(Math.max(0, at - 6), at);
  return mentions.filter(
    ({ kind, facts, span }) =>
      kind === 'arm' &&
      facts.cohort === undefined &&
      !(facts.label !== undefined && cohorts.has(facts.label)) &&
      !(facts.role !== undefined && institution.test(lead(span.start))) &&
      !without.test(lead(span.start)),
  );
}
