import { findingText } from './finding-line.js';
import type { PlacedFinding } from './verified-file.js';

/** A check as SARIF names it. */
export interface CheckDescription {
  readonly id: string;
  readonly about: string;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings as SARIF 2.1.0, the format that code review tools read; the rules are those that found something. */
export function sarif(
  findings: readonly PlacedFinding[],
  checks: readonly CheckDescription[],
  version: string,
): unknown {
  const used = checks.filter(({ id }) => findings.some(({ finding }) => finding.check === id));
  const rules = used.map(({ id, about }) => ({ id, shortDescription: { text: about } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      { tool: { driver: { name: 'zhailu', version, rules } }, results: findings.map((placed) => result(placed, used)) },
    ],
  };
}

function result(placed: PlacedFinding, rules: readonly CheckDescription[]): unknown {
  const { file, place, finding } = placed;
  return {
    ruleId: finding.check,
    ruleIndex: rules.findIndex(({ id }) => id === finding.check),
    level: levels[finding.severity],
    message: { text: findingText(placed) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
          region: { startLine: place.line, startColumn: place.column },
        },
      },
    ],
  };
}
