import { describe, expect, it } from 'vitest';
import {
  bindPack,
  but,
  compiled,
  fragmentPack,
  lexiconPack,
  patternPack,
  phrasePack,
  refusal,
  repairPack,
} from './packs.js';

/** How often a fragment may stand in itself before loading would no longer end. */
const endless = '{digits}'.repeat(14);

describe('a pack is refused, with file, line, column and reason, when it', () => {
  it('is not YAML', () => {
    expect(refusal(but(patternPack, 'pack: shares', 'pack: [shares'))).toMatch(
      /^rules\/1\.yaml:3:1: error: Flow sequence .+\]$/,
    );
  });

  it('is empty', () => {
    expect(refusal('')).toBe('rules/1.yaml:1:1: error: Invalid input: expected object, received null');
  });

  it('says a key twice', () => {
    expect(refusal(but(patternPack, 'rules:', 'about: Twice.\nrules:'))).toBe(
      'rules/1.yaml:4:1: error: Map keys must be unique',
    );
  });

  it('is of an unknown kind', () => {
    expect(refusal(but(patternPack, 'kind: pattern', 'kind: patterns'))).toMatch(
      /^rules\/1\.yaml:1:7: error: kind: .+'pattern'/,
    );
  });

  it('has no kind', () => {
    expect(refusal(but(patternPack, 'kind: pattern\n', ''))).toMatch(/^rules\/1\.yaml:1:1: error: kind: /);
  });

  it('does not say what it is about', () => {
    expect(refusal(but(repairPack, 'about: Characters that the font lost.\n', ''))).toMatch(
      /^rules\/1\.yaml:1:1: error: about: /,
    );
  });

  it('has a key that no schema knows', () => {
    expect(refusal(but(lexiconPack, 'makes: drug', 'makes: drug\nnotes: none'))).toBe(
      'rules/1.yaml:5:8: error: Unrecognized key: "notes"',
    );
  });

  it('has a rule with a key that no schema knows', () => {
    expect(refusal(but(patternPack, 'makes: percentage', 'makes: percentage\n    matches: []'))).toBe(
      'rules/1.yaml:8:14: error: rules.0: Unrecognized key: "matches"',
    );
  });

  it('makes what is in no table', () => {
    expect(refusal(but(patternPack, 'makes: percentage', 'makes: percent'))).toMatch(
      /^rules\/1\.yaml:7:12: error: rules\.0\.makes: /,
    );
    expect(refusal(but(lexiconPack, 'makes: drug', 'makes: medicine'))).toMatch(/^rules\/1\.yaml:4:8: error: makes: /);
  });

  it('has a pattern over 120 characters', () => {
    const reason = 'a pattern over 120 characters is split into fragments';
    expect(refusal(fragmentPack, but(patternPack, '(?<value>{decimal})%', '位'.repeat(121)))).toBe(
      `rules/2.yaml:6:14: error: rules.0.pattern: ${reason}`,
    );
    expect(refusal(but(repairPack, '[⻣⽩]', '位'.repeat(121)))).toBe(
      `rules/1.yaml:13:11: error: rules.1.find: ${reason}`,
    );
    expect(refusal(but(phrasePack, '分别[为是]?', '位'.repeat(121)))).toBe(
      `rules/1.yaml:6:14: error: rules.0.pattern: ${reason}`,
    );
    expect(compiled(but(patternPack, '(?<value>{decimal})%', '位'.repeat(120))).patterns).toHaveLength(1);
  });

  it('has a pattern that is no regular expression', () => {
    expect(refusal(but(patternPack, '(?<value>{decimal})%', '(46%'))).toMatch(
      /^rules\/1\.yaml:6:14: error: shares\.percent: Invalid regular expression: .+Unterminated group$/,
    );
    expect(refusal(but(repairPack, '[⻣⽩]', '[⻣⽩'))).toMatch(
      /^rules\/1\.yaml:13:11: error: glyphs\.radicals: Invalid/,
    );
    expect(refusal(but(repairPack, 'absent: 康熙部首', 'absent: "["'))).toMatch(
      /^rules\/1\.yaml:15:13: error: glyphs\.radicals: Invalid/,
    );
    expect(refusal(but(repairPack, 'present: 骨髓', 'present: "["'))).toMatch(
      /^rules\/1\.yaml:16:14: error: glyphs\.radicals: Invalid/,
    );
  });

  it('has a pattern that finds the empty text', () => {
    expect(refusal(but(patternPack, '(?<value>{decimal})%', '\\d*'))).toBe(
      'rules/1.yaml:6:14: error: shares.percent: it finds the empty text',
    );
  });

  it('uses a fragment that is not there', () => {
    expect(refusal(patternPack)).toBe('rules/1.yaml:6:14: error: shares.percent: there is no fragment {decimal}');
    expect(refusal(but(patternPack, '{decimal}', '{constructor}'))).toMatch(/there is no fragment \{constructor\}$/);
  });

  it('uses fragments that refer to each other in a circle', () => {
    const circle = but(fragmentPack, "'\\d+'", "'{decimal}'");
    expect(refusal(circle, patternPack)).toBe(
      'rules/2.yaml:6:14: error: shares.percent: fragments refer to each other in a circle: decimal, digits, decimal',
    );
    expect(refusal(but(fragmentPack, "'\\d+'", `'${endless}'`), patternPack)).toMatch(
      /in a circle: decimal, digits, digits$/,
    );
  });

  it('names a fragment that another pack has named', () => {
    const second = but(fragmentPack, '  digits:', '  whole: x\n  digits:');
    expect(refusal(fragmentPack, second)).toBe('rules/2.yaml:6:11: error: the fragment {digits} is already there');
  });

  it('uses an id twice', () => {
    expect(refusal(but(lexiconPack, 'id: drugs.lenalidomide', 'id: drugs.thalidomide'))).toBe(
      'rules/1.yaml:7:10: error: the id drugs.thalidomide is already used in rules/1.yaml',
    );
  });

  it('uses an id that another pack of its name has used', () => {
    expect(refusal(fragmentPack, patternPack, patternPack)).toBe(
      'rules/3.yaml:5:9: error: the id shares.percent is already used in rules/2.yaml',
    );
  });

  it('has a rule with the id of another pack', () => {
    const reason = 'must begin with its pack';
    expect(refusal(fragmentPack, but(patternPack, 'shares.percent', 'sizes.percent'))).toBe(
      `rules/2.yaml:5:9: error: the id sizes.percent ${reason}, shares.`,
    );
    expect(refusal(but(bindPack, 'responses.rate', 'response.rate'))).toMatch(
      `rules/1.yaml:5:9: error: the id response.rate-after-measure ${reason}`,
    );
    expect(refusal(but(lexiconPack, 'id: drugs.len', 'id: drug.len'))).toMatch(
      `rules/1.yaml:7:10: error: the id drug.lenalidomide ${reason}`,
    );
  });

  it('has an id that is not written as ids are', () => {
    expect(refusal(but(patternPack, 'shares.percent', 'Shares.percent'))).toMatch(/in lower case$/);
    expect(refusal(but(patternPack, 'shares.percent', 'percent'))).toMatch(/in lower case$/);
    expect(refusal(but(patternPack, 'shares.percent', 'shares.Percent'))).toBe(
      'rules/1.yaml:5:9: error: rules.0.id: an id reads <pack>.<rule>, in lower case',
    );
  });

  it('claims a form that belongs to another row', () => {
    expect(refusal(but(lexiconPack, '[来那度胺]', '[来那度胺, 沙利度胺]'))).toBe(
      'rules/1.yaml:7:62: error: the form 沙利度胺 belongs to drugs.thalidomide already',
    );
  });

  it('claims a form that belongs to a row of another pack', () => {
    const second = lexiconPack.replaceAll('drugs', 'classes').replace('沙利度胺, T', 'T');
    expect(refusal(lexiconPack, second)).toMatch(
      /^rules\/2\.yaml:6:\d+: error: the form T belongs to drugs\.thalidomide already$/,
    );
  });

  it('has a row without forms, or with an empty one', () => {
    expect(refusal(but(lexiconPack, '[来那度胺]', '[]'))).toMatch(/^rules\/1\.yaml:7:55: error: rows\.1\.forms: /);
    expect(refusal(but(lexiconPack, '[来那度胺]', "['']"))).toMatch(/^rules\/1\.yaml:7:56: error: rows\.1\.forms\.0: /);
  });

  it('has a rule without examples to match', () => {
    expect(refusal(but(repairPack, 'match:\n      - {text: ⻣髓, gives: 骨髓}\n', 'match: []\n'))).toMatch(
      /^rules\/1\.yaml:17:12: error: rules\.1\.match: /,
    );
  });

  it.each([
    ['pattern', patternPack, '    reject:\n      - 46例\n', 'rules.0.reject'],
    ['repair', repairPack, '    reject:\n      - 犘\n', 'rules.0.reject'],
    ['phrase', phrasePack, '    reject:\n      - 分组\n', 'rules.0.reject'],
    ['bind', bindPack, '    reject:\n      - text: 46%的患者\n', 'rules.0.reject'],
  ])('has a %s rule without examples to reject', (_, pack, examples, where) => {
    expect(refusal(but(pack, examples, ''))).toMatch(new RegExp(`^rules/1\\.yaml:5:5: error: ${where}: `));
    expect(refusal(but(pack, examples, '    reject: []\n'))).toMatch(
      new RegExp(`^rules/1\\.yaml:\\d+:13: error: ${where}: `),
    );
  });

  it('has an example that does not mark what must be found', () => {
    expect(refusal(but(patternPack, '⟦46%⟧', '46%'))).toMatch(
      /^rules\/1\.yaml:9:15: error: rules\.0\.match\.0\.text: /,
    );
  });

  it('has a repair with both put and map, or with neither', () => {
    const reason = 'a repair has either put or map';
    expect(refusal(but(repairPack, 'put: P', 'put: P\n    map: {犘: P}'))).toBe(
      `rules/1.yaml:5:5: error: glyphs.italic-p: ${reason}`,
    );
    expect(refusal(but(repairPack, '    put: P\n', ''))).toBe(`rules/1.yaml:5:5: error: glyphs.italic-p: ${reason}`);
  });

  it('has a rule that beats what does not exist', () => {
    expect(
      refusal(fragmentPack, but(patternPack, 'makes: percentage', 'makes: percentage\n    beats: [shares.percents]')),
    ).toBe('rules/2.yaml:8:13: error: shares.percent beats shares.percents, which does not exist');
    expect(
      refusal(but(lexiconPack, 'is: lenalidomide,', 'is: lenalidomide, beats: [drugs.thalidomide, drugs.none],')),
    ).toMatch(/^rules\/1\.yaml:7:\d+: error: drugs\.lenalidomide beats drugs\.none, which does not exist$/);
  });
});
