import { Worker, type WorkerOptions } from 'node:worker_threads';
import { limits } from './limits.js';
import type { PdfText } from './pdf-text.js';
import type { PdfAnswer, PdfRequest } from './pdf-worker.js';
import { type RefusalKind, RefusedPdf } from './refusal.js';

/** How often the memory of the process is looked at, in milliseconds. */
const watchEvery = 100;

/** How long a worker waits for the next document, in milliseconds. */
const idleFor = 300;

let worker: Worker | undefined;
let ending: NodeJS.Timeout | undefined;
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
  clearTimeout(ending);
  worker ??= startWorker();
  const asked = worker;
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const fail = (kind: RefusalKind, detail?: string): void => {
      end();
      worker = undefined;
      void asked.terminate();
      reject(new RefusedPdf({ kind, ...(detail === undefined ? {} : { detail }) }));
    };
    const onMessage = (answer: PdfAnswer): void => {
      end();
      if ('read' in answer) resolve(answer.read);
      else reject(new RefusedPdf(answer.refusal));
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fail('memory') : fail('damaged', error.message.slice(0, 100));
    const onExit = (): void => fail('damaged', 'its reader stopped');
    const timer = setTimeout(() => fail('time'), limits.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memory) fail('memory');
    }, watchEvery);
    // Not removeAllListeners: the worker has listeners of its own, which keep its port going.
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      asked.off('message', onMessage).off('error', onError).off('exit', onExit);
      asked.unref();
      endWhenIdle(asked);
    };
    asked.on('message', onMessage).on('error', onError).on('exit', onExit);
    asked.ref();
    asked.postMessage(request);
  });
}

function startWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: limits.memory / 2 ** 20 }, stdout: true, stderr: true };
  return import.meta.url.endsWith('.ts') ? fromSources(options) : new Worker(entry('js'), options);
}

/** Ends a worker that nobody asks any more: what pdfjs printed, and nobody reads, would keep the process from ending. */
function endWhenIdle(idle: Worker): void {
  ending = setTimeout(() => {
    if (worker === idle) worker = undefined;
    void idle.terminate();
  }, idleFor).unref();
}

/** Run from its sources, as tests do, the project needs their loader in the worker, too. */
function fromSources(options: WorkerOptions): Worker {
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${entry('ts').href}'); });`;
  return new Worker(start, { ...options, execArgv: [], eval: true });
}

function entry(ending: 'js' | 'ts'): URL {
  return new URL(`./pdf-worker.${ending}`, import.meta.url);
}
