import {
  armNameKinds,
  type Binding,
  type Claim,
  type Definitions,
  type Mention,
  type Segmentation,
  type Study,
  type StudyArm,
  type Unbound,
} from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { ArmList } from './arm-list.js';
import { bindDoses } from './bind-doses.js';
import { bindPValues } from './bind-p-values.js';
import { bindSizes } from './bind-sizes.js';
import { bindValues } from './bind-values.js';
import { calibrate } from './calibrate.js';
import { withCountsOfRates } from './count-of-rate.js';
import { describeStudy } from './describe-study.js';
import type { Draft } from './drafts.js';
import { findArms } from './find-arms.js';
import { introduce } from './introduce.js';
import { armOf, type Names, SceneNames } from './names.js';
import { openDrafts } from './open-drafts.js';
import { Outcome } from './outcome.js';
import { isResult } from './parts.js';
import { mentionsOf, type Passage, passagesOf } from './passages.js';
import type { Reading } from './place.js';
import { clauseStart, isCue, isKind, Scene } from './scene.js';
import { bindArmTable } from './table/bind-arm-table.js';
import { bindTrialTable, type ToldStudy } from './table/bind-trial-table.js';
import { sortTables } from './table/sort-tables.js';
import { tellingOf } from './telling.js';
import type { Cast, Who } from './who.js';

export interface Bound {
  readonly studies: readonly Study[];
  readonly bindings: readonly Binding[];
  readonly unbound: readonly Unbound[];
  readonly passages: readonly Passage[];
}

/** Says of every number which study, measure, arm, grade, time and comparison it belongs to, or why that is not sure. */
export function bind(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  definitions: Definitions,
  rulebook: Rulebook,
): Bound {
  const { text } = segmentation.document;
  const drafts = openDrafts(segmentation, mentions, rulebook);
  const passages = passagesOf(segmentation, mentions, drafts, rulebook);
  const byDraft = new Map<Draft, Passage[]>();
  for (const passage of passages) {
    if (!passage.draft) continue;
    const told = byDraft.get(passage.draft);
    if (told) told.push(passage);
    else byDraft.set(passage.draft, [passage]);
  }
  const bare = { text, mentions, rulebook, study: '', list: new ArmList(rulebook, definitions), arms: [] };
  const tables = sortTables(segmentation.tables, bare);
  const toldStudies: ToldStudy[] = [];
  const { isImplied, onlyNamed } = drafts;
  const context = { segmentation, mentions, passages, rulebook, isImplied, onlyNamed };
  const tableOwner = drafts.own;
  const studies: Study[] = [];
  const claims: Claim[] = [];
  const unbound: Unbound[] = [];
  const titled = new Set<number>();
  let armsBefore: readonly StudyArm[] = [];
  const before = new Map(passages.map((passage, i) => [passage, passages[i - 1]]));
  for (const [draft, told] of byDraft) {
    const all = mentionsOf(told);
    const telling = tellingOf(draft, told, { ...context, titled, armsBefore });
    const { list, arms } = findArms(telling, text, rulebook, definitions);
    armsBefore = arms;
    for (const { sentence, mentions: named } of told) if (named.some(isResult)) titled.add(sentence.section.index);
    introduce({ list, arms }, told, passages, text, rulebook);
    const measures = all.filter(({ kind }) => kind === 'measure').flatMap(({ name }) => name ?? []);
    const outcome = new Outcome(draft.key, draft.own, new Set(measures));
    for (const passage of told) {
      outcome.sentenceWhat = measureOfSentence(passage, before.get(passage));
      bindPassage(passage, text, rulebook, { list, arms }, outcome);
    }
    // `研究背景…本次会议公布了某研究`: the frame of a report on other studies, without a number of its own, is no study.
    if (draft.own && byDraft.size > 1 && tables.ofArms.length === 0 && !all.some(isResult)) continue;
    if (draft === tableOwner) {
      const scene = { text, mentions, rulebook, study: draft.key, list, arms };
      for (const table of tables.ofArms) {
        const read = bindArmTable(table, scene);
        claims.push(...read.bindings);
        unbound.push(...read.unbound);
      }
    }
    const study = describeStudy(draft, all, arms);
    studies.push(study);
    toldStudies.push({ study, list });
    claims.push(...withCountsOfRates(outcome.bindings, text, rulebook));
    unbound.push(...outcome.unbound);
  }
  for (const table of tables.ofTrials) {
    const read = bindTrialTable(table, toldStudies, bare);
    studies.push(...read.studies);
    claims.push(...read.bindings);
    unbound.push(...read.unbound);
  }
  for (const read of tables.ofStudies) {
    studies.push(...read.studies);
    claims.push(...read.bindings);
  }
  const { bindings, doubted } = calibrate(claims, studies, rulebook);
  return { studies, bindings, unbound: [...unbound, ...doubted], passages };
}

/** `甲方案的ORR为a%,而该方案可达b%`: the measure that a sentence named before it came to this study. */
function measureOfSentence(passage: Passage, before: Passage | undefined): Mention | undefined {
  if (before?.sentence !== passage.sentence) return undefined;
  return before.mentions.findLast(({ kind }) => kind === 'measure');
}

/** The measures and events that a passage names, each once. */
function distinctWhats(names: Names): Mention[] {
  const whats = new Map<string | undefined, Mention>();
  for (const { members } of names.whats)
    for (const mention of members) if (isKind(mention, 'measure', 'event')) whats.set(mention.name, mention);
  return [...whats.values()];
}

/** The arms that a passage names two by two. */
function pairsOf(names: Names, cast: Cast, mentions: readonly Mention[]): Who[] {
  // Most passages name one treatment or none, of which nothing more need be known.
  if (mentions.filter(({ kind }) => armNameKinds.has(kind)).length < 2) return [];
  const lists = names.arms.filter(({ members }) => members.length > 1);
  return lists.flatMap(({ members }) => {
    const arms = [...new Set(members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []))];
    return arms.length === 2 ? [{ arms, ruleId: 'bind.contrast' }] : [];
  });
}

/** Where a passage comes to define its terms, or its end: `分析90例患者,缓解定义为缩小30%`; what it supposes is all supposed. */
function definitionIn(passage: Passage, text: string, rulebook: Rulebook): number {
  // `按照纳入标准共纳入n例`: who met the criteria is counted.
  const met = phrase(rulebook, 'titles.criteria-met');
  const cue = passage.mentions.find(
    (mention) => isCue(mention, 'defined') && !met.test(text.slice(mention.span.end, passage.end)),
  );
  if (!cue) return passage.end;
  // `62例患者(女性占40%)符合纳入标准`: who is said to have met them is told of before.
  if (phrase(rulebook, 'titles.those-meet').test(text.slice(passage.start, cue.span.start))) return cue.span.start;
  return phrase(rulebook, 'titles.defines').test(cue.text)
    ? clauseStart(text, cue.span.start, passage.start, ',;')
    : passage.start;
}

function bindPassage(passage: Passage, text: string, rulebook: Rulebook, cast: Cast, outcome: Outcome): void {
  const title = passage.sentence.section.title ?? '';
  const end = definitionIn(passage, text, rulebook);
  if (phrase(rulebook, 'titles.statistics').test(title) || end === passage.start) return;
  const inside = end === passage.end ? passage.mentions : passage.mentions.filter(({ span }) => span.end <= end);
  const scene = new Scene(text, passage.start, end, inside, rulebook);
  const names = new SceneNames(scene, cast.list);
  outcome.bound = [];
  outcome.opposed = undefined;
  for (const pair of pairsOf(names, cast, inside)) outcome.rememberPair(pair);
  const reading: Reading = { scene, names, cast, outcome };
  // More than half of all passages have no number to bind.
  if (inside.some(({ quantity }) => quantity !== undefined))
    for (const bindKind of [bindValues, bindPValues, bindSizes, bindDoses]) bindKind(reading);
  outcome.rememberGrades(scene, names);
  outcome.lastWhats = distinctWhats(names);
  outcome.close(passage.end, cast.arms);
  const cohorts = names.groups.flatMap(({ members }) => members);
  if (cohorts.length > 1) outcome.cohorts = cohorts;
}
