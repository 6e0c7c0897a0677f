import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeAtomically } from '../../pipeline/emit/index.js';

const folder = mkdtempSync(join(tmpdir(), 'zhailu-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes a whole file, makes its folder, and leaves nothing beside it', async () => {
  const path = join(folder, 'new', 'a.yaml');
  await writeAtomically(path, 'before');
  await writeAtomically(path, '之后\n');
  expect(readFileSync(path, 'utf8')).toBe('之后\n');
  expect(readdirSync(join(folder, 'new'))).toEqual(['a.yaml']);
});
