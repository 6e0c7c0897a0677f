import pc from 'picocolors';
import type { Difference, DocumentDiff, FieldChange } from './difference.js';

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** Differences for reading, grouped by document and study. */
export function differenceLines(diffs: readonly DocumentDiff[], colour: boolean): string[] {
  const paint = pc.createColors(colour);
  const tone = { added: paint.green, removed: paint.red, changed: paint.yellow } as const;
  return diffs.flatMap(({ id, change, differences }) => {
    const head = change ? tone[change](`${signs[change]} ${id}  (${change})`) : paint.bold(id);
    const groups = new Map<string, Difference[]>();
    for (const difference of differences) {
      const study = difference.study ?? '';
      groups.set(study, [...(groups.get(study) ?? []), difference]);
    }
    const lines = [...groups].flatMap(([study, members]) => [
      ...(study === '' ? [] : [`  ${paint.bold(study)}`]),
      ...members.flatMap((difference) => {
        const indent = study === '' ? '  ' : '    ';
        const { change: kind, label, fields = [], source, quote } = difference;
        const place = source ? paint.dim(`  line ${source.line}`) : '';
        const said = quote ?? source?.text.replace(/\s*\n\s*/g, '');
        return [
          `${indent}${tone[kind](`${signs[kind]} ${label}`)}${place}`,
          ...fields.map((field) => `${indent}    ${fieldLine(field)}`),
          ...(said === undefined ? [] : [`${indent}    ${paint.dim(said)}`]),
        ];
      }),
    ]);
    return [head, ...lines];
  });
}

function fieldLine({ field, before, after }: FieldChange): string {
  return `${field}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** How many of each there are, as one line. */
export function differenceSummary(diffs: readonly DocumentDiff[]): string {
  const all = diffs.flatMap(({ differences }) => differences);
  const count = (change: Difference['change']): number =>
    all.filter((one) => one.change === change).length + diffs.filter((one) => one.change === change).length;
  const articles = diffs.length === 1 ? '1 article differs' : `${diffs.length} articles differ`;
  return `${articles}: ${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`;
}
