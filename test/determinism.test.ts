import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { corpusArticles } from '../pipeline/commands/corpus-articles.js';
import { toYaml } from '../pipeline/index.js';
import { extractCorpus } from './corpus-extractions.js';

const folder = mkdtempSync(join(tmpdir(), 'zhailu-'));
const paths = corpusArticles('corpus');
const first = await records(paths);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The YAML of the articles, extracted in the order given, by id. */
async function records(inOrder: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const extractions = await extractCorpus([...inOrder]);
  return new Map([...extractions].map(([id, { record }]) => [id, toYaml(record)]));
}

/** What the command line writes for the articles, in a process of its own. */
function written(args: readonly string[], name: string, env: Readonly<Record<string, string>>): Map<string, string> {
  const output = join(folder, name);
  const run = ['--import', 'tsx', 'pipeline/cli.ts', 'extract', ...args, '-o', output, '-q'];
  const { status } = spawnSync(process.execPath, run, { env: { ...process.env, ...env } });
  expect(status).toBe(0);
  const files = readdirSync(output).filter((file) => file.endsWith('.yaml'));
  return new Map(files.map((file) => [file.slice(0, -'.yaml'.length), readFileSync(join(output, file), 'utf8')]));
}

describe('the same articles', () => {
  it('give the same bytes again', async () => {
    expect(await records(paths)).toEqual(first);
  });

  it('give the same bytes in another order', async () => {
    const reversed = await records([...paths].reverse());
    for (const [id, yaml] of first) expect(reversed.get(id)).toBe(yaml);
  });

  it('give the same bytes in a fresh process, one after the other or side by side', () => {
    const [one, many] = [
      ['--jobs', '1'],
      ['--jobs', '8'],
    ].map((jobs) => written([...paths, ...jobs], `jobs${jobs[1]}`, {}));
    for (const [id, yaml] of first) expect([one?.get(id), many?.get(id)]).toEqual([yaml, yaml]);
  });

  it('give the same bytes alone, in another time zone and language', () => {
    const path = paths[0] as string;
    const [[id, yaml] = ['', '']] = written([path], 'abroad', {
      TZ: 'Asia/Shanghai',
      LANG: 'zh_CN.GB18030',
      LC_ALL: 'C',
    });
    expect(yaml).toBe(first.get(id));
  });
});
