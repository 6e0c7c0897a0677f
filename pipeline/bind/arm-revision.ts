import type { Mention } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import type { ArmMatch, OpenArm } from './arm-match.js';
import { addPair } from './compared-pair.js';
import { isByDonor, isCytotoxic, isKindOfTreatment, isMore, key } from './drug-sets.js';
import { giveKindGroups, unifyKindGroups } from './kind-groups.js';
import { wholeOfKind } from './kind-of-arm.js';
import { absorb, giveAdded, giveCombinations, type Named, unifyAdded } from './whole-arms.js';

/** What the arms of one study turn out to be, once all of its mentions have been read. */
export class ArmRevision {
  /** Changes `open`, the arms of `list`, in place. */
  constructor(
    private readonly open: OpenArm[],
    private readonly match: ArmMatch,
    private readonly list: Pick<
      ArmList,
      'add' | 'addOpposed' | 'labelled' | 'takeRole' | 'give' | 'drugsAt' | 'componentsOf' | 'find'
    >,
  ) {}

  /** `甲药与乙药的头对头研究…优于对照组`: two treatments set against each other, in the place of the one arm that only its part names. */
  replaceByPair(pair: readonly Mention[]): void {
    const [only, another] = this.open;
    if (another || only?.role === undefined || only.drugs.length > 0 || pair.length !== 2) return;
    this.open.pop();
    addPair(this.list, pair);
    if (this.open.length === 2) this.list.takeRole(Number(only.role === 'control'), only.role);
  }

  /** Takes out the only arm where nothing is known of what it got; a control, or those who lacked something, are never all. */
  dropLoneGroup(own: boolean): void {
    const [only] = this.open;
    const isOneOfTwo = only?.role === 'control' || only?.lacks !== undefined;
    if (this.open.length === 1 && only?.drugs.length === 0 && (own || isOneOfTwo)) this.open.pop();
  }

  /** `allo-HSCT 300例,其中Haplo-HSCT 80例、Sib-HSCT 90例`: what all of several kinds of transplantation are is none of the arms. */
  dropGeneral(): void {
    const place = this.open.findIndex(
      ({ drugs, isIntroduced }) => drugs.length === 1 && drugs[0]?.name === 'allo-HSCT' && !isIntroduced,
    );
    const others = this.open.filter((_, other) => other !== place);
    if (place >= 0 && others.length > 1 && others.every(({ drugs }) => isByDonor(drugs))) this.open.splice(place, 1);
  }

  /** Adds the arm that a pooled comparison is against where the article does not name it. */
  addControl(rulebook: Rulebook): void {
    const entry = rulebook.entries.find(({ facts }) => facts.role === 'control' && facts.label !== undefined);
    const label = entry?.facts.label ?? 'control';
    this.open.push({
      label,
      aliases: new Set([label]),
      drugs: [],
      role: 'control',
      isGroup: true,
      isIntroduced: false,
      isListed: false,
    });
  }

  /** Arms that turned out to get the same drugs are one arm: `A组接受吉非替尼` is the arm 吉非替尼组. */
  unify(): void {
    for (let place = this.open.length - 1; place > 0; place -= 1) {
      const arm = this.open[place] as OpenArm;
      const drugs = key(arm.drugs);
      const first =
        drugs === ''
          ? place
          : this.open.findIndex(
              (other) =>
                key(other.drugs) === drugs &&
                other.dose === arm.dose &&
                (other === arm || !this.match.areOpposed(arm, other)),
            );
      if (first >= place) continue;
      absorb(this.open, arm, this.open[first] as OpenArm);
    }
  }

  /** `甲药组、序贯手术组…手术组`: an arm without a size that only says what another one got more is that one. */
  private unifyParts({ sized, areTogether }: Named): void {
    if (this.open.length !== 3) return;
    const part = this.open.find((arm, place) => !sized.has(place) && wholeOfKind(this.open, arm));
    const whole = part && wholeOfKind(this.open, part);
    // `甲药组、手术组和甲药联合手术组`: what one sentence names beside each other is not one.
    if (!part || !whole || areTogether(this.open.indexOf(part), this.open.indexOf(whole))) return;
    absorb(this.open, part, whole);
  }

  /** Gives arms that are called by a part of what they got the whole of it; see `whole-arms`. */
  nameInFull(named: Named): void {
    this.unifyParts(named);
    unifyAdded(this.open, named);
    giveCombinations(this.open, named);
    giveAdded(this.open, named);
  }

  /**
   * `SBRT组…放疗组…手术组`: of three arms, the one called by a kind of treatment is the only other one of that kind, unless each is counted by
   * itself (`根治术30例,保乳术31例,放疗29例`).
   */
  unifyKinds(chemotherapy: RegExp, sized: ReadonlySet<number>): void {
    if (this.open.length !== 3) return;
    const general = this.open.find(
      ({ drugs, isListed }) => drugs.length === 1 && !isListed && isKindOfTreatment(drugs[0]),
    );
    const kind = general?.drugs[0]?.name;
    const [special, another] = this.open.filter(({ drugs }) => {
      // `甲药或多柔比星…化疗组`: the drugs of one arm only are all cytotoxic.
      if (kind === 'chemotherapy')
        return chemotherapy.test(general?.label ?? '') && drugs.length > 0 && drugs.every(isCytotoxic);
      return drugs.length === 1 && drugs[0]?.modality === kind && drugs[0]?.name !== kind;
    });
    if (!general || !special || another) return;
    if ([general, special].every((arm) => sized.has(this.open.indexOf(arm)))) return;
    absorb(this.open, general, special);
  }

  /** The treatment that the study is about is what its arm on trial got where nothing else says so. */
  giveTried(treatment: Mention | undefined): void {
    const tried = this.open.findIndex(({ role, drugs }) => role === 'experimental' && drugs.length === 0);
    if (treatment && tried >= 0 && this.open.length === 2) this.list.give(tried, this.list.componentsOf(treatment));
  }

  /** `甲药对比乙药…联合组…对照组`: what two treatments were set against each other is what the arms got. */
  giveCompared([tried, comparator]: readonly Mention[]): void {
    const control = this.open.findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
    if (this.open.length !== 2 || control < 0 || !tried || !comparator || this.list.find(comparator) === 1 - control)
      return;
    this.list.give(control, this.list.componentsOf(comparator));
    if (this.list.drugsAt(1 - control).length === 0) this.list.give(1 - control, this.list.componentsOf(tried));
  }

  /** `免疫联合化疗组和化疗组`: the groups that are called by kinds of treatment are the treatments that were compared. */
  nameKinds(told: readonly Mention[]): void {
    unifyKindGroups(this.open);
    giveKindGroups(
      this.open,
      told.map((mention) => this.list.componentsOf(mention)),
    );
  }

  /** `甲药联合化疗组…治疗组与对照组`: the one arm that is named by what it got is the one on trial. */
  unifyTried(): void {
    const tried = this.open.find(({ role, drugs }) => role === 'experimental' && drugs.length === 0);
    const [named, another] = this.open.filter(({ role, drugs }) => role === undefined && drugs.length > 0);
    if (!tried || !named || another || this.open.length !== 3) return;
    absorb(this.open, tried, named);
    named.role = 'experimental';
  }

  /** `观察组予甲药联合乙药,对照组予乙药。联合组…单药组…`: a name that nothing explains is that of the one arm which got a drug alone. */
  unifySingle(single: RegExp): void {
    const unknown = this.open.find(
      ({ label, drugs, isListed }) => drugs.length === 0 && !isListed && single.test(label),
    );
    const others = this.open.filter((arm) => arm !== unknown);
    const [alone, another] = others.filter(({ drugs }) => drugs.length === 1);
    if (unknown && alone && !another && others.every(({ drugs }) => drugs.length > 0))
      absorb(this.open, unknown, alone);
  }

  /** `分为试验组和对照组…甲药+化疗组50例和安慰剂+化疗组51例`: two arms told by their parts are the two that are named, one in the place of the other. */
  unifyByPart(): void {
    const parts = this.open.filter(({ role, drugs }) => role !== undefined && drugs.length === 0);
    const named = this.open.filter(({ role, drugs }) => role === undefined && drugs.length > 0);
    const [one, other] = named as [OpenArm, OpenArm];
    if (this.open.length !== 4 || parts.length !== 2 || named.length !== 2) return;
    const isControl = (arm: OpenArm, tried: OpenArm) =>
      arm.drugs.some(({ name }) => name === 'placebo') || isMore(tried.drugs, arm.drugs);
    if (isControl(one, other) === isControl(other, one) || parts[0]?.role === parts[1]?.role) return;
    for (const part of parts) {
      const isFirst = isControl(one, other) === (part.role === 'control');
      const arm = isFirst ? one : other;
      arm.role = part.role;
      absorb(this.open, part, arm);
    }
  }

  /** `甲药联合化疗组…对照组NP方案化疗`: of two arms, the one with chemotherapy got that of the other one. */
  shareChemotherapy(): void {
    if (this.open.length !== 2) return;
    for (const [place, arm] of this.open.entries()) {
      const other = this.open[1 - place] as OpenArm;
      const rest = arm.drugs.filter(({ name }) => name !== 'chemotherapy');
      if (rest.length === 0 || rest.length === arm.drugs.length || other.drugs.length === 0) continue;
      // `甲药联合化疗组…甲药组`: what the other one got is what chemotherapy was added to.
      const isBase = other.drugs.every(({ name }) => rest.some((drug) => drug.name === name));
      if (!isBase && other.drugs.every(isCytotoxic)) arm.drugs = [...rest, ...other.drugs];
    }
  }

  /** `甲方案基础上加乙药…乙药组…对照组`: beside a control of which nothing is known, an arm got all of the combination. */
  spellOut(combinations: readonly Mention[]): void {
    const control = this.open.findIndex(({ role, drugs }) => role === 'control' && drugs.length === 0);
    const arm = this.open[1 - control];
    if (this.open.length !== 2 || control < 0 || arm?.drugs.length !== 1) return;
    const [whole, another] = combinations
      .map((mention) => this.list.componentsOf(mention))
      .filter((drugs) => drugs.length > 1 && drugs.some(({ name }) => name === arm.drugs[0]?.name));
    if (whole && (!another || key(whole) === key(another))) arm.drugs = [...whole];
  }

  /** `甲药联合乙药与单纯乙药…联合组和乙药组`: the arm called by its being combined got the one combination that is told of. */
  giveCombined(combinations: readonly Mention[], combined: RegExp): void {
    const place = this.open.findIndex(({ label, drugs }) => drugs.length === 0 && combined.test(label));
    const other = this.open[1 - place];
    if (this.open.length !== 2 || !other || other.drugs.length === 0) return;
    const wholes = new Map(
      combinations.map((mention) => this.list.componentsOf(mention)).map((drugs) => [key(drugs), drugs] as const),
    );
    const holding = [...wholes.values()].filter((drugs) => isMore(drugs, other.drugs));
    const [whole, another] = holding.length > 0 ? holding : [...wholes.values()];
    if (whole && !another && key(whole) !== key(other.drugs)) this.list.give(place, whole);
  }

  /**
   * Of two arms the one on trial comes first, as in `a对b`, unless the article lists them the other way round, or counts the
   * control before the other (`对照组n例…观察组n例…两组分别为`).
   */
  putControlLast(counted: Mention | undefined): void {
    const [first, second] = this.open;
    const isControl = (arm: OpenArm | undefined) =>
      arm?.role === 'control' || arm?.drugs.some(({ name }) => name === 'placebo') === true;
    const isCounted = counted?.facts.role === 'control' && first?.role === 'control' && second?.role === 'experimental';
    const areListed = (first?.isListed && second?.isListed) || isCounted;
    if (this.open.length === 2 && isControl(first) && !isControl(second) && !areListed) this.open.reverse();
  }
}
