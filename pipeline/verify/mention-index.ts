import type { Mention, MentionKind, StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

const armKinds: ReadonlySet<MentionKind> = new Set(['arm', 'regimen', 'drug', 'procedure', 'drug-class', 'cue']);

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
      if (armKinds.has(mention.kind)) this.arms.push({ mention, label: plain(mention, tail) });
    }
  }

  /** The mention of a rule that holds a place, else the nearest one. */
  nearest(ruleId: string, place: number): Mention | undefined {
    let best: Mention | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const mention of this.byRule.get(ruleId) ?? []) {
      const away = distance(mention, place);
      if (away > least) break;
      best = mention;
      least = away;
    }
    return best;
  }

  /** The last mention of an arm before a place, else the first behind it; no farther than `reach` characters. */
  ofArm(arm: StudyArm, place: number, reach = 600): Mention | undefined {
    let before: Mention | undefined;
    for (const { mention, label } of this.arms) {
      if (mention.span.end <= place) {
        if (place - mention.span.end <= reach && arm.aliases.has(label)) before = mention;
      } else if (before) return before;
      else if (mention.span.start - place > reach) return undefined;
      else if (arm.aliases.has(label)) return mention;
    }
    return before;
  }
}

function distance({ span }: Mention, place: number): number {
  return place < span.start ? span.start - place : place >= span.end ? place - span.end + 1 : 0;
}

/** The label as the arms of a study keep it: without brackets, spaces and the word for arm or regimen at its end. */
function plain(mention: Mention, tail: RegExp): string {
  return (mention.facts.label ?? mention.name ?? mention.text)
    .replace(/[\s()\u3001,\u00b7-]/gu, '')
    .replace(tail, '')
    .toLowerCase();
}
