import type { Mention } from '../model/index.js';
import type { JoiningWords } from './joining-words.js';

/**
 * `行介入和消融治疗。介入组…消融组…`: treatments that a group is called by each were not given together. A long article has
 * thousands of mentions and asks this for every pair of treatments: they are looked up by what they are called.
 */
export class TreatmentGroups {
  private readonly arms = new Map<string, Mention[]>();
  private readonly others = new Map<string | undefined, Mention[]>();
  /** Of the others, those that have the word for group behind them. */
  private readonly groups = new Map<string | undefined, readonly Mention[]>();

  constructor(
    mentions: readonly Mention[],
    private readonly text: string,
    private readonly words: JoiningWords,
  ) {
    for (const mention of mentions) {
      if (mention.kind === 'arm') put(this.arms, mention.text.slice(0, -1), mention);
      else put(this.others, mention.name, mention);
    }
  }

  /** Whether another mention than these names a group by a treatment, and not by what was added to another one. */
  isCalled({ name, text }: Mention, parts: readonly Mention[]): boolean {
    const isOther = (mention: Mention) => !parts.includes(mention) && !this.isAdded(mention);
    return this.arms.get(text)?.some(isOther) === true || this.groupsBy(name).some(isOther);
  }

  private groupsBy(name: string | undefined): readonly Mention[] {
    const known = this.groups.get(name) ?? (this.others.get(name) ?? []).filter((mention) => this.isGroup(mention));
    this.groups.set(name, known);
    return known;
  }

  private isGroup({ span: { end } }: Mention): boolean {
    return this.words.group.test(this.text.slice(end, end + 2));
  }

  private isAdded({ span: { start } }: Mention): boolean {
    return this.words.adds.test(this.text.slice(Math.max(0, start - 2), start));
  }
}

function put<Name>(byName: Map<Name, Mention[]>, name: Name, mention: Mention): void {
  const known = byName.get(name);
  if (known) known.push(mention);
  else byName.set(name, [mention]);
}
