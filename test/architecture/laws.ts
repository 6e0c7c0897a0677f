import { posix } from 'node:path';
import type { CodeFile } from './code-file.js';

const kernels = ['text', 'model', 'rulebook'];
const stages = ['ingest', 'repair', 'segment', 'tag', 'bind', 'assemble', 'verify', 'emit'];

/** Who may import whom: a place is a folder of pipeline/, or a file that stands in pipeline/ itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  rulebook: ['text', 'model'],
  ...Object.fromEntries(stages.map((stage) => [stage, kernels])),
  'run.ts': [...kernels, ...stages],
  commands: ['run.ts', ...kernels, 'emit'],
  'cli.ts': ['commands'],
  'index.ts': [...kernels, ...stages, 'run.ts'],
};

/** The only packages that a kernel may use, Node's own included. */
const packagesOfKernels: Readonly<Record<string, RegExp>> = {
  text: /^$/,
  model: /^zod$/,
  rulebook: /^(?:zod|yaml|node:.+)$/,
};

/** Where a package may be imported; the packages that are not named here may be imported by every place but the kernels. */
const placesOfPackages: Readonly<Record<string, RegExp>> = {
  nodejieba: /^segment\/tokens\.ts$/,
  htmlparser2: /^segment\/html-table\.ts$/,
  'pdf-parse': /^ingest\//,
  'pdfjs-dist': /^ingest\//,
  zod: /^(?:model\/record\.ts|rulebook\/schema\.ts|(?:.+[/-])?schema\.ts|commands\/.*schema.*\.ts|emit\/placed-yaml\.ts)$/,
  yaml: /^(?:rulebook|emit|commands)\//,
  'p-limit': /^commands\//,
};

/** Whatever breaks a law, each as `file:line: what is wrong`. */
export type Law = (file: CodeFile) => string[];

export const importsFollowTheTable: Law = ({ path, imports }) => {
  const place = placeOf(path);
  const allowed = mayImport[place];
  if (!allowed) return [`${path}:1: ${place} has no row in the table of who may import whom`];
  return imports
    .filter(({ text }) => text.startsWith('.'))
    .map(({ line, text }) => ({ line, text, target: posix.join(posix.dirname(path), text) }))
    .filter(
      ({ target }) => !target.startsWith('pipeline/') || ![place, ...allowed].includes(placeOf(asTypeScript(target))),
    )
    .map(({ line, text }) => `${path}:${line}: ${place} may not import ${text}`);
};

export const packagesStayInTheirPlaces: Law = ({ path, imports }) =>
  imports
    .filter(({ text }) => !text.startsWith('.'))
    .filter(({ text }) => {
      const file = path.replace('pipeline/', '');
      const place = placesOfPackages[packageOf(text)];
      const ofKernel = packagesOfKernels[placeOf(path)];
      return (place && !place.test(file)) || (ofKernel && !ofKernel.test(packageOf(text)));
    })
    .map(({ line, text }) => `${path}:${line}: ${text} may not be imported here`);

/** Packages that an installation of zhailu brings along. */
export const packagesAreDeclared =
  (declared: readonly string[]): Law =>
  ({ path, imports }) =>
    imports
      .filter(({ text }) => !text.startsWith('.') && !text.startsWith('node:') && !declared.includes(packageOf(text)))
      .map(({ line, text }) => `${path}:${line}: ${text} is not among the dependencies`);

export const namesAreKebabCase: Law = ({ path }) =>
  path.split('/').every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?(?:\.ts)?$/.test(part))
    ? []
    : [`${path}:1: not in kebab-case`];

export const namesSaySomething: Law = ({ path }) =>
  path.split('/').some((part) => /^(?:utils?|helpers?|common|misc)(?:\.test|\.d)?(?:\.ts)?$/.test(part))
    ? [`${path}:1: a name that says nothing`]
    : [];

export const nothingIsExportedAsDefault: Law = ({ path, defaultExports }) =>
  defaultExports.map(({ line, text }) => `${path}:${line}: default export: ${text}`);

export const filesStayShort: Law = ({ path, lineCount }) =>
  lineCount > 250 ? [`${path}:251: ${lineCount} lines`] : [];

/** No patterns in TypeScript: what authors write in Chinese is said in rules/. A range of characters is no word. */
export const patternsHaveNoChinese: Law = ({ path, patterns }) =>
  patterns
    .filter(({ text }) => /\p{Script=Han}/u.test(unescaped(text).replace(/\P{ASCII}-\P{ASCII}/gu, '')))
    .map(({ line, text }) => `${path}:${line}: Chinese in the pattern ${text}`);

/** A pattern with its characters in the place of their escapes, which hide no word. */
function unescaped(pattern: string): string {
  return pattern.replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The folder under pipeline/, or the file where it stands in pipeline/ itself. */
function placeOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function asTypeScript(path: string): string {
  return path.replace(/\.js$/, '.ts');
}

/** `yaml` of `yaml/util`, `@scope/name` of `@scope/name/part`; Node's own modules keep their whole name. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
