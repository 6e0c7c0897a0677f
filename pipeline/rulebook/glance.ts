import { type Needed, neededBy } from './needed.js';

/** A need as it is asked: all or any of several ones, or the slots of what a string consists of. */
type Question = { readonly isAll: boolean; readonly parts: readonly Question[] } | Uint32Array;

/** The question of an expression; until it is worth while to work that out, how often it would have been asked. */
const questions = new WeakMap<RegExp, Question | number>();

/** For so few texts it is faster to search for an expression than to find out what it needs. */
const few = 32;

/** Each code unit has a slot of its own; behind these, so many that two pairs in an article seldom share one. */
const units = 2 ** 16;
const pairs = 2 ** 18;

/**
 * The characters of a text, and which stand side by side. It is looked through once, and then says of hundreds of
 * expressions that they find nothing in it, because what they need is not there. Stretches of other texts may be added:
 * it answers for all that has been in it.
 */
export class Glance {
  private readonly held = new Uint32Array((units + pairs) / 32);

  constructor(text: string) {
    this.add(text);
  }

  add(text: string, from = 0, to = text.length): void {
    const { held } = this;
    let before = 0;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const pair = slotOf(before, code);
      held[code >>> 5] = (held[code >>> 5] as number) | (1 << (code & 31));
      held[pair >>> 5] = (held[pair >>> 5] as number) | (1 << (pair & 31));
      before = code;
    }
  }

  /** Whether an expression may find something; if not, it is sure to find nothing. */
  mayFind(expression: RegExp): boolean {
    const known = questions.get(expression) ?? 0;
    if (typeof known !== 'number') return this.holds(known);
    questions.set(expression, known < few ? known + 1 : asQuestion(neededBy(expression.source)));
    return true;
  }

  private holds(question: Question): boolean {
    if (question instanceof Uint32Array) {
      for (let i = 0; i < question.length; i += 1) {
        const slot = question[i] as number;
        if (((this.held[slot >>> 5] as number) & (1 << (slot & 31))) === 0) return false;
      }
      return true;
    }
    const { isAll, parts } = question;
    for (let i = 0; i < parts.length; i += 1) if (this.holds(parts[i] as Question) !== isAll) return !isAll;
    return isAll;
  }
}

/** Where it is noted that a code unit stands behind another one. */
function slotOf(before: number, code: number): number {
  return units + (((Math.imul(before, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 14) & (pairs - 1));
}

function asQuestion(needed: Needed): Question {
  if (typeof needed === 'string') {
    const pairOf = (_: unknown, i: number) => slotOf(needed.charCodeAt(i), needed.charCodeAt(i + 1));
    return needed.length === 1
      ? Uint32Array.of(needed.charCodeAt(0))
      : Uint32Array.from({ length: needed.length - 1 }, pairOf);
  }
  const isAll = 'all' in needed;
  return { isAll, parts: (isAll ? needed.all : needed.any).map(asQuestion) };
}
