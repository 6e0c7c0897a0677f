import { basename } from 'node:path';

/** What went wrong with a file, as one line that names the file as it was given, once. */
export function failureLine(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const line = (reason.split('\n')[0] ?? '').trim();
  const named = [`${path}: `, `${basename(path)}: `].find((name) => line.startsWith(name)) ?? '';
  return `${path}: error: ${line.slice(named.length).replace(/^error: /, '')}`;
}
