import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from '../../pipeline/rulebook/read-pack.js';
import { compileRulebook } from '../../pipeline/rulebook/rulebook.js';

const folder = join(import.meta.dirname, '../../rules/lexicon');
const names = [
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
/** Cues, headings and arms named by their part are words of the language: they have no source and no English name. */
const packs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => readPack(file, readFileSync(join(folder, file), 'utf8')))
  .filter(({ pack }) => names.includes(pack.pack));
const rows = packs.flatMap(({ pack }) => (pack.kind === 'lexicon' ? pack.rows.map((row) => ({ pack, row })) : []));
const forms = rows.flatMap(({ row }) => row.forms.map((form) => ({ id: row.id, form })));

/** Facts of a row that are printed as text; `forms` and `beats` are lists. */
function fact(row: (typeof rows)[number]['row'], name: string): string | undefined {
  return row[name] as string | undefined;
}

function of(name: string) {
  return rows.filter(({ pack }) => pack.pack === name).map(({ row }) => row);
}

/** The forms that offend, with the row to look in. */
function offenders(wrong: (form: string) => boolean): string[] {
  return forms.filter(({ form }) => wrong(form)).map(({ id, form }) => `${id}: ${JSON.stringify(form)}`);
}

describe('the lexicon packs', () => {
  test('are all there', () => {
    const there = packs.map(({ pack }) => pack.pack);
    expect(names.filter((name) => !there.includes(name))).toEqual([]);
  });

  test('stand under the name of their pack', () => {
    const astray = packs.filter(({ file, pack }) => !file.startsWith(`${pack.pack}/`) && file !== `${pack.pack}.yaml`);
    expect(astray.map(({ file }) => file)).toEqual([]);
  });

  test('load together, with no form under two rows', () => {
    expect(compileRulebook(packs).lexicon.forms).toHaveLength(forms.length);
  });

  test('name each thing of a kind once', () => {
    const seen = new Map<string, string>();
    const doubled = rows.flatMap(({ pack, row }) => {
      const key = `${pack.kind === 'lexicon' ? pack.makes : ''} ${row.is}`;
      const owner = seen.get(key);
      seen.set(key, row.id);
      return owner ? [`${row.id} and ${owner} are both ${row.is}`] : [];
    });
    expect(doubled).toEqual([]);
  });

  test('say what they are drawn from', () => {
    expect(packs.filter(({ pack }) => !pack.source?.length).map(({ file }) => file)).toEqual([]);
  });
});

describe('forms', () => {
  test('are free of full-width letters, digits and punctuation', () => {
    expect(offenders((form) => /[\uFF01-\uFF5E\u3000]/u.test(form))).toEqual([]);
  });

  test('neither begin nor end with a space, nor hold two', () => {
    expect(offenders((form) => form !== form.trim() || /\s{2}|[^\S ]/u.test(form))).toEqual([]);
  });

  test('have no space beside a Han character', () => {
    expect(offenders((form) => /\p{Script=Han} | \p{Script=Han}/u.test(form))).toEqual([]);
  });

  test('have no radical in place of a character', () => {
    expect(offenders((form) => /[\u2E80-\u2EF3\u2F00-\u2FD5]/u.test(form))).toEqual([]);
  });

  test('are no bare numbers', () => {
    expect(offenders((form) => /^[-+<>=≤≥]?\s?\d+(?:\.\d+)?%?$/u.test(form))).toEqual([]);
  });
});

describe('drugs', () => {
  test('are international nonproprietary names in lower case', () => {
    const printed = /^[a-z0-9]+(?:[-/ ][a-z0-9]+)*$/;
    expect(of('drugs').flatMap((row) => (printed.test(row.is) ? [] : [row.id]))).toEqual([]);
  });

  test('have ATC codes of the ATC form', () => {
    const atc = /^[A-DGHJLMNPRSV]\d{2}[A-Z]{2}\d{2}$/;
    expect(of('drugs').flatMap((row) => (atc.test(fact(row, 'atc') ?? 'L01XX01') ? [] : [row.id]))).toEqual([]);
  });

  test('mark only as unverified', () => {
    expect(rows.flatMap(({ row }) => ((fact(row, 'mark') ?? 'unverified') === 'unverified' ? [] : [row.id]))).toEqual(
      [],
    );
  });
});

describe('regimens', () => {
  const known = new Set(['drugs', 'classes', 'procedures'].flatMap((name) => of(name).map((row) => row.is)));

  test('list the drugs that they consist of', () => {
    expect(of('regimens').flatMap((row) => (fact(row, 'drugs') ? [] : [row.id]))).toEqual([]);
  });

  test('consist of drugs, classes and procedures that the lexicon knows', () => {
    const parts = [...of('regimens'), ...of('classes')].flatMap((row) =>
      [fact(row, 'drugs'), fact(row, 'or')].flatMap((list) => list?.split('+') ?? []).map((part) => [row.id, part]),
    );
    expect(parts.filter(([, part]) => !known.has(part as string))).toEqual([]);
  });
});

describe('measures', () => {
  test('say how the number beside them reads', () => {
    const ways = ['rate', 'time', 'both', 'cycles', 'count', 'dose'];
    expect(of('measures').flatMap((row) => (ways.includes(fact(row, 'reads') ?? '') ? [] : [row.id]))).toEqual([]);
  });

  test('are named as the record format names them', () => {
    const named =
      `ORR sCR CR nCR VGPR PR MR SD PD ≥CR ≥VGPR ≥PR ≥MR ≥SD DCR CBR MRD-negative PFS OS EFS DFS TTP TTNT DOR TTR
      follow-up death AE-discontinuation`.split(/\s+/);
    const there = new Set(of('measures').map((row) => row.is));
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  });
});

describe('parts', () => {
  test('of a row that says several things at once are rows themselves', () => {
    const missing = rows.flatMap(({ pack, row }) => {
      const there = new Set(of(pack.pack).map(({ is }) => is));
      return (fact(row, 'parts')?.split('+') ?? [])
        .filter((part) => !there.has(part))
        .map((part) => `${row.id}: ${part}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('a phase', () => {
  test('is never a bare 期, which is a stage of disease', () => {
    const bare = /^(?:第?[Ⅰ-Ⅳ一二三四1-4]|I{1,3}|IV)期$/u;
    expect(offenders((form) => bare.test(form)).filter((line) => line.startsWith('designs.'))).toEqual([]);
  });
});
