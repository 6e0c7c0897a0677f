import { z } from 'zod';

/** An id or a name that may be written as a number in YAML. */
const word = z.union([z.string(), z.number()]).transform(String);
const number = z.union([z.number(), z.string()]);

const goldArm = z.object({ id: word, label: word.nullish(), drugs: z.array(z.string()).nullish() });
const goldTrial = z.object({ id: word, arms: z.array(goldArm).nullish() });
/** A row of an annotation: only what the measure looks at, the rest is left aside. */
const goldRow = z.object({
  trial: word,
  kind: z.string(),
  arm: word.nullish(),
  arms: z.array(word).nullish(),
  measure: word.nullish(),
  term: word.nullish(),
  item: word.nullish(),
  drug: word.nullish(),
  grade: word.nullish(),
  op: z.string().nullish(),
  value: number.nullish(),
  events: number.nullish(),
  not_reached: z.boolean().nullish(),
  test: z.string().nullish(),
  table: z.boolean().nullish(),
  at: z.string().default(''),
});
export const goldFile = z.object({ doc: z.string(), trials: z.array(goldTrial), rows: z.array(goldRow) });

export type GoldTrial = z.infer<typeof goldTrial>;
export type GoldRow = z.infer<typeof goldRow>;
export type GoldFile = z.infer<typeof goldFile>;
