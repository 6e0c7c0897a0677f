import { expect, it } from 'vitest';
import { trialsOf } from '../bind/trials-of.js';

const text = (arm: string) =>
  `方法 將80例肺癌患者隨機分為${arm}(n=41)和單純化療組(n=39)。結果 ${arm}出現口腔潰瘍者占17.1%,單純化療組占25.6%。`;

it('keeps names in the characters that the article is printed in', () => {
  const [trial] = trialsOf(text('聯合治療組'));
  expect(trial?.arms?.map(({ label }) => label)).toEqual(['聯合治療組', '單純化療組']);
  expect(trial?.adverse_events?.map(({ term }) => term)).toEqual(['口腔潰瘍']);
});

it('reads over a pronunciation that stands in brackets behind a character', () => {
  expect(trialsOf(text('聯(lián)合治療組'))[0]?.arms?.[0]).toMatchObject({ label: '聯合治療組', size: { value: 41 } });
});

it('keeps repaired letters in a name', () => {
  expect(trialsOf(text('聯合Ａ組'))[0]?.arms?.[0]?.label).toBe('聯合A組');
});
