import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../pipeline/commands/check-command.js';
import { diffCommand } from '../../pipeline/commands/diff-command.js';
import { explainCommand } from '../../pipeline/commands/explain-command.js';
import { extractCommand } from '../../pipeline/commands/extract-command.js';
import { ledgerCommand } from '../../pipeline/commands/ledger-command.js';
import { schemaCommand } from '../../pipeline/commands/schema-command.js';
import { scoreCommand } from '../../pipeline/commands/score-command.js';
import { verifyCommand } from '../../pipeline/commands/verify-command.js';

describe('the help of', () => {
  const commands = [
    extractCommand,
    diffCommand,
    checkCommand,
    scoreCommand,
    explainCommand,
    ledgerCommand,
    schemaCommand,
    verifyCommand,
  ];

  it.each(commands.map((make) => [make().name(), make] as const))(
    '%s has an example and the exit codes',
    (name, make) => {
      let help = '';
      make()
        .configureOutput({ writeOut: (text) => (help += text) })
        .outputHelp();
      expect(help).toMatch(/\nExamples?:\n/);
      expect(help).toContain(`\n  zhailu ${name} `);
      expect(help).toMatch(/\nExit codes?: 0/);
    },
  );
});
