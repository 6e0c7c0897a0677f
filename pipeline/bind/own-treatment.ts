import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { compared } from './compared-treatments.js';
import { isGivenToPart } from './partly-given.js';
import { areAlternatives } from './regimen-signs.js';
import {
  givenKind,
  givenProcedure,
  givenTreatment,
  mainTreatment,
  mostNamed,
  studiedTreatment,
  withItsPartners,
} from './study-treatment.js';
import { treatedCohort } from './treated-cohort.js';

/** What an article's own study names: in its title, in the sentence with its aim, anywhere. */
interface OwnMentions {
  readonly title: readonly Mention[];
  readonly aim: readonly Mention[];
  readonly mentions: readonly Mention[];
  readonly regimens: readonly Mention[];
}

/** What all patients of an article's own study got, where nothing tells its arms apart. */
export class OwnTreatment {
  /** The treatment that the title is about, a regimen before a drug. */
  private readonly ofTitle: readonly Mention[];
  private readonly named: OwnMentions;

  constructor(
    told: OwnMentions,
    private readonly text: string,
    private readonly rulebook: Rulebook,
  ) {
    const { title } = told;
    const isTold = (mention: Mention) =>
      !isGivenToPart(mention, text, rulebook) &&
      !isInfluence(mention, text, rulebook) &&
      !isOneOfLetters(mention, told.mentions, text, rulebook);
    const { aim, mentions, regimens: all } = told;
    this.named = { title, aim: aim.filter(isTold), mentions: mentions.filter(isTold), regimens: all.filter(isTold) };
    const regimens = title.filter(({ kind, facts }) => kind === 'regimen' && facts.drugs !== undefined);
    this.ofTitle = [...regimens, ...mainTreatment(title)].slice(0, 1);
  }

  /** The regimens that are its arms, where the title is about no treatment. */
  regimens(): readonly Mention[] {
    if (this.ofTitle.length > 0) return [];
    const { aim, regimens } = this.named;
    // `接受甲药治疗的患者采用甲乙方案或甲丙方案`: what each patient got one of are no arms beside what the study is of.
    const subject = areAlternatives(regimens, this.text, this.rulebook) ? mainTreatment(aim) : [];
    return subject.length > 0 ? subject : regimens;
  }

  /** The first treatment that the text says all patients got, the surest way of saying so first. */
  treatment(): readonly Mention[] {
    const { aim, mentions } = this.named;
    const ways = [compared, () => this.ofTitle, () => combinationOf(aim), givenTreatment, () => mainTreatment(aim)];
    const triedBy = () => triedKind(aim, this.text, this.rulebook);
    const last = [studiedTreatment, mostNamed, treatedCohort, givenProcedure, triedBy, givenKind];
    for (const way of [...ways, ...last]) {
      const found = way(mentions, this.text, this.rulebook);
      if (found.length > 0) return withItsPartners(found, mentions);
    }
    return [];
  }
}

/** `分析甲病的临床特点和预后因素,评估移植对生存的影响`: one thing among others that a study of patients asks after is not what all of them got. */
function isInfluence({ kind, span }: Mention, text: string, rulebook: Rulebook): boolean {
  if (!ownTreatmentKinds.has(kind)) return false;
  const start = text.lastIndexOf('\u3002', span.start) + 1;
  const around = `${text.slice(Math.max(start, span.start - 90), span.start)}|${text.slice(span.end, span.end + 60)}`;
  return phrase(rulebook, 'joins.influence').test(around);
}

/** `接受DA、IA、MA方案`: the last of several regimens, of which only it has the word for regimen: not all patients got it. */
function isOneOfLetters({ kind, span }: Mention, all: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  if (kind !== 'regimen') return false;
  const lead = text.slice(Math.max(0, span.start - 16), span.start);
  if (!phrase(rulebook, 'joins.letters-ahead').test(lead)) return false;
  return !all.some((other) => other.kind === 'regimen' && other.span.end === span.start - 1);
}

/** The combination that a study is for. */
function combinationOf(aim: readonly Mention[]): Mention[] {
  return aim.filter(({ kind, facts }) => kind === 'regimen' && facts.combination !== undefined).slice(0, 1);
}

/** `观察新辅助化疗对某癌的疗效`: the kind of treatment whose effects a study is for, where no drug is named. */
function triedKind(aim: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const effects = phrase(rulebook, 'joins.whose-effects');
  return aim
    .filter(({ kind, name, facts, span }) => {
      const isKind = kind === 'drug-class' && (facts.drugs ?? name) === 'chemotherapy';
      return isKind && effects.test(text.slice(span.end, span.end + 64));
    })
    .slice(0, 1);
}
