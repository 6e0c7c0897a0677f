import { describe, expect, it } from 'vitest';
import { mentionsOf } from './tagged.js';

describe('drugs of which each patient got one', () => {
  it('have the partner that is named behind the last of them', () => {
    const text = '31例、30例和32例患者分别接受卡铂、顺铂或奈达铂联合紫杉醇治疗。';
    expect(mentionsOf(text, 'drug', 'regimen').map(({ facts }) => facts.drugs)).toEqual([
      'carboplatin+paclitaxel',
      'cisplatin+paclitaxel',
      'nedaplatin+paclitaxel',
    ]);
  });

  it('have none where none is named', () => {
    const drugs = mentionsOf('接受卡铂、顺铂或奈达铂治疗,继以紫杉醇。', 'drug', 'regimen');
    expect(drugs.map(({ facts, name }) => facts.drugs ?? name)).toEqual([
      'carboplatin',
      'cisplatin',
      'nedaplatin',
      'paclitaxel',
    ]);
  });
});
