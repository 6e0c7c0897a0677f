/**
 * Why an article cannot be read, as far as what to do about it differs: `locked` wants a password, `damaged` another
 * copy, `textless` a text layer, `excessive` a smaller file or a look at what it is; `unreadable` is all else.
 */
export type IngestFailure = 'unreadable' | 'locked' | 'damaged' | 'textless' | 'excessive';

/** A file that cannot be read as an article. The message is one line: which file, what is wrong, what to do. */
export class IngestError extends Error {
  constructor(
    readonly file: string,
    reason: string,
    readonly failure: IngestFailure = 'unreadable',
  ) {
    super(`${file}: ${reason}`);
    this.name = 'IngestError';
  }
}
