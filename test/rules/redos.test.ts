import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { attacks } from './attacks.js';
import { rulebook } from './rule-packs.js';

const limit = 60_000;
const expressions = [
  ...rulebook.patterns.map(({ rule, expression }) => ({ id: rule.id, source: expression.source })),
  ...[...rulebook.phrases].map(([id, { source }]) => ({ id, source })),
  ...rulebook.repairs.map(({ rule, expression }) => ({ id: rule.id, source: expression.source })),
];

/** Searches every text with every expression and says which expression it has come to; plain, for a worker. */
const search = `
  const { parentPort, workerData } = require('node:worker_threads');
  for (const { id, source } of workerData.expressions) {
    parentPort.postMessage(id);
    for (const text of workerData.texts) for (const found of text.matchAll(new RegExp(source, 'gu'))) void found;
  }
`;

/** The expression at which the worker was still busy when its time was up; undefined if it came to the end. */
function stuckAt(texts: readonly string[], milliseconds: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let current: string | undefined;
    const worker = new Worker(search, { eval: true, workerData: { expressions, texts } });
    const timer = setTimeout(() => {
      resolve(current);
      void worker.terminate();
    }, milliseconds);
    worker.on('message', (id: string) => {
      current = id;
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

describe('every pattern, phrase and repair', () => {
  test.each(attacks)('gets through 20,000 characters of $name', async ({ of }) => {
    expect(await stuckAt([of(20_000)], limit)).toBeUndefined();
  });
});
