import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileRulebook, readPack } from '../../pipeline/rulebook/index.js';
import { refreshed } from './refreshed.js';

const readmes = ['README.md', 'README.zh-CN.md'].map((file) => [file, readFileSync(file, 'utf8')] as const);
const others = ['CONTRIBUTING.md', 'rules/README.md', 'corpus/README.md'].map(
  (file) => [file, readFileSync(file, 'utf8')] as const,
);

/** Where it fails because records changed: `npm run refresh`. */
describe.each(readmes)('%s', (_, text) => {
  it('shows what its commands print today', () => {
    expect(refreshed(text)).toBe(text);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it.each([...readmes, ...others])('%s links only to files that there are', (file, text) => {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => `${folder}${path}`);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const packs = [...text.matchAll(/```yaml\n(kind: (\w+)\n[\s\S]*?)```/g)].map(
    ([, pack, kind]) => [kind, pack] as const,
  );

  it('has an example of each kind of rule', () => {
    expect(packs.map(([kind]) => kind)).toEqual(['repair', 'lexicon', 'variants', 'pattern', 'phrase', 'bind']);
  });

  it.each(packs)('has an example of a %s pack that loads', (kind, pack) => {
    expect(() => compileRulebook([readPack(`${kind}.yaml`, pack as string)])).not.toThrow();
  });
});
