import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json; the same from the sources (pipeline/commands/) and from what is built (dist/commands/). */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The version in package.json, which every record names. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
