import { phrase, type Rulebook } from '../rulebook/index.js';

/** What stands between the drugs of a combination. */
export interface JoiningWords {
  readonly joins: RegExp;
  readonly adds: RegExp;
  readonly joining: RegExp;
  readonly doses: RegExp;
  readonly shared: RegExp;
  readonly sharedIn: RegExp;
  readonly setAgainstValues: RegExp;
  readonly compares: RegExp;
  readonly alternative: RegExp;
  readonly weighs: RegExp;
  readonly administered: RegExp;
  readonly either: RegExp;
  readonly alternates: RegExp;
  readonly given: RegExp;
  readonly group: RegExp;
  readonly groupBehindDose: RegExp;
  readonly alone: RegExp;
  readonly original: RegExp;
  readonly against: RegExp;
  readonly comparedLater: RegExp;
  readonly beside: RegExp;
  readonly tail: RegExp;
  readonly opposes: RegExp;
  readonly inView: RegExp;
  readonly sides: RegExp;
  readonly follows: RegExp;
  readonly plan: RegExp;
  readonly measuredInBoth: RegExp;
  readonly or: RegExp;
  readonly gotInTurn: RegExp;
  readonly numberOfKinds: RegExp;
}

const wordsOf = new WeakMap<Rulebook, JoiningWords>();

export function joiningWords(rulebook: Rulebook): JoiningWords {
  const known = wordsOf.get(rulebook) ?? readWords(rulebook);
  wordsOf.set(rulebook, known);
  return known;
}

function readWords(rulebook: Rulebook): JoiningWords {
  return {
    joins: phrase(rulebook, 'joins.drugs'),
    adds: phrase(rulebook, 'joins.adds'),
    joining: phrase(rulebook, 'joins.joining'),
    shared: phrase(rulebook, 'joins.shared-out'),
    sharedIn: phrase(rulebook, 'joins.shared-out-in'),
    setAgainstValues: phrase(rulebook, 'joins.set-against-values'),
    compares: phrase(rulebook, 'joins.compares'),
    alternative: phrase(rulebook, 'joins.alternative'),
    weighs: phrase(rulebook, 'joins.weighs'),
    either: phrase(rulebook, 'joins.either'),
    alternates: phrase(rulebook, 'joins.alternates'),
    given: phrase(rulebook, 'joins.given-word'),
    original: phrase(rulebook, 'coded-drugs.original-head'),
    against: phrase(rulebook, 'joins.against'),
    comparedLater: phrase(rulebook, 'joins.compared-later'),
    alone: phrase(rulebook, 'joins.alone-before'),
    beside: phrase(rulebook, 'joins.with-only'),
    tail: phrase(rulebook, 'joins.arm-tail'),
    opposes: phrase(rulebook, 'joins.against-before'),
    inView: phrase(rulebook, 'joins.in-view-of'),
    sides: phrase(rulebook, 'joins.between-sides'),
    follows: phrase(rulebook, 'joins.follows'),
    plan: phrase(rulebook, 'joins.of-plan'),
    or: phrase(rulebook, 'joins.or'),
    gotInTurn: phrase(rulebook, 'joins.got-in-turn'),
    numberOfKinds: phrase(rulebook, 'joins.number-of-kinds'),
    measuredInBoth: phrase(rulebook, 'joins.measured-in-both'),
    group: new RegExp(`^(?:${phrase(rulebook, 'introductions.word').source})`, 'u'),
    groupBehindDose: phrase(rulebook, 'joins.group-behind-dose'),
    doses: new RegExp(phrase(rulebook, 'joins.doses'), 'gu'),
    administered: new RegExp(phrase(rulebook, 'joins.administered'), 'gu'),
  };
}
