import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { expand, loadRulebook, phrase } from '../../pipeline/rulebook/index.js';
import { bindPack, but, compiled, fragmentPack, lexiconPack, patternPack, phrasePack, repairPack } from './packs.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of packs that is gone after the test. */
function folderOf(packs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhailu-rules-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(packs)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

describe('good packs', () => {
  const book = compiled(patternPack, fragmentPack, repairPack, lexiconPack, phrasePack, bindPack);

  it('compile into patterns, in whatever order fragments and rules come', () => {
    expect(book.patterns.map(({ rule, file }) => [rule.id, file])).toEqual([['shares.percent', 'rules/1.yaml']]);
    const found = [...'有效率46.5%，缓解率8%'.matchAll(book.patterns[0]!.expression)];
    expect(found.map(({ groups }) => groups?.value)).toEqual(['46.5', '8']);
  });

  it('compile into repairs with their conditions', () => {
    const [italic, radicals] = book.repairs;
    expect('犘＜0.05，犘'.replace(italic!.expression, italic!.rule.put!)).toBe('P＜0.05，犘');
    expect(italic!.absent).toBeUndefined();
    expect(radicals!.rule.map).toEqual({ '⻣': '骨', '⽩': '白' });
    expect(radicals!.absent?.test('康熙部首')).toBe(true);
  });

  it('compile into conditions that give the same answer when asked twice', () => {
    const { absent, present } = book.repairs[1]!;
    for (let time = 0; time < 2; time += 1) {
      expect(absent?.test('康熙部首')).toBe(true);
      expect(present?.test('骨髓')).toBe(true);
    }
  });

  it('compile into entries with the facts of their rows', () => {
    expect(book.entries).toEqual([
      { id: 'drugs.thalidomide', kind: 'drug', name: 'thalidomide', facts: { atc: 'L04AX02' }, beats: [] },
      { id: 'drugs.lenalidomide', kind: 'drug', name: 'lenalidomide', facts: {}, beats: [] },
    ]);
    expect(book.lexicon.forms).toEqual(['沙利度胺', 'T', '来那度胺']);
  });

  it('compile into phrases that are asked for by id', () => {
    for (let time = 0; time < 2; time += 1) expect(phrase(book, 'joins.respectively').test('两组分别为')).toBe(true);
    expect(() => phrase(book, 'joins.each')).toThrow('There is no phrase joins.each.');
  });

  it('compile into bind rules as they are written', () => {
    expect(book.binds.map(({ id, within }) => [id, within])).toEqual([['responses.rate-after-measure', 'clause']]);
  });

  it('may beat the rules of other packs', () => {
    const beating = but(lexiconPack, 'is: lenalidomide,', 'is: lenalidomide, beats: [shares.percent],');
    expect(compiled(beating, fragmentPack, patternPack).entries[1]!.beats).toEqual(['shares.percent']);
  });

  it('put their own fragment before the shared one of its name', () => {
    const own = but(patternPack, 'rules:', "fragments: {decimal: '[一二三]'}\nrules:");
    const [pattern] = compiled(fragmentPack, own).patterns;
    expect('二%，46%'.match(pattern!.expression)).toEqual(['二%']);
  });
});

describe('expand', () => {
  it('puts fragments in whole, also fragments within fragments', () => {
    expect(expand('a{one}+', { one: 'b|{two}', two: 'c' })).toBe('a(?:b|(?:c))+');
  });

  it('leaves counts and Unicode properties alone', () => {
    expect(expand('\\d{2,4}\\p{script=Han}\\p{lu}\\P{lu}\\u{4e00}', { lu: 'x' })).toBe(
      '\\d{2,4}\\p{script=Han}\\p{lu}\\P{lu}\\u{4e00}',
    );
  });

  it('lets a fragment be used twice', () => {
    expect(expand('{a}{b}', { a: '{b}', b: 'x' })).toBe('(?:(?:x))(?:x)');
  });
});

describe('loadRulebook', () => {
  it('reads every pack under a folder', () => {
    const book = loadRulebook(
      folderOf({ 'a/numbers.yaml': fragmentPack, 'shares.yaml': patternPack, 'README.md': 'no pack' }),
    );
    expect(book.patterns.map(({ rule }) => rule.id)).toEqual(['shares.percent']);
  });

  it('gives the same rules the same hash, wherever they stand', () => {
    const packs = { 'a/numbers.yaml': fragmentPack, 'shares.yaml': patternPack };
    const { hash } = loadRulebook(folderOf(packs));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadRulebook(folderOf(packs)).hash).toBe(hash);
  });

  it('gives other rules another hash, even where only a comment, a file name or the split into files differs', () => {
    const hashes = [
      { 'a.yaml': fragmentPack, 'b.yaml': patternPack },
      { 'a.yaml': `${fragmentPack}# checked\n`, 'b.yaml': patternPack },
      { 'a.yaml': fragmentPack, 'c.yaml': patternPack },
      { 'a.yaml': fragmentPack, 'b.yaml': patternPack, 'c.yaml': repairPack },
    ].map((packs) => loadRulebook(folderOf(packs)).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('names the file under the folder in what it refuses', () => {
    const folder = folderOf({ 'a/numbers.yaml': but(fragmentPack, 'kind: fragments', 'kind: fragment') });
    expect(() => loadRulebook(folder)).toThrow(/\/a\/numbers\.yaml:1:7: error: kind: /);
  });
});
