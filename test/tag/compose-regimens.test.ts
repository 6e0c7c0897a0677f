import { describe, expect, it } from 'vitest';
import { mentionsOf, printed, tagged } from './tagged.js';

describe('drugs', () => {
  it.each([
    ['硼替佐米联合地塞米松', 'bortezomib+dexamethasone'],
    ['硼替佐米+来那度胺+地塞米松', 'bortezomib+lenalidomide+dexamethasone'],
    ['硼替佐米、沙利度胺和地塞米松', 'bortezomib+thalidomide+dexamethasone'],
  ])('joined as in %s are one regimen', (text, drugs) => {
    const [regimen, ...others] = mentionsOf(`给予${text}治疗。`, 'regimen', 'drug');
    expect(others).toEqual([]);
    expect(regimen).toMatchObject({ kind: 'regimen', text, facts: { drugs, combination: 'yes' } });
  });

  it('in two sentences are two', () => {
    expect(printed('先用硼替佐米。联合地塞米松无益。', 'drug')).toEqual(['硼替佐米', '地塞米松']);
    expect(printed('先用硼替佐米。联合地塞米松无益。', 'regimen')).toEqual([]);
  });

  it('with their doses between them stay for these, and the first stands for all', () => {
    const text = '给予硼替佐米(1.3 mg/m2,d1、d4)联合地塞米松(20 mg,d1)治疗。';
    const [first, second] = mentionsOf(text, 'regimen', 'drug');
    expect(first).toMatchObject({ kind: 'regimen', text: '硼替佐米', facts: { drugs: 'bortezomib+dexamethasone' } });
    expect(second).toMatchObject({ kind: 'drug', text: '地塞米松' });
  });
});

describe('an abbreviation', () => {
  it.each([
    ['before its drugs', 'VTD(硼替佐米、沙利度胺、地塞米松)方案治疗。', 'VTD', 'bortezomib+thalidomide+dexamethasone'],
    ['behind its drugs', '硼替佐米、沙利度胺、地塞米松(VTD)方案治疗。', 'VTD', 'bortezomib+thalidomide+dexamethasone'],
    ['that nobody has used before', '采用QXd(塞利尼索、地塞米松)方案治疗。', 'QXd', 'selinexor+dexamethasone'],
  ])('%s is defined by the article', (_, text, label, drugs) => {
    expect([...tagged(text).definitions]).toEqual([[label, drugs]]);
    expect(mentionsOf(text, 'regimen', 'arm')).toHaveLength(1);
    expect(mentionsOf(text, 'regimen', 'arm')[0]?.facts.drugs).toBe(drugs);
  });

  it.each([
    ['TP组给予多西他赛及奈达铂联合化疗', 'docetaxel+nedaplatin'],
    ['TP组(n=41)采用多西他赛联合贝伐珠单抗', 'docetaxel+bevacizumab'],
    ['TP组:拓扑替康+洛铂', 'topotecan+lobaplatin'],
    ['多西他赛联合洛铂(TP方案)', 'docetaxel+lobaplatin'],
  ])('stands for what the article says that its group got: %s', (said, drugs) => {
    expect(tagged(`${said}。TP组ORR为52.5%。`).definitions.get('TP')).toBe(drugs);
  });

  it.each(['TP组给予TP方案联合贝伐珠单抗', 'TP组优于多西他赛联合洛铂', '信迪利单抗联合化疗(TP方案)'])(
    'keeps its meaning where the article defines nothing: %s',
    (said) => {
      expect(tagged(`${said}。TP组ORR为52.5%。`).definitions.get('TP')).toBeUndefined();
    },
  );

  it('means what the article said first, not what the lexicon says', () => {
    const text =
      'VRD(硼替佐米、雷利度胺、地塞米松)。VTD(硼替佐米、泊马度胺、地塞米松)方案。后来VTD(沙利度胺)也有人用。';
    expect(tagged(text).definitions.get('VTD')).toBe('bortezomib+pomalidomide+dexamethasone');
  });

  it('is no definition where the bracket holds a number of patients', () => {
    expect([...tagged('VTD组(n=84)和CBD组(n=238)。').definitions]).toEqual([]);
  });
});

describe('a treatment followed by 组', () => {
  it.each([
    ['VTD组缓解率高。', 'VTD组', 'VTD'],
    ['硼替佐米组缓解率高。', '硼替佐米组', '硼替佐米'],
    ['硼替佐米联合地塞米松组缓解率高。', '硼替佐米联合地塞米松组', '硼替佐米联合地塞米松'],
  ])('is an arm: %s', (text, whole, label) => {
    expect(mentionsOf(text, 'arm')).toMatchObject([{ text: whole, facts: { label } }]);
  });

  it('is none where 组 is missing', () => {
    expect(printed('硼替佐米的缓解率高。', 'arm')).toEqual([]);
  });
});
