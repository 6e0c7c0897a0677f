import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toYaml } from '../../pipeline/emit/index.js';
import { articleText, record, trial } from '../emit/records.js';
import { handmadePdf, linesAt } from '../ingest/pdf/handmade-pdf.js';

const folder = mkdtempSync(join(tmpdir(), 'zhailu-'));
const file = (...path: string[]): string => join(folder, ...path);

beforeAll(() => {
  for (const name of ['a', 'b', 'empty', 'records']) mkdirSync(file(name));
  writeFileSync(file('a', 'one.txt'), articleText);
  writeFileSync(file('a', 'README.md'), 'no article');
  writeFileSync(file('b', 'one.md'), articleText);
  writeFileSync(file('b', 'two.txt'), articleText);
  writeFileSync(file('empty', 'notes.doc'), 'no article');
  writeFileSync(file('records', 'article.yaml'), toYaml(record(trial())));
  writeFileSync(file('article.txt'), articleText);
  const outcomes = trial().outcomes!.slice(0, 1);
  writeFileSync(file('less.yaml'), toYaml(record({ ...trial(), outcomes })));
  writeFileSync(file('broken.yaml'), 'format: zhailu/1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as a user would. */
function zhailu(...args: string[]): { code: number | null; out: string; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'pipeline/cli.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1', FORCE_COLOR: '1' },
  });
  return { code: status, out: stdout, lines: stderr.split('\n').filter(Boolean) };
}

describe('zhailu extract', () => {
  it('says what cannot be read in one line each, and reads the rest', () => {
    const missing = file('missing.txt');
    const { code, out, lines } = zhailu('extract', missing, file('a', 'one.txt'), file('empty'), file('*.tex'));
    expect(code).toBe(1);
    expect(out).toContain('\n  id: one\n');
    expect(lines).toEqual([
      `${missing}: error: no such file or folder`,
      `${file('empty')}: error: no articles (*.txt, *.md, *.pdf) in this folder`,
      `${file('*.tex')}: error: no file matches this pattern`,
    ]);
  });

  it('refuses the second of two articles with one id, and writes the others', () => {
    const { code, lines } = zhailu('extract', file('a'), file('b'), '-o', file('out'));
    expect(code).toBe(1);
    expect(lines[0]).toBe(
      `${file('b', 'one.md')}: error: its id one is already that of ${file('a', 'one.txt')}; one run writes one record per id`,
    );
    expect(lines.at(-1)).toMatch(/^2 articles, \d+ stud(?:y|ies), \d+ values?, \d+ unresolved, 1 failed, \d+\.\d s$/);
    expect(readdirSync(file('out')).sort()).toEqual(['one.yaml', 'trial-records.schema.json', 'two.yaml']);
  });

  it('reads a PDF, keeps its text beside the record, and exits with the class of what cannot be read', () => {
    const lines = Array.from({ length: 12 }, () => '本研究纳入40例患者，总缓解率为35.0%。');
    writeFileSync(file('printed.pdf'), handmadePdf([linesAt(lines, 60, 700), linesAt(lines, 60, 700)]));
    writeFileSync(file('scan.pdf'), handmadePdf([[]]));
    expect(zhailu('extract', file('printed.pdf'), '-o', file('printed')).code).toBe(0);
    expect(readdirSync(file('printed')).sort()).toEqual([
      'printed.source.txt',
      'printed.yaml',
      'trial-records.schema.json',
    ]);
    const text = readFileSync(file('printed', 'printed.source.txt'), 'utf8');
    const quoted = [
      ...readFileSync(file('printed', 'printed.yaml'), 'utf8').matchAll(
        /start: (\d+), end: (\d+), line: \d+, page: \d+, box: \[[^\]]*\], text: ([^}]*)\}/g,
      ),
    ];
    expect(quoted.length).toBeGreaterThan(1);
    for (const [, start, end, quote] of quoted) expect(quote).toContain(text.slice(Number(start), Number(end)));
    expect(zhailu('extract', file('printed.pdf'), '--pages', '2').out).toContain('\n  pages: 1\n');
    const scan = zhailu('extract', file('scan.pdf'), file('article.txt'));
    expect(scan.code).toBe(5);
    expect(scan.out).toContain('\n  id: article\n');
    expect(scan.lines[0]).toMatch(/^.*scan\.pdf: error: has no text layer/);
    expect(zhailu('extract', file('scan.pdf'), file('missing.txt')).code).toBe(1);
    expect(zhailu('extract', file('printed.pdf'), '--pages', '2-1').code).toBe(2);
  });

  it('writes the same bytes every time, to a folder or to standard output', () => {
    expect(zhailu('extract', file('a'), '-o', file('again')).code).toBe(0);
    const written = readFileSync(file('again', 'one.yaml'), 'utf8');
    expect(zhailu('extract', file('a', 'one.txt')).out).toBe(written);
    const both = zhailu('extract', file('a'), file('b', 'two.txt'), '--quiet');
    expect(both.lines).toEqual([]);
    expect(both.out.split('---\n')[0]).toBe(written);
  });

  it('writes several records as one JSON list', () => {
    const { out } = zhailu('extract', file('a'), file('b', 'two.txt'), '--format', 'json');
    expect((JSON.parse(out) as { document: { id: string } }[]).map(({ document }) => document.id)).toEqual([
      'one',
      'two',
    ]);
  });

  it.each([
    [[], "missing required argument 'inputs'"],
    [['x', '--format', 'xml'], "argument 'xml' is invalid"],
  ])('is used wrongly as extract %j', (args, reason) => {
    const { code, out, lines } = zhailu('extract', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(lines[0]).toContain(reason);
  });
});

describe('zhailu check', () => {
  it('finds the committed records and scores as the pipeline writes them today', () => {
    expect(zhailu('check')).toMatchObject({ code: 0, out: '' });
  });
});

describe('zhailu diff', () => {
  it('is silent where nothing differs', () => {
    const { code, out, lines } = zhailu('diff', file('records'), file('records', 'article.yaml'));
    expect([code, out, lines]).toEqual([0, '', []]);
  });

  it('tells what differs, with its sentence and without colours in a pipe', () => {
    const { code, out } = zhailu('diff', file('records', 'article.yaml'), file('less.yaml'));
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'article',
      '  ref-5',
      '    - median PFS 20 month, arm VTD  line 3',
      '        中位PFS为⟦20⟧个月。',
      '1 article differs: 0 added, 1 removed, 0 changed',
      '',
    ]);
  });

  it('tells it as JSON', () => {
    const { code, out } = zhailu('diff', file('less.yaml'), file('records'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { id: 'article', differences: [{ change: 'added', quote: '中位PFS为⟦20⟧个月。' }] },
    ]);
  });

  it.each(['broken.yaml', 'empty'])('fails on %s', (name) => {
    const { code, lines } = zhailu('diff', file('records'), file(name));
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(file(name));
  });
});

describe('zhailu', () => {
  it('tells its version and its help', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(zhailu('--version')).toEqual({ code: 0, out: `${version}\n`, lines: [] });
    expect(zhailu('--help').code).toBe(0);
  });

  it('does not know other commands', () => {
    expect(zhailu('extracts', 'x').code).toBe(2);
    expect(zhailu().code).toBe(2);
  });

  it('says in one line which file is missing', () => {
    const missing = file('missing.yaml');
    expect(zhailu('ledger', missing)).toEqual({
      code: 2,
      out: '',
      lines: [`${missing}: error: no such file or folder`],
    });
  });

  it('says in one line what is wrong with a corpus', () => {
    const { code, lines } = zhailu('check', '--corpus', file('empty'));
    expect(code).toBe(2);
    expect(lines).toEqual([`${file('empty', 'articles')}: error: there is no such folder of articles`]);
  });
});
