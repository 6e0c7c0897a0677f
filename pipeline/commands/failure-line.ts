/** What went wrong with a file, as one line; the file is named once, whether or not the error names it. */
export function failureLine(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const line = (reason.split('\n')[0] ?? '').trim();
  return line.includes(path) || /: error: /.test(line) ? line : `${path}: error: ${line}`;
}
