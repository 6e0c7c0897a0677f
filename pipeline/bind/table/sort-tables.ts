import type { Table } from '../../model/index.js';
import { bindStudyTable, type StudyTable } from './bind-study-table.js';
import type { TableScene } from './table-scene.js';
import { type TrialTable, trialTable } from './trial-table.js';

/** The tables of an article, by what they tell of. */
export interface SortedTables {
  /** Those with the results of several trials. */
  readonly ofTrials: readonly TrialTable[];
  /** Those that describe included studies. */
  readonly ofStudies: readonly StudyTable[];
  /** All others: of the arms of one study. */
  readonly ofArms: readonly Table[];
}

/** Sorts tables; no arm is known yet, and `scene` has none. */
export function sortTables(tables: readonly Table[], scene: TableScene): SortedTables {
  const ofTrials: TrialTable[] = [];
  const ofStudies: StudyTable[] = [];
  const ofArms: Table[] = [];
  for (const table of tables) {
    const trials = trialTable(table, scene);
    const studies = trials ? undefined : bindStudyTable(table, scene.text, scene.mentions, scene.rulebook);
    if (trials) ofTrials.push(trials);
    else if (studies) ofStudies.push(studies);
    else ofArms.push(table);
  }
  return { ofTrials, ofStudies, ofArms };
}
