import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeFile, readCode } from './architecture/code-file.js';
import {
  filesStayShort,
  importsFollowTheTable,
  type Law,
  namesAreKebabCase,
  namesSaySomething,
  nothingIsExportedAsDefault,
  packagesAreDeclared,
  packagesStayInTheirPlaces,
  patternsHaveNoChinese,
} from './architecture/laws.js';

const pipeline = readCode('pipeline');
const tests = readCode('test');
const dependencies = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }).dependencies,
);
const areDeclared = packagesAreDeclared(dependencies);

/** Files whose patterns hold Chinese, and why that cannot be a rule in YAML. */
const chineseInPatterns: Readonly<Record<string, string>> = {
  'pipeline/commands/score/score-words.ts':
    'compares words as the independent scorer does, which the measure must equal',
};

describe('the pipeline', () => {
  it('has been read', () => {
    expect(pipeline.map(({ path }) => path)).toContain('pipeline/text/span.ts');
    expect(pipeline.flatMap(({ imports }) => imports).length).toBeGreaterThan(pipeline.length);
  });

  it('imports only what the table of who may import whom allows', () => {
    expect(pipeline.flatMap(importsFollowTheTable)).toEqual([]);
  });

  it('keeps each package in its place', () => {
    expect(pipeline.flatMap(packagesStayInTheirPlaces)).toEqual([]);
  });

  it('imports only packages that are installed with it', () => {
    expect(pipeline.flatMap(areDeclared)).toEqual([]);
  });

  it('has no file over 250 lines', () => {
    expect(pipeline.flatMap(filesStayShort)).toEqual([]);
  });

  it('has no Chinese in patterns', () => {
    const unexplained = pipeline.filter(({ path }) => !(path in chineseInPatterns));
    expect(unexplained.flatMap(patternsHaveNoChinese)).toEqual([]);
  });

  it('has no exception that is no longer needed', () => {
    const needed = pipeline.filter((file) => patternsHaveNoChinese(file).length > 0).map(({ path }) => path);
    expect(Object.keys(chineseInPatterns).filter((path) => !needed.includes(path))).toEqual([]);
  });
});

describe('pipeline and tests', () => {
  const all = [...pipeline, ...tests];

  it('have names in kebab-case', () => {
    expect(all.flatMap(namesAreKebabCase)).toEqual([]);
  });

  it('have names that say something', () => {
    expect(all.flatMap(namesSaySomething)).toEqual([]);
  });

  it('have no default exports', () => {
    expect(all.flatMap(nothingIsExportedAsDefault)).toEqual([]);
  });
});

describe('the laws', () => {
  const lines = (count: number): string => 'const one = 1;\n'.repeat(count);

  const broken: [what: string, law: Law, path: string, code: string][] = [
    [
      'text that imports the model',
      importsFollowTheTable,
      'text/span.ts',
      "import type { Quantity } from '../model/index.js';",
    ],
    [
      'a model that imports the rulebook',
      importsFollowTheTable,
      'model/mention.ts',
      "import { loadRulebook } from '../rulebook/index.js';",
    ],
    ['a stage that re-exports another', importsFollowTheTable, 'tag/tag.ts', "export * from '../segment/index.js';"],
    [
      'a stage that loads another while it runs',
      importsFollowTheTable,
      'tag/tag.ts',
      "const { cut } = await import('../segment/tokens.js');",
    ],
    [
      'a stage that imports a type of another',
      importsFollowTheTable,
      'tag/tag.ts',
      "type Cut = import('../segment/tokens.js').Cut;",
    ],
    [
      'a folder in a stage that imports another stage',
      importsFollowTheTable,
      'bind/deep/bind.ts',
      "import { tag } from '../../tag/index.js';",
    ],
    [
      'a stage that imports the order of the stages',
      importsFollowTheTable,
      'verify/verify.ts',
      "import { run } from '../run.js';",
    ],
    [
      'an order of the stages that imports a command',
      importsFollowTheTable,
      'run.ts',
      "import { extract } from './commands/extract.js';",
    ],
    [
      'a command that imports a stage',
      importsFollowTheTable,
      'commands/extract.ts',
      "import { tag } from '../tag/index.js';",
    ],
    ['arguments that do the work themselves', importsFollowTheTable, 'cli.ts', "import { run } from './run.js';"],
    [
      'code that imports a test',
      importsFollowTheTable,
      'emit/to-yaml.ts',
      "import { fullRecord } from '../../test/model/full-record.js';",
    ],
    ['a folder that has no row in the table', importsFollowTheTable, 'shared/units.ts', ''],
    [
      'text that imports a module of Node',
      packagesStayInTheirPlaces,
      'text/span.ts',
      "import { sep } from 'node:path';",
    ],
    [
      'zod in the model but outside its schema',
      packagesStayInTheirPlaces,
      'model/quantity.ts',
      "import { z } from 'zod';",
    ],
    ['yaml in the model', packagesStayInTheirPlaces, 'model/record.ts', "import { parse } from 'yaml';"],
    [
      'nodejieba outside its file',
      packagesStayInTheirPlaces,
      'segment/sentences.ts',
      "import { cut } from 'nodejieba';",
    ],
    [
      'a part of pdfjs-dist outside ingest',
      packagesStayInTheirPlaces,
      'segment/tables.ts',
      "import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';",
    ],
    ['yaml in a stage that reads none', packagesStayInTheirPlaces, 'tag/tag.ts', "import { parse } from 'yaml';"],
    ['zod where there is no schema', packagesStayInTheirPlaces, 'verify/verify.ts', "import { z } from 'zod';"],
    ['p-limit outside the commands', packagesStayInTheirPlaces, 'run.ts', "import limit from 'p-limit';"],
    ['a package that is there for development only', areDeclared, 'ingest/pdf.ts', "import ts from 'typescript';"],
    ['a file in camel case', namesAreKebabCase, 'tag/readPack.ts', ''],
    ['a folder in snake case', namesAreKebabCase, 'tag_words/tag.ts', ''],
    ['a file of utilities', namesSaySomething, 'tag/utils.ts', ''],
    ['a folder of what is common', namesSaySomething, 'common/tag.ts', ''],
    ['a function exported as default', nothingIsExportedAsDefault, 'tag/tag.ts', 'export default function tag() {}'],
    ['a value exported as default', nothingIsExportedAsDefault, 'tag/tag.ts', 'const tag = 1;export default tag;'],
    [
      'a name exported as default',
      nothingIsExportedAsDefault,
      'tag/tag.ts',
      'const tag = 1;export { tag as default };',
    ],
    ['a file of 251 lines', filesStayShort, 'tag/tag.ts', lines(251)],
    ['Chinese in a pattern', patternsHaveNoChinese, 'tag/tag.ts', 'const arms = /两组|[对照]/u;'],
    ['Chinese in a pattern, escaped', patternsHaveNoChinese, 'tag/tag.ts', 'const arms = /\\u7ec4$/u;'],
    ['Chinese in a pattern made of text', patternsHaveNoChinese, 'tag/tag.ts', "const arms = new RegExp('两组', 'u');"],
    ['Chinese in a pattern made of pieces', patternsHaveNoChinese, 'tag/tag.ts', 'const arms = RegExp(`组$1`);'],
  ];
  it.each(broken)('see %s', (_, law, path, code) => {
    expect(law(codeFile(`pipeline/${path}`, code))).toHaveLength(1);
  });

  const kept: [what: string, law: Law, path: string, code: string][] = [
    [
      'a kernel that imports the one below',
      importsFollowTheTable,
      'model/mention.ts',
      "import type { Span } from '../text/index.js';",
    ],
    [
      'a stage that imports its own files',
      importsFollowTheTable,
      'bind/deep/bind.ts',
      "import { near } from '../near.js';",
    ],
    [
      'a command that imports the order of the stages',
      importsFollowTheTable,
      'commands/extract.ts',
      "import { run } from '../run.js';",
    ],
    [
      'a command in a folder that imports emit',
      importsFollowTheTable,
      'commands/score/pairs.ts',
      "import { toYaml } from '../../emit/index.js';",
    ],
    ['a schema of a command', packagesStayInTheirPlaces, 'commands/gold-schema.ts', "import { z } from 'zod';"],
    [
      'yaml in the rulebook',
      packagesStayInTheirPlaces,
      'rulebook/read-pack.ts',
      "import { parseDocument } from 'yaml';",
    ],
    ['a file of 250 lines', filesStayShort, 'tag/tag.ts', lines(250)],
    [
      'ranges of Chinese characters in a pattern',
      patternsHaveNoChinese,
      'tag/tag.ts',
      'const han = /[\\u4e00-\\u9fff]|[一-龥]|\\p{Script=Han}/u;',
    ],
    ['Chinese that stands in no pattern', patternsHaveNoChinese, 'tag/tag.ts', "const arm = '组'; // 汉字"],
  ];
  it.each(kept)('let pass %s', (_, law, path, code) => {
    expect(law(codeFile(`pipeline/${path}`, code))).toEqual([]);
  });
});
