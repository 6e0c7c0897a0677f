/** A command that cannot be carried out as it was called: the message on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
