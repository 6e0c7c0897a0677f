import {
  type Binding,
  type Claim,
  type Definitions,
  type Mention,
  mentionsWithin,
  type Segmentation,
  type Study,
  type StudyArm,
  type Table,
  type Unbound,
} from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { ArmList } from './arm-list.js';
import { bindDoses } from './bind-doses.js';
import { bindPValues } from './bind-p-values.js';
import { bindSizes } from './bind-sizes.js';
import { bindValues } from './bind-values.js';
import { calibrate } from './calibrate.js';
import { describeStudy } from './describe-study.js';
import type { Draft } from './drafts.js';
import { findArms } from './find-arms.js';
import { armOf, type Names, SceneNames } from './names.js';
import { openDrafts } from './open-drafts.js';
import { Outcome } from './outcome.js';
import { isResult } from './parts.js';
import { type Passage, passagesOf } from './passages.js';
import { fromSeries, tellsSeries } from './patient-series.js';
import type { Reading } from './place.js';
import { isCue, isKind, Scene } from './scene.js';
import { bindArmTable } from './table/bind-arm-table.js';
import { bindStudyTable } from './table/bind-study-table.js';
import { bindTrialTable, type ToldStudy } from './table/bind-trial-table.js';
import { type TrialTable, trialTable } from './table/trial-table.js';
import { pointedAt, topicOf } from './topic.js';
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
  const trials = trialTables(segmentation, mentions, definitions, rulebook);
  const studyTables = segmentation.tables.map((table) =>
    trials.has(table) ? undefined : bindStudyTable(table, text, mentions, rulebook),
  );
  const armTables = segmentation.tables.filter((table, i) => studyTables[i] === undefined && !trials.has(table));
  const toldStudies: ToldStudy[] = [];
  const tableOwner = drafts.own;
  const studies: Study[] = [];
  const claims: Claim[] = [];
  const unbound: Unbound[] = [];
  const titled = new Set<number>();
  let tried: StudyArm | undefined;
  const before = new Map(passages.map((passage, i) => [passage, passages[i - 1]]));
  for (const [draft, told] of byDraft) {
    const all = told.flatMap((passage) => passage.mentions);
    const source = drafts.isImplied ? fromSeries(told, text, rulebook) : told;
    const naming = draft.own
      ? source.filter(({ sentence }) => sentence.section.role !== 'discussion').flatMap((passage) => passage.mentions)
      : all;
    const heading = source === told ? titleMentions(draft, mentions, segmentation) : [];
    const telling = {
      told: naming,
      title: titled.has(draft.section?.index ?? -1) ? [] : heading,
      aim: draft.own ? aimOf(told, text, rulebook) : [],
      topic: draft.own || !told[0] || tellsSeries(told, text, rulebook) ? [] : topicOf(told[0], passages, heading),
      same: draft.own ? [] : pointedAt(told, tried, text, rulebook),
      own: draft.own,
    };
    const { list, arms } = findArms(telling, text, rulebook, definitions);
    tried = arms.find(({ role }) => role !== 'control');
    titled.add(draft.section?.index ?? -1);
    introduce(list, arms, told, passages, text, rulebook);
    const outcome = new Outcome(draft.key, draft.own);
    for (const passage of told) {
      outcome.sentenceWhat = measureOfSentence(passage, before.get(passage));
      bindPassage(passage, text, rulebook, { list, arms }, outcome);
    }
    // `研究背景…本次会议公布了某研究`: the frame of a report on other studies, without a number of its own, is no study.
    if (draft.own && byDraft.size > 1 && armTables.length === 0 && !all.some(isResult)) continue;
    if (draft === tableOwner) {
      const scene = { text, mentions, rulebook, study: draft.key, list, arms };
      for (const table of armTables) {
        const read = bindArmTable(table, scene);
        claims.push(...read.bindings);
        unbound.push(...read.unbound);
      }
    }
    const study = describeStudy(draft, all, arms);
    studies.push(study);
    toldStudies.push({ study, list });
    claims.push(...outcome.bindings);
    unbound.push(...outcome.unbound);
  }
  for (const table of trials.values()) {
    const list = new ArmList(rulebook, definitions);
    const read = bindTrialTable(table, toldStudies, { text, mentions, rulebook, list });
    studies.push(...read.studies);
    claims.push(...read.bindings);
    unbound.push(...read.unbound);
  }
  for (const read of studyTables) {
    studies.push(...(read?.studies ?? []));
    claims.push(...(read?.bindings ?? []));
  }
  const { bindings, doubted } = calibrate(claims, studies, rulebook);
  return { studies, bindings, unbound: [...unbound, ...doubted], passages };
}

/** The tables that give the results of several trials. */
function trialTables(
  { tables, document: { text } }: Segmentation,
  mentions: readonly Mention[],
  definitions: Definitions,
  rulebook: Rulebook,
): Map<Table, TrialTable> {
  const scene = { text, mentions, rulebook, study: '', list: new ArmList(rulebook, definitions), arms: [] };
  return new Map(
    tables.flatMap((table): [Table, TrialTable][] => {
      const read = trialTable(table, scene);
      return read ? [[table, read]] : [];
    }),
  );
}

/**
 * `A还可以与B、C联合。某等报道了…使用A`: the sentence before the study says what its one drug was given with.
 */
function introduce(
  list: ArmList,
  arms: readonly StudyArm[],
  told: readonly Passage[],
  passages: readonly Passage[],
  text: string,
  rulebook: Rulebook,
): void {
  const [arm] = arms;
  const [drug] = arm?.drugs ?? [];
  const first = told[0];
  if (!arm || !drug || !first || arms.length !== 1 || arm.drugs.length !== 1) return;
  const before = passages[passages.indexOf(first) - 1];
  if (!before || before.sentence.paragraph !== first.sentence.paragraph) return;
  const inside = text.slice(before.start, before.end);
  const names = before.mentions.flatMap((mention) =>
    ['drug', 'regimen'].includes(mention.kind) ? list.componentsOf(mention) : [],
  );
  if (!names.some(({ name }) => name === drug.name) || !phrase(rulebook, 'joins.given-with').test(inside)) return;
  list.give(0, names);
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
function pairsOf(names: Names, cast: Cast): Who[] {
  const lists = names.arms.filter(({ members }) => members.length > 1);
  return lists.flatMap(({ members }) => {
    const arms = [...new Set(members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []))];
    return arms.length === 2 ? [{ arms, ruleId: 'bind.contrast' }] : [];
  });
}

/** What the heading over a study's passages names. */
function titleMentions(draft: Draft, mentions: readonly Mention[], segmentation: Segmentation): Mention[] {
  const { section } = draft;
  if (draft.own) {
    const at = segmentation.document.text.indexOf(segmentation.title ?? '');
    const until = at + (segmentation.title?.length ?? 0);
    return mentionsWithin(mentions, at, until);
  }
  if (section?.title === undefined) return [];
  const end = section.span.start + section.title.length + 8;
  return mentionsWithin(mentions, section.span.start, end);
}

/** How many passages of an article's own study may stand before the one with its aim: journal, authors, addresses. */
const headPassages = 16;

/** What the sentence names that says what a study is for, which stands where an abstract has no title. */
function aimOf(told: readonly Passage[], text: string, rulebook: Rulebook): readonly Mention[] {
  const [aim, labelled] = [phrase(rulebook, 'titles.aim'), phrase(rulebook, 'titles.labelled-aim')];
  const printed = ({ start, end }: Passage) => text.slice(start, end);
  const said = told.slice(0, headPassages).find((passage) => labelled.test(printed(passage)));
  const [first] = told;
  return (said ?? (first && aim.test(printed(first)) ? first : undefined))?.mentions ?? [];
}

function bindPassage(passage: Passage, text: string, rulebook: Rulebook, cast: Cast, outcome: Outcome): void {
  const title = passage.sentence.section.title ?? '';
  // `按照纳入标准共纳入n例`: who met the criteria is counted.
  const met = phrase(rulebook, 'titles.criteria-met');
  if (
    phrase(rulebook, 'titles.statistics').test(title) ||
    passage.mentions.some(
      (mention) => isCue(mention, 'defined') && !met.test(text.slice(mention.span.end, passage.end)),
    )
  )
    return;
  const scene = new Scene(text, passage.start, passage.end, passage.mentions, rulebook);
  const names = new SceneNames(scene, cast.list);
  outcome.bound = [];
  outcome.opposed = undefined;
  for (const pair of pairsOf(names, cast)) outcome.rememberPair(pair);
  const reading: Reading = { scene, names, cast, outcome };
  // More than half of all passages have no number to bind.
  if (passage.mentions.some(({ quantity }) => quantity !== undefined))
    for (const bindKind of [bindValues, bindPValues, bindSizes, bindDoses]) bindKind(reading);
  outcome.rememberGrades(scene, names);
  outcome.lastWhats = distinctWhats(names);
  outcome.close(passage.end, cast.arms);
  const cohorts = names.groups.flatMap(({ members }) => members);
  if (cohorts.length > 1) outcome.cohorts = cohorts;
}
