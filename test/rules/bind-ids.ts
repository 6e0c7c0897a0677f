import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../pipeline');

/** The ids that the code of tagging and binding writes into trails. */
export function bindIdsInCode(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const ids = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/'(bind\.[a-z-]+)'/gu)].map(([, id]) => id as string),
  );
  return [...new Set(ids)].sort();
}
