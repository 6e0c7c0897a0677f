import { readPacks } from './rule-packs.js';

/** The packs of names. Cues, headings and arms named by their part are words of the language, with no English name. */
export const names = [
  'classes',
  'designs',
  'drugs',
  'events',
  'items',
  'measures',
  'populations',
  'procedures',
  'qualifiers',
  'regimens',
];

export const lexiconPacks = readPacks().flatMap(({ file, pack }) =>
  pack.kind === 'lexicon' ? [{ file: file.replace('rules/lexicon/', ''), pack }] : [],
);
export const packs = lexiconPacks.filter(({ pack }) => names.includes(pack.pack));
export const rows = packs.flatMap(({ pack }) => pack.rows.map((row) => ({ pack, row })));
export const forms = rows.flatMap(({ row }) => row.forms.map((form) => ({ id: row.id, form })));

/** Facts of a row that are printed as text; `forms` and `beats` are lists. */
export function fact(row: (typeof rows)[number]['row'], name: string): string | undefined {
  return row[name] as string | undefined;
}

/** The rows of the pack of that name. */
export function of(name: string) {
  return rows.filter(({ pack }) => pack.pack === name).map(({ row }) => row);
}

/** The forms that offend, with the row to look in. */
export function offenders(wrong: (form: string) => boolean): string[] {
  return forms.filter(({ form }) => wrong(form)).map(({ id, form }) => `${id}: ${JSON.stringify(form)}`);
}
