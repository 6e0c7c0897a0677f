#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check-command.js';
import { diffCommand } from './commands/diff-command.js';
import { exitCodeOf } from './commands/exit-code.js';
import { explainCommand } from './commands/explain-command.js';
import { extractCommand } from './commands/extract-command.js';
import { ledgerCommand } from './commands/ledger-command.js';
import { packageVersion } from './commands/package-root.js';
import { schemaCommand } from './commands/schema-command.js';
import { scoreCommand } from './commands/score-command.js';
import { verifyCommand } from './commands/verify-command.js';

const commands = [
  extractCommand,
  diffCommand,
  verifyCommand,
  checkCommand,
  scoreCommand,
  explainCommand,
  ledgerCommand,
  schemaCommand,
];

function zhailu(): Command {
  const program = new Command('zhailu')
    .description(
      'Reads Chinese clinical articles and writes what every study reported, each number pointing at its source.',
    )
    .version(packageVersion(), '-V, --version')
    .showHelpAfterError('(add --help for examples)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  zhailu extract article.txt                       the record of an article
  zhailu extract articles -o records               a folder at once
  zhailu explain article.txt '35.92%'              how a value came about
  zhailu ledger article.txt --unresolved           numbers that no rule could place
  zhailu verify records                            numbers that do not fit each other
  zhailu diff records records-new                  what changed between two extractions

Exit codes: 0 done; 1 some articles failed, or there are differences or warnings; 2 wrong usage, a broken rule or
file; 3 records with errors (verify).`,
    );
  for (const make of commands) program.addCommand(make().copyInheritedSettings(program));
  return program;
}

/** A closed pipe (`| head`) is the reader's way to say that it has enough. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

try {
  await zhailu().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exitCode = exitCodeOf(error, 2);
  }
}

/** Errors of ours are whole lines already; those of the file system need their path in front. */
function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (path === undefined) return error.message;
  return `${path}: error: ${code === 'ENOENT' ? 'no such file or folder' : error.message}`;
}
