import { LineIndex } from '../../text/index.js';
import { sentenceAround } from '../sentence-around.js';
import type { LocatedRow } from './locate-gold.js';
import { goldWord } from './match-gold.js';
import type { Predicted } from './predicted-rows.js';
import type { ArticleScore } from './score-article.js';

/** Every number that was missed, bound wrongly, or recorded without being annotated, in the order of the text. */
export function missLines({ id, text, matches }: ArticleScore): string[] {
  const lines = new LineIndex(text);
  const told: { start: number; line: string }[] = [];
  const tell = (what: string, start: number, end: number): void => {
    told.push({ start, line: `${id}:${lines.place(start).line}: ${what}\n    ${sentenceAround(text, start, end)}` });
  };
  for (const { gold, predicted, fault } of matches.matches) {
    if (!predicted) tell(`missed: ${goldWords(gold)}`, gold.start, gold.end);
    else if (fault) tell(`${fault}: ${goldWords(gold)}; recorded: ${ourWords(predicted)}`, gold.start, gold.end);
  }
  for (const predicted of matches.extra) {
    const { start, end } = predicted.row.value.source;
    tell(`not annotated: ${ourWords(predicted)}`, start, end);
  }
  return told.sort((a, b) => a.start - b.start).map(({ line }) => line);
}

function goldWords(gold: LocatedRow): string {
  const { trial, kind, arm, arms, grade, op, value } = gold;
  return words([trial, kind, goldWord(gold), armWords(arm ?? arms), grade && `grade ${grade}`, op, value]);
}

function ourWords({ row, what }: Predicted): string {
  const { trial, kind, arm, compared, grade, value } = row;
  return words([
    trial.id,
    kind,
    what,
    armWords(arm ?? compared),
    grade && `grade ${grade}`,
    'op' in value && value.op,
    value.value,
  ]);
}

function armWords(arms: string | readonly string[] | null | undefined): string | undefined {
  const list = typeof arms === 'string' ? [arms] : (arms ?? []);
  return list.length > 0 ? `[${list.join(', ')}]` : undefined;
}

function words(parts: readonly unknown[]): string {
  return parts.filter((part) => part !== undefined && part !== null && part !== '' && part !== false).join(' ');
}
