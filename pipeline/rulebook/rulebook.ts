import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { MentionKind } from '../model/index.js';
import { type Entry, Lexicon } from './lexicon.js';
import { type ReadPack, readPack } from './read-pack.js';
import { RuleError } from './rule-error.js';
import type { BindRule, PatternRule, PhraseRule, RepairRule } from './schema.js';
import { searchable } from './searchable.js';
import { type Variant, variantOf } from './variants.js';

export interface CompiledPattern {
  readonly rule: PatternRule;
  readonly file: string;
  /** Global and Unicode; reset `lastIndex` before use, or use `matchAll`. */
  readonly expression: RegExp;
  /** The names of its groups. */
  readonly groups: readonly string[];
}

export interface CompiledRepair {
  readonly rule: RepairRule;
  readonly pack: string;
  readonly file: string;
  readonly expression: RegExp;
  /** Not global, unlike `expression`, so that asking twice gives the same answer. */
  readonly absent?: RegExp | undefined;
  readonly present?: RegExp | undefined;
}

/** All rules, validated and compiled. */
export interface Rulebook {
  readonly repairs: readonly CompiledRepair[];
  readonly patterns: readonly CompiledPattern[];
  readonly binds: readonly BindRule[];
  /** The phrases that mechanisms look for, by rule id; not global, so that asking twice gives the same answer. */
  readonly phrases: ReadonlyMap<string, RegExp>;
  readonly lexicon: Lexicon;
  readonly entries: readonly Entry[];
  /** SHA-256 over all pack files in order: the version of the rules. */
  readonly hash: string;
}

/** The phrase of that id; throws where the rules have none, which is a bug of the caller. */
export function phrase(rulebook: Pick<Rulebook, 'phrases'>, id: string): RegExp {
  const expression = rulebook.phrases.get(id);
  if (!expression) throw new Error(`There is no phrase ${id}.`);
  return expression;
}

/** Files of rules under a folder, sorted, as paths with forward slashes. */
function packFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/**
 * Loads every pack under `folder`. Throws a RuleError (file:line:column: reason) at the first rule that is
 * malformed, doubled, or claims a form that another rule already has.
 */
export function loadRulebook(folder: string): Rulebook {
  const files = packFiles(folder);
  const hash = createHash('sha256');
  const packs = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    hash.update(`${file}\n${text}\n`);
    return readPack(`${relative(process.cwd(), folder) || '.'}/${file}`, text);
  });
  return { ...compileRulebook(packs), hash: hash.digest('hex') };
}

/** Compiles packs that have been read; see `loadRulebook` for the errors. */
export function compileRulebook(packs: readonly ReadPack[]): Omit<Rulebook, 'hash'> {
  const shared = sharedFragments(packs);
  const ids = new Map<string, string>();
  const claim = (id: string, read: ReadPack, path: readonly PropertyKey[]): void => {
    const owner = ids.get(id);
    if (owner) throw new RuleError(read.file, read.placeOf(path), `the id ${id} is already used in ${owner}`);
    if (!id.startsWith(`${read.pack.pack}.`)) {
      throw new RuleError(read.file, read.placeOf(path), `the id ${id} must begin with its pack, ${read.pack.pack}.`);
    }
    ids.set(id, read.file);
  };
  const book = {
    repairs: [] as CompiledRepair[],
    patterns: [] as CompiledPattern[],
    binds: [] as BindRule[],
    phrases: {} as Record<string, RegExp>,
    lexicon: new Lexicon(),
    entries: [] as Entry[],
  };
  const variants: Variant[] = [];
  for (const read of packs) {
    const { pack, file } = read;
    if (pack.kind === 'fragments') continue;
    if (pack.kind === 'lexicon') {
      addRows(read, book.lexicon, book.entries, claim);
      continue;
    }
    if (pack.kind === 'variants') {
      pack.rows.forEach((row, index) => {
        claim(row.id, read, ['rows', index, 'id']);
        variants.push(variantOf(row));
      });
      continue;
    }
    const fragments = pack.kind === 'bind' ? shared : { ...shared, ...pack.fragments };
    pack.rules.forEach((rule, index) => {
      const path = ['rules', index];
      claim(rule.id, read, [...path, 'id']);
      const compile = (key: string, source: string, flags = 'gu'): RegExp => {
        try {
          const expression = new RegExp(expand(source, fragments), flags);
          if (pack.kind !== 'phrase' && expression.test('')) throw new Error('it finds the empty text');
          return new RegExp(searchable(expression.source), flags);
        } catch (error) {
          throw new RuleError(file, read.placeOf([...path, key]), `${rule.id}: ${(error as Error).message}`);
        }
      };
      if (pack.kind === 'bind') book.binds.push(rule as BindRule);
      else if (pack.kind === 'phrase') book.phrases[rule.id] = compile('pattern', (rule as PhraseRule).pattern, 'u');
      else if (pack.kind === 'pattern') {
        const pattern = rule as PatternRule;
        const expression = compile('pattern', pattern.pattern);
        book.patterns.push({ rule: pattern, file, expression, groups: groupsOf(expression) });
      } else {
        const repair = rule as RepairRule;
        if ((repair.put === undefined) === (repair.map === undefined)) {
          throw new RuleError(file, read.placeOf(path), `${repair.id}: a repair has either put or map`);
        }
        book.repairs.push({
          rule: repair,
          pack: pack.pack,
          file,
          expression: compile('find', repair.find),
          absent: repair.absent === undefined ? undefined : compile('absent', repair.absent, 'u'),
          present: repair.present === undefined ? undefined : compile('present', repair.present, 'u'),
        });
      }
    });
  }
  book.lexicon.vary(variants);
  checkBeats(packs, ids);
  // Phrases are asked for thousands of times in an article: names of properties the engine finds by identity, and not
  // letter by letter as it does pieces of a file.
  return { ...book, phrases: new Map(Object.entries(book.phrases)) };
}

/** The names of the groups of an expression; one that also finds nothing finds the empty text, with all of them. */
function groupsOf({ source, flags }: RegExp): string[] {
  return Object.keys(new RegExp(`${source}|`, flags).exec('')?.groups ?? {});
}

/** The fragments that every pack may use; a name stands for one thing only. */
function sharedFragments(packs: readonly ReadPack[]): Record<string, string> {
  const shared: Record<string, string> = {};
  for (const { pack, file, placeOf } of packs) {
    if (pack.kind !== 'fragments') continue;
    for (const [name, fragment] of Object.entries(pack.fragments)) {
      if (Object.hasOwn(shared, name))
        throw new RuleError(file, placeOf(['fragments', name]), `the fragment {${name}} is already there`);
      shared[name] = fragment;
    }
  }
  return shared;
}

/** A rule that beats an id nobody has would beat nothing, in silence. */
function checkBeats(packs: readonly ReadPack[], ids: ReadonlyMap<string, string>): void {
  for (const { pack, file, placeOf } of packs) {
    if (pack.kind !== 'pattern' && pack.kind !== 'lexicon') continue;
    const [key, rules] = pack.kind === 'pattern' ? (['rules', pack.rules] as const) : (['rows', pack.rows] as const);
    rules.forEach(({ id, beats }, index) => {
      const missing = (beats ?? []).findIndex((beaten) => !ids.has(beaten));
      if (missing < 0) return;
      throw new RuleError(
        file,
        placeOf([key, index, 'beats', missing]),
        `${id} beats ${beats?.[missing]}, which does not exist`,
      );
    });
  }
}

/** Replaces `{name}` by the fragment of that name, fragments in fragments included. */
export function expand(
  pattern: string,
  fragments: Readonly<Record<string, string>>,
  within: readonly string[] = [],
): string {
  return pattern.replace(/(?<!\\[pPu])\{([a-z][A-Za-z0-9]*)\}/g, (_, name: string) => {
    const fragment = Object.hasOwn(fragments, name) ? fragments[name] : undefined;
    if (fragment === undefined) throw new Error(`there is no fragment {${name}}`);
    const path = [...within, name];
    if (within.includes(name)) throw new Error(`fragments refer to each other in a circle: ${path.join(', ')}`);
    return `(?:${expand(fragment, fragments, path)})`;
  });
}

function addRows(
  read: ReadPack,
  lexicon: Lexicon,
  entries: Entry[],
  claim: (id: string, read: ReadPack, path: readonly PropertyKey[]) => void,
): void {
  const { pack } = read;
  if (pack.kind !== 'lexicon') return;
  pack.rows.forEach((row, index) => {
    claim(row.id, read, ['rows', index, 'id']);
    const { id, is, forms, beats, ...facts } = row;
    const kind: MentionKind = pack.makes;
    const entry: Entry = {
      id,
      kind,
      name: is,
      facts: facts as Record<string, string>,
      beats: (beats as string[] | undefined) ?? [],
    };
    entries.push(entry);
    (forms as string[]).forEach((form, at) => {
      const owner = lexicon.add(form, entry);
      if (owner) {
        throw new RuleError(
          read.file,
          read.placeOf(['rows', index, 'forms', at]),
          `the form ${form} belongs to ${owner.id} already`,
        );
      }
    });
  });
}
