import type { Drug } from '../../model/index.js';
import { type CheckContext, remark, type TrialCheck, type Verdict } from '../check.js';

const id = 'drug-names';

export const drugNames: TrialCheck = {
  id,
  withoutNumbers: true,
  about: 'A drug as printed, its INN and its ATC code are one drug, and the letters of an arm stand for its drugs.',
  run: ({ arms = [] }, context) =>
    arms.flatMap(({ label, drugs = [] }) => [
      ...drugs.flatMap((drug) => name(drug, context)),
      ...letters(label, drugs, context),
    ]),
};

/** The drug that a printed name stands for; undefined where the lexicon lacks it. */
function lookUp(printed: string, { rulebook }: CheckContext): Known | undefined {
  const names = looked.get(rulebook.lexicon) ?? new Map<string, Known | undefined>();
  looked.set(rulebook.lexicon, names);
  if (!names.has(printed)) names.set(printed, read(printed, rulebook.lexicon));
  return names.get(printed);
}

/** What a lexicon was asked already: the same few drugs in arm after arm. */
const looked = new WeakMap<object, Map<string, Known | undefined>>();

interface Known {
  readonly name: string;
  readonly atc: string | undefined;
}

function read(printed: string, lexicon: CheckContext['rulebook']['lexicon']): Known | undefined {
  const entry = lexicon.whole(printed);
  return entry?.kind === 'drug' ? { name: entry.name, atc: entry.facts.atc } : undefined;
}

function name(drug: Drug, context: CheckContext): Verdict[] {
  const known = lookUp(drug.printed ?? drug.name, context);
  if (!known && /\p{Script=Han}/u.test(drug.name))
    return [remark(id, 'info', `${drug.name} is in no lexicon pack and recorded by its printed name, not its INN`, [])];
  if (!known) return [];
  if (known.name !== drug.name)
    return [remark(id, 'warning', `${drug.printed ?? drug.name} is ${known.name}, not ${drug.name}`, [])];
  if (drug.atc !== undefined && known.atc !== undefined && known.atc !== drug.atc)
    return [remark(id, 'warning', `${drug.name} has the ATC code ${known.atc}, not ${drug.atc}`, [])];
  return ['holds'];
}

/** The drugs that the letters of a regimen usually stand for; an article may define them in another way. */
function letters(label: string, drugs: readonly Drug[], { rulebook }: CheckContext): Verdict[] {
  const known = drugs.length < 2 ? undefined : rulebook.lexicon.whole(label);
  if (known?.kind !== 'regimen') return [];
  const usual = [known.facts.drugs, known.facts.or].flatMap((list) =>
    list === undefined ? [] : [sorted(list.split('+'))],
  );
  const own = sorted(drugs.map((drug) => drug.name));
  if (usual.length === 0) return [];
  if (usual.includes(own)) return ['holds'];
  return [
    remark(
      id,
      'info',
      `${label} has ${own.replaceAll('+', ' + ')}, usually ${usual.join(' or ').replaceAll('+', ' + ')}`,
      [],
      'the article does not define the letters itself',
    ),
  ];
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join('+');
}
