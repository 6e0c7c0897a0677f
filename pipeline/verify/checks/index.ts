import type { ArticleCheck, TrialCheck } from '../check.js';
import { armKnown } from './arm-known.js';
import { armLabel } from './arm-label.js';
import { armsFillStudy } from './arms-fill-study.js';
import { categorySum } from './category-sum.js';
import { conclusionSlips } from './conclusion-slips.js';
import { crossedTests } from './crossed-tests.js';
import { drugNames } from './drug-names.js';
import { estimateInInterval } from './estimate-in-interval.js';
import { estimateInMiddle } from './estimate-in-middle.js';
import { estimateNamedTwice } from './estimate-named-twice.js';
import { followUpReach } from './follow-up-reach.js';
import { gradeSum } from './grade-sum.js';
import { groupWithinStudy } from './group-within-study.js';
import { hazardAndRates } from './hazard-and-rates.js';
import { jointDenominator } from './joint-denominator.js';
import { medianAndLandmark } from './median-and-landmark.js';
import { nearestSize } from './nearest-size.js';
import { numberDomain } from './number-domain.js';
import { oneRate } from './one-rate.js';
import { pBound } from './p-bound.js';
import { pOfCounts } from './p-of-counts.js';
import { pOfHeterogeneity } from './p-of-heterogeneity.js';
import { pOfInterval } from './p-of-interval.js';
import { percentOfCount } from './percent-of-count.js';
import { pooledArms } from './pooled-arms.js';
import { possiblePercent } from './possible-percent.js';
import { printedTwice } from './printed-twice.js';
import { regimenSpelled } from './regimen-spelled.js';
import { registryForm } from './registry-form.js';
import { responseOrder } from './response-order.js';
import { responseSum } from './response-sum.js';
import { shareOfSize } from './share-of-size.js';
import { shareOfWhole } from './share-of-whole.js';
import { sharedCitation } from './shared-citation.js';
import { spread } from './spread.js';
import { survivalFalls } from './survival-falls.js';
import { valueInRange } from './value-in-range.js';
import { wordsAndNumbers } from './words-and-numbers.js';
import { wordsAndOrder } from './words-and-order.js';

/** Every check of a study by itself, in the order in which findings are told. */
export const trialChecks: readonly TrialCheck[] = [
  numberDomain,
  armKnown,
  registryForm,
  percentOfCount,
  possiblePercent,
  jointDenominator,
  nearestSize,
  shareOfWhole,
  shareOfSize,
  armsFillStudy,
  groupWithinStudy,
  responseOrder,
  responseSum,
  oneRate,
  gradeSum,
  valueInRange,
  spread,
  survivalFalls,
  medianAndLandmark,
  hazardAndRates,
  estimateInInterval,
  estimateInMiddle,
  pOfInterval,
  pOfCounts,
  pOfHeterogeneity,
  pBound,
  crossedTests,
  followUpReach,
  drugNames,
];

/** Every check between studies, or of words. */
export const articleChecks: readonly ArticleCheck[] = [
  categorySum,
  pooledArms,
  sharedCitation,
  printedTwice,
  wordsAndNumbers,
  wordsAndOrder,
  armLabel,
  regimenSpelled,
  conclusionSlips,
  estimateNamedTwice,
];
