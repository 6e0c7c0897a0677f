import { Command } from 'commander';
import { recordSchemaText } from '../emit/index.js';

/** `zhailu schema`: the record format for validators and editors. */
export function schemaCommand(): Command {
  return new Command('schema')
    .summary('print the JSON Schema of the records')
    .description('Prints record format 1 as JSON Schema 2020-12.')
    .addHelpText('after', '\nExample:\n  zhailu schema > trial-records.schema.json\n\nExit code: 0.')
    .action(() => {
      process.stdout.write(recordSchemaText());
    });
}
