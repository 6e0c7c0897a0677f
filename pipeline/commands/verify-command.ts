import { statSync } from 'node:fs';
import { Command, Option } from 'commander';
import { DataError } from '../emit/index.js';
import type { Finding } from '../model/index.js';
import { recordFilesIn } from './diff/read-records.js';
import { failureLine } from './failure-line.js';
import { openPipeline, type Pipeline } from './open-pipeline.js';
import { packageVersion } from './package-root.js';
import { UsageError } from './usage-error.js';
import { findingLine } from './verify/finding-line.js';
import { sarif } from './verify/sarif.js';
import { type PlacedFinding, type VerifiedFile, verifiedFile } from './verify/verified-file.js';

interface Options {
  readonly format: 'text' | 'json' | 'sarif';
  readonly quiet?: true;
}

/** `zhailu verify`: the arithmetic of records, wherever they come from. */
export function verifyCommand(): Command {
  return new Command('verify')
    .summary('do the arithmetic of records')
    .description(
      'Checks the numbers of records against each other: percentages against counts, sums, intervals, p values, survival. ' +
        'Records may have been edited by hand or come from elsewhere; findings that they hold already are not read.',
    )
    .argument('<records...>', 'records, or folders of records (*.yaml, *.json)')
    .addOption(
      new Option('-f, --format <format>', 'how findings are written')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('-q, --quiet', 'only warnings and errors')
    .addHelpText(
      'after',
      `
Examples:
  zhailu verify output
  zhailu verify record.yaml --quiet
  zhailu verify output --format sarif > findings.sarif

Exit codes: 0 nothing to warn of; 1 warnings; 2 wrong usage or an unreadable record; 3 errors: a record must not be used.`,
    )
    .action(async (inputs: string[], { format, quiet }: Options) => {
      const pipeline = await openPipeline();
      const { verified, failed } = await verifyAll(inputs, pipeline);
      const all = [...verified.flatMap(({ findings }) => findings), ...acrossRecords(verified, pipeline)];
      const findings = quiet ? all.filter(({ finding }) => finding.severity !== 'info') : all;
      process.stdout.write(written(findings, format, pipeline));
      process.exitCode = failed ? 2 : exitCode(findings);
    });
}

function filesOf(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${path}: error: no such file or folder`);
  const files = stat.isDirectory() ? recordFilesIn(path) : [path];
  if (files.length === 0) throw new UsageError(`${path}: error: no records (*.yaml, *.json) in this folder`);
  return files;
}

/** A record that cannot be read is told in a line, and the others are checked all the same. */
async function verifyAll(
  inputs: readonly string[],
  pipeline: Pipeline,
): Promise<{ verified: VerifiedFile[]; failed: boolean }> {
  const verified: VerifiedFile[] = [];
  let failed = false;
  const fail = (path: string, error: unknown): void => {
    failed = true;
    const isWhole = error instanceof DataError || error instanceof UsageError;
    process.stderr.write(`${isWhole ? error.message : failureLine(path, error)}\n`);
  };
  for (const input of inputs) {
    try {
      for (const file of filesOf(input)) {
        await verifiedFile(file, pipeline).then(
          (one) => verified.push(one),
          (error) => fail(file, error),
        );
      }
    } catch (error) {
      fail(input, error);
    }
  }
  return { verified, failed };
}

/** The same study in several records. */
function acrossRecords(verified: readonly VerifiedFile[], pipeline: Pipeline): PlacedFinding[] {
  return pipeline.verifyTogether(verified.map(({ record }) => record)).map(({ at, finding }) => {
    return { file: verified[at]?.file ?? '', place: { line: 1, column: 1 }, finding };
  });
}

function written(findings: readonly PlacedFinding[], format: Options['format'], pipeline: Pipeline): string {
  if (format === 'text') return findings.map((placed) => `${findingLine(placed)}\n`).join('');
  if (format === 'sarif') return `${JSON.stringify(sarif(findings, pipeline.checks, packageVersion()), null, 2)}\n`;
  return `${JSON.stringify(
    findings.map(({ file, place, trial, finding }) => ({ file, ...place, trial, ...finding })),
    null,
    2,
  )}\n`;
}

function exitCode(findings: readonly PlacedFinding[]): number {
  const has = (severity: Finding['severity']): boolean => findings.some(({ finding }) => finding.severity === severity);
  return has('error') ? 3 : has('warning') ? 1 : 0;
}
