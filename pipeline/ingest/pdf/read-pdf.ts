import { Worker } from 'node:worker_threads';
import { limits } from './limits.js';
import type { PdfText } from './pdf-text.js';
import type { PdfAnswer, PdfRequest } from './pdf-worker.js';
import { type RefusalKind, RefusedPdf } from './refusal.js';

/** How often the memory of the process is looked at, in milliseconds. */
const watchEvery = 100;

let worker: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF in a worker, one after the other, so that what a document costs can be told. A document that takes
 * too long or too much memory costs the worker its life, and the next one gets a new one. Throws a RefusedPdf.
 */
export function readPdf(request: PdfRequest): Promise<PdfText> {
  const turn = queue.then(() => askWorker(request));
  queue = turn.catch(() => {});
  return turn;
}

function askWorker(request: PdfRequest): Promise<PdfText> {
  worker ??= startWorker();
  const asked = worker;
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      asked.removeAllListeners();
      asked.unref();
    };
    const give = (kind: RefusalKind, detail?: string): void => {
      end();
      worker = undefined;
      void asked.terminate();
      reject(new RefusedPdf({ kind, ...(detail === undefined ? {} : { detail }) }));
    };
    const timer = setTimeout(() => give('time'), limits.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memory) give('memory');
    }, watchEvery);
    asked.on('message', (answer: PdfAnswer) => {
      end();
      if ('read' in answer) resolve(answer.read);
      else reject(new RefusedPdf(answer.refusal));
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? give('memory') : give('damaged', error.message.slice(0, 100)),
    );
    asked.on('exit', () => give('damaged', 'its reader stopped'));
    asked.ref();
    asked.postMessage(request);
  });
}

function startWorker(): Worker {
  // Run from its sources, the project needs tsx in the worker, too.
  const fromSources = import.meta.url.endsWith('.ts');
  return new Worker(new URL(`./pdf-worker.${fromSources ? 'ts' : 'js'}`, import.meta.url), {
    execArgv: fromSources ? ['--import', 'tsx'] : [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory / 2 ** 20 },
    stdout: true,
    stderr: true,
  });
}
