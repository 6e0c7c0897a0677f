import type { PlacedFinding } from './verified-file.js';

/** What a finding says, with its assumption and hints in one sentence behind it. */
export function findingText({ trial, finding }: Omit<PlacedFinding, 'file' | 'place'>): string {
  const { message, assumption, hints = [] } = finding;
  const study = trial === undefined ? '' : `${trial}: `;
  const assumed = assumption === undefined ? '' : ` (assuming ${assumption})`;
  const hinted = hints.length === 0 ? '' : `; would fit with ${hints.join(', or ')}`;
  return `${study}${message}${assumed}${hinted}`;
}

/** `file:line:column: severity: what is off  [check]`, as compilers say it. */
export function findingLine(placed: PlacedFinding): string {
  const { file, place, finding } = placed;
  return `${file}:${place.line}:${place.column}: ${finding.severity}: ${findingText(placed)}  [${finding.check}]`;
}
