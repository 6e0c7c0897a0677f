import { expect, it } from 'vitest';
import { tag } from '../../pipeline/tag/index.js';
import { rulebook } from '../rules/rule-packs.js';

/** What the text calls a study, as it is printed. */
const studiesIn = (text: string) =>
  tag(text, rulebook)
    .mentions.filter(({ kind }) => kind === 'study')
    .map((mention) => mention.text);

it('finds a study by its bare name, unless that is short enough to stand for something else', () => {
  expect(studiesIn('LYRANO研究显示ORR为61.2%。会议公布了LYRANO的数据。').at(-1)).toBe('LYRANO');
  expect(studiesIn('ABQ研究显示ORR为61.2%。ABQ型患者PFS为12.1个月。')).not.toContain('ABQ');
});
