import { readFileSync, writeFileSync } from 'node:fs';
import { refreshed } from './refreshed.js';

/** Run by `npm run refresh`: writes today's output into the readmes. */
for (const file of ['README.md', 'README.zh-CN.md']) writeFileSync(file, refreshed(readFileSync(file, 'utf8')));
