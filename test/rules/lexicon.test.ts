import { describe, expect, test } from 'vitest';
import { fact, lexiconPacks, names, of, packs, rows } from './lexicon-rows.js';
import { rulebook } from './rule-packs.js';

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
    const all = lexiconPacks.flatMap(({ pack }) => pack.rows.flatMap((row) => row.forms));
    expect(rulebook.lexicon.forms).toHaveLength(all.length);
  });

  test('name each thing of a kind once', () => {
    const seen = new Map<string, string>();
    const doubled = rows.flatMap(({ pack, row }) => {
      const key = `${pack.makes} ${row.is}`;
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

describe('drugs', () => {
  test('are international nonproprietary names in lower case, but for what has none and goes by its abbreviation', () => {
    const printed = /^[a-z0-9]+(?:[-/ ][a-z0-9]+)*$/;
    const without = ['G-CSF'];
    expect(of('drugs').flatMap(({ is, id }) => (printed.test(is) || without.includes(is) ? [] : [id]))).toEqual([]);
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
    const ways = ['rate', 'time', 'both', 'cycles', 'count', 'dose', 'level'];
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
