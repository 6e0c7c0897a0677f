import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BindRule,
  compileRulebook,
  type PatternRule,
  type PhraseRule,
  type ReadPack,
  readPack,
} from '../../pipeline/rulebook/index.js';

const folder = join(import.meta.dirname, '../../rules');

/** All packs of the project, in the order in which they load. */
export function readPacks(): ReadPack[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readPack(`rules/${file}`, readFileSync(join(folder, file), 'utf8')));
}

const packs = readPacks();

/** All rules of the project, compiled. */
export const rulebook = { ...compileRulebook(packs), hash: 'test' };

interface RuleOf {
  readonly pattern: PatternRule;
  readonly phrase: PhraseRule;
  readonly bind: BindRule;
}

/** The rules of all packs of one kind, in order. */
export function rulesOf<K extends keyof RuleOf>(kind: K): RuleOf[K][] {
  return packs.flatMap(({ pack }) =>
    pack.kind === kind && 'rules' in pack ? (pack.rules as unknown[]) : [],
  ) as RuleOf[K][];
}
