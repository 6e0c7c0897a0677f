/** Why an article was not read, as an exit code tells it; what is not listed has no code of its own. */
const codes: Readonly<Record<string, number>> = { locked: 3, damaged: 4, textless: 5, excessive: 6 };

/** One line of help for commands that read articles. */
export const failureCodes =
  'Of a PDF that cannot be read: 3 it is locked; 4 damaged or no PDF; 5 without a usable text layer; 6 beyond the limits.';

/** The exit code of an error: that of its class, or `other`. */
export function exitCodeOf(error: unknown, other: number): number {
  const failure = error instanceof Error && 'failure' in error ? String(error.failure) : '';
  return codes[failure] ?? other;
}

/** The exit code of a run: 0 without failures, that of their class where all have the same, else 1. */
export function exitCodeOfRun(failures: readonly number[]): number {
  const [first = 0] = failures;
  return failures.every((code) => code === first) ? first : 1;
}
