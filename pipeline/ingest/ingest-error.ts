/** A file that cannot be read as an article. The message is one line: which file, what is wrong, what to do. */
export class IngestError extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file}: ${reason}`);
    this.name = 'IngestError';
  }
}
