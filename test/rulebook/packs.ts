import { compileRulebook, type Rulebook, readPack } from '../../pipeline/rulebook/index.js';

export const fragmentPack = `kind: fragments
pack: numbers
about: What numbers look like.
fragments:
  digits: '\\d+'
  decimal: '{digits}(?:\\.{digits})?'
`;

export const patternPack = `kind: pattern
pack: shares
about: Shares in per cent.
rules:
  - id: shares.percent
    pattern: '(?<value>{decimal})%'
    makes: percentage
    match:
      - text: 有效率⟦46%⟧
        gives: {value: 46}
    reject:
      - 46例
`;

export const repairPack = `kind: repair
pack: glyphs
about: Characters that the font lost.
rules:
  - id: glyphs.italic-p
    find: '犘(?=[＜=])'
    put: P
    match:
      - {text: 犘＜0.05, gives: P＜0.05}
    reject:
      - 犘
  - id: glyphs.radicals
    find: '[⻣⽩]'
    map: {⻣: 骨, ⽩: 白}
    absent: 康熙部首
    present: 骨髓
    match:
      - {text: ⻣髓, gives: 骨髓}
    reject:
      - 骨髓
`;

export const lexiconPack = `kind: lexicon
pack: drugs
about: Drugs by their international names.
makes: drug
rows:
  - {id: drugs.thalidomide, is: thalidomide, forms: [沙利度胺, T], atc: L04AX02}
  - {id: drugs.lenalidomide, is: lenalidomide, forms: [来那度胺]}
`;

export const phrasePack = `kind: phrase
pack: joins
about: Words that join what belongs together.
rules:
  - id: joins.respectively
    pattern: 分别[为是]?
    match:
      - 分别为46%和22%
    reject:
      - 分组
`;

export const bindPack = `kind: bind
pack: responses
about: Which rate belongs to which response.
rules:
  - id: responses.rate-after-measure
    about: The rate stands behind its measure.
    from: [percentage]
    to: [measure]
    direction: before
    within: clause
    match:
      - text: ORR为46%
        gives: [{measure: ORR, value: 46}]
    reject:
      - text: 46%的患者
`;

/** A pack with one thing changed; what is changed must stand in it just once, or the test tests nothing. */
export function but(pack: string, what: string, becomes: string): string {
  if (pack.split(what).length !== 2) throw new Error(`"${what}" does not stand exactly once in the pack`);
  return pack.replace(what, () => becomes);
}

/** Compiles packs written out in a test; they count as rules/1.yaml, rules/2.yaml and so on. */
export function compiled(...packs: readonly string[]): Omit<Rulebook, 'hash'> {
  return compileRulebook(packs.map((text, index) => readPack(`rules/${index + 1}.yaml`, text)));
}

/** What is said when these packs are refused. */
export function refusal(...packs: readonly string[]): string {
  try {
    compiled(...packs);
  } catch (error) {
    if (error instanceof Error && error.name === 'RuleError') return error.message;
    throw error;
  }
  throw new Error('The packs were taken.');
}
