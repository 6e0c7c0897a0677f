import type { IngestFailure } from '../ingest-error.js';
import { limits } from './limits.js';

interface Reason {
  readonly failure: IngestFailure;
  /** What is wrong and what to do, to be read after the name of the file; `%` stands for the detail. */
  readonly text: string;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

const reasons = {
  'password-needed': { failure: 'locked', text: 'is encrypted; give its password with --password.' },
  'password-wrong': { failure: 'locked', text: 'is encrypted and this is not its password.' },
  'not-a-pdf': { failure: 'damaged', text: 'is not a PDF although its name says so; open it to see what it is.' },
  damaged: { failure: 'damaged', text: 'is damaged and cannot be read as a PDF (%); get another copy.' },
  truncated: { failure: 'damaged', text: 'is cut off: the end of the PDF is missing; get a complete copy.' },
  'no-pages': { failure: 'damaged', text: 'has no pages; get another copy.' },
  'no-such-page': { failure: 'unreadable', text: 'has no page %; check --pages.' },
  'no-text': {
    failure: 'textless',
    text: 'has no text layer (a scan?); add one, e.g. ocrmypdf -l chi_sim in.pdf out.pdf, and check what it read.',
  },
  'broken-text': {
    failure: 'textless',
    text: 'has a text layer in no usable encoding; make a new one, e.g. ocrmypdf --force-ocr -l chi_sim in.pdf out.pdf.',
  },
  pages: {
    failure: 'excessive',
    text: `has % pages, more than ${limits.pages}; name those to read with --pages.`,
  },
  items: {
    failure: 'excessive',
    text: `has more than ${limits.items} pieces of text on page %; leave it out with --pages.`,
  },
  memory: {
    failure: 'excessive',
    text: `takes more than ${megabytes(limits.memory)} of memory to read; it may be a bomb.`,
  },
  time: { failure: 'excessive', text: `takes more than ${limits.milliseconds / 1000} s to read; it may be damaged.` },
} as const satisfies Readonly<Record<string, Reason>>;

export type RefusalKind = keyof typeof reasons;

/** A PDF that is not read, told so that it can cross from a worker. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly detail?: string;
}

/** Thrown in the worker. */
export class RefusedPdf extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
    this.name = 'RefusedPdf';
  }
}

/** The refusal in words, and what kind of failure it is. */
export function refusalReason({ kind, detail = '' }: Refusal): Reason {
  const { failure, text } = reasons[kind];
  return { failure, text: text.replace('%', () => detail) };
}
