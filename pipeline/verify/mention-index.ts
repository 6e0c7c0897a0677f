import { armNameKinds, type Mention, type StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

interface Named {
  readonly mention: Mention;
  readonly label: string;
}

/** Finds again the mentions that a value rests on: by rule, or by the arm that they name. */
export class MentionIndex {
  private readonly byRule = new Map<string, Mention[]>();
  private readonly arms: Named[] = [];

  constructor(mentions: readonly Mention[], rulebook: Pick<Rulebook, 'phrases'>) {
    const tail = phrase(rulebook, 'joins.label-tail');
    for (const mention of mentions) {
      const same = this.byRule.get(mention.ruleId);
      if (same) same.push(mention);
      else this.byRule.set(mention.ruleId, [mention]);
      if (armNameKinds.has(mention.kind)) this.arms.push({ mention, label: plainLabel(mention, tail) });
    }
  }

  /** The mention of a rule that holds a place, else the nearest one. */
  nearest(ruleId: string, place: number): Mention | undefined {
    const mentions = this.byRule.get(ruleId) ?? [];
    const after = firstBehind(mentions, place, ({ span }) => span.end);
    const [before, behind] = [mentions[after - 1], mentions[after]];
    if (!before || !behind) return before ?? behind;
    return place - before.span.end < behind.span.start - place ? before : behind;
  }

  /** The last mention of an arm before a place, else the first behind it; no farther than `reach` characters. */
  ofArm(arm: StudyArm, place: number, reach = 600): Mention | undefined {
    const after = firstBehind(this.arms, place, ({ mention }) => mention.span.end);
    for (let i = after - 1; i >= 0; i -= 1) {
      const { mention, label } = this.arms[i] as Named;
      if (place - mention.span.end > reach) break;
      if (arm.aliases.has(label)) return mention;
    }
    for (let i = after; i < this.arms.length; i += 1) {
      const { mention, label } = this.arms[i] as Named;
      if (mention.span.start - place > reach) break;
      if (arm.aliases.has(label)) return mention;
    }
    return undefined;
  }
}

/** The index of the first of some things in order that ends behind a place. */
function firstBehind<T>(things: readonly T[], place: number, endOf: (thing: T) => number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(things[middle] as T) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The label as the arms of a study keep it: without brackets, spaces and the word for arm or regimen at its end. */
export function plainLabel(mention: Mention, tail: RegExp): string {
  return plainText(mention.facts.label ?? mention.name ?? mention.text, tail);
}

/** A label in words in the same form. */
export function plainText(label: string, tail: RegExp): string {
  return label
    .replace(/[\s()\u3001,\u00b7-]/gu, '')
    .replace(tail, '')
    .toLowerCase();
}
