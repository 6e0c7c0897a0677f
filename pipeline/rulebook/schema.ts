import { z } from 'zod';
import { mentionKinds, quantityKinds } from '../model/index.js';

/** Everything that a pattern can make: the kinds of quantity, and the kinds of mention other than a quantity. */
export const productions = [...quantityKinds, ...mentionKinds.filter((kind) => kind !== 'quantity')] as const;
export type Production = (typeof productions)[number];

const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9+]+)*\.[a-z0-9+]+(?:-[a-z0-9+]+)*$/, 'an id reads <pack>.<rule>, in lower case');
const facts = z.record(z.string(), z.string());
/** Why this fails as yet; it must go on failing until it is moved. */
const known_failure = z.string().min(1).optional();
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** `text` marks with ⟦ ⟧ what the rule must find; `gives` is what must come out of it. */
const patternMatch = z.strictObject({ text: z.string().includes('⟦'), gives: z.record(z.string(), scalar).optional() });

export const patternRule = z.strictObject({
  id: ruleId,
  about: z.string().optional(),
  pattern: z.string().min(1).max(120, 'a pattern over 120 characters is split into fragments'),
  makes: z.enum(productions),
  is: z.string().optional(),
  facts: facts.optional(),
  beats: z.array(z.string()).optional(),
  match: z.array(patternMatch).min(1),
  reject: z.array(z.string()).min(1),
  known_failure,
});

export const repairRule = z.strictObject({
  id: ruleId,
  about: z.string().optional(),
  find: z.string().min(1).max(120, 'a pattern over 120 characters is split into fragments'),
  /** The replacement, `$1` or `$<name>` for groups; '' deletes. */
  put: z.string().optional(),
  /** Character by character: what stands on the left becomes what stands on the right. */
  map: z.record(z.string(), z.string()).optional(),
  /** Only inside this kind of passage. */
  inside: z.enum(['math', 'prose', 'table', 'markup']).optional(),
  /** Only where the whole text has none of this. */
  absent: z.string().optional(),
  /** Only where the whole text has some of this. */
  present: z.string().optional(),
  match: z.array(z.strictObject({ text: z.string(), gives: z.string() })).min(1),
  reject: z.array(z.string()).min(1),
  known_failure,
});

export const lexiconRow = z
  .object({
    id: ruleId,
    is: z.string(),
    forms: z.array(z.string().min(1)).min(1),
    beats: z.array(z.string()).optional(),
  })
  .catchall(z.string());

const hanWord = z.string().regex(/^\p{Script=Han}+$/u, 'a word of Han characters');

/** Words that stand for each other in the forms of lexicon rows: plain words, no patterns. */
export const variantRow = z.strictObject({
  id: ruleId,
  kinds: z.array(z.enum(mentionKinds)).min(1),
  words: z.array(hanWord).min(2),
  /** A word that the others stand for and that stands for none of them. */
  from: hanWord.optional(),
  /** Forms that no row has and that are known by this one. */
  match: z.array(z.string()).min(1),
});

/** What a reading must give: the fields that must agree with one of the values read from the text. */
const reading = z.record(z.string(), z.union([scalar, z.array(scalar)]));

/** A turn of phrase that a mechanism in code looks for; the code asks for it by its id. */
export const phraseRule = z.strictObject({
  id: ruleId,
  about: z.string().optional(),
  pattern: z.string().min(1).max(120, 'a pattern over 120 characters is split into fragments'),
  match: z.array(z.string()).min(1),
  reject: z.array(z.string()).min(1),
});

export const bindRule = z.strictObject({
  id: ruleId,
  about: z.string(),
  from: z.array(z.string()).optional(),
  to: z.array(z.string()).optional(),
  direction: z.enum(['before', 'after', 'either']).optional(),
  within: z.union([z.enum(['clause', 'sentence', 'paragraph']), z.int().positive()]).optional(),
  stops_at: z.array(z.string()).optional(),
  confidence: z.number().min(0).max(1).optional(),
  /** A text that is read as an article of its own, and values that must come out of it. */
  match: z.array(z.strictObject({ text: z.string(), gives: z.array(reading).min(1), known_failure })).min(1),
  /** A text from which no such value must come out; none at all where `not` is left out. */
  reject: z.array(z.strictObject({ text: z.string(), not: reading.optional(), known_failure })).min(1),
  known_failure,
});

const head = { pack: z.string().regex(/^[a-z0-9-]+$/), about: z.string(), source: z.array(z.string()).optional() };
const fragments = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string().max(120));

export const packSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fragments'), ...head, fragments }),
  z.strictObject({
    kind: z.literal('repair'),
    ...head,
    fragments: fragments.optional(),
    rules: z.array(repairRule).min(1),
  }),
  z.strictObject({
    kind: z.literal('pattern'),
    ...head,
    fragments: fragments.optional(),
    rules: z.array(patternRule).min(1),
  }),
  z.strictObject({
    kind: z.literal('phrase'),
    ...head,
    fragments: fragments.optional(),
    rules: z.array(phraseRule).min(1),
  }),
  z.strictObject({ kind: z.literal('bind'), ...head, rules: z.array(bindRule).min(1) }),
  z.strictObject({
    kind: z.literal('lexicon'),
    ...head,
    makes: z.enum(mentionKinds),
    rows: z.array(lexiconRow).min(1),
  }),
  z.strictObject({ kind: z.literal('variants'), ...head, rows: z.array(variantRow).min(1) }),
]);

export type Pack = z.infer<typeof packSchema>;
export type PatternRule = z.infer<typeof patternRule>;
export type PhraseRule = z.infer<typeof phraseRule>;
export type RepairRule = z.infer<typeof repairRule>;
export type BindRule = z.infer<typeof bindRule>;
export type VariantRow = z.infer<typeof variantRow>;
export type LexiconRow = z.infer<typeof lexiconRow>;
