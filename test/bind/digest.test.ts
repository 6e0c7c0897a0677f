import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const items = [
  'BRAF突变结肠癌的辅助治疗。该随机、双盲试验因入组缓慢提前终止。研究共筛选412例患者,86例按3:1随机分至每日300mg康奈非尼(N=64)或安慰剂组(N=22)。DFS风险比(HR)为0.66(95%CI:0.31-1.38)。',
  'ORBIT-7(NCT04123456):318名一线治疗后进展的胃癌;雷莫西尤单抗对比安慰剂,中位PFS 4.3 vs 2.6个月。',
  'QUASAR-3研究:224例胆管癌患者接受吉西他滨治疗,ORR为18.3%。',
  '新一代MET抑制剂的1期研究,共报告64例患者的数据:38例可评估疗效的患者中,胃癌(n=21)的ORR、中位PFS达28.6%、4.1个月。',
];

function studiesOf(lines: readonly string[]) {
  return trialsOf(['会议快讯', ...lines].join('\n'));
}

describe('a digest without citations', () => {
  it('tells of one study in each of its numbered items', () => {
    const trials = studiesOf(items.map((item, i) => `${i + 1}. ${item}`));
    expect(trials).toHaveLength(4);
    expect(trials.map(({ name }) => name ?? '').filter((name) => name !== '')).toEqual(['ORBIT-7', 'QUASAR-3']);
    const unnamed = trials.filter(({ name }) => name === undefined);
    expect(unnamed.map(({ arms = [] }) => arms.length)).toContain(2);
  });

  it('tells of another study in the next item though neither names a drug', () => {
    const unnamed = [
      '甲状腺癌的观察性研究,共48例患者,1年OS率为91.7%。',
      '胸腺癌的登记研究,共52例患者,1年OS率为84.6%。',
    ];
    const trials = studiesOf([...items.slice(1, 3), ...unnamed].map((item, i) => `${i + 1}. ${item}`));
    expect(trials.map(({ population }) => population?.size?.value)).toEqual(expect.arrayContaining([48, 52]));
    expect(trials).toHaveLength(4);
  });

  it('tells of no study in an item with a single number', () => {
    const general = ['3. 胸腺癌每年的新发病例不到1.2万例。', '4. 新药治疗淋巴瘤的应答率约为40%。'];
    expect(studiesOf([...items.slice(1, 3).map((item, i) => `${i + 1}. ${item}`), ...general])).toHaveLength(2);
  });

  it('tells in a paragraph without a number of no study that it does not name', () => {
    expect(studiesOf(items.slice(0, 3)).map(({ name }) => name)).toEqual(['ORBIT-7', 'QUASAR-3']);
  });
});

describe('a text that names its studies', () => {
  const namesOf = (text: string) => trialsOf(text).map(({ name }) => name);

  it('takes what its headings report for the study that it says it reports', () => {
    const text = [
      '研究背景',
      'Ⅲ期VEGA试验中,IRd的PFS优于Rd(19.8个月 vs 14.1个月)。一项Ⅲ期临床试验(ORION)也比较了两者,PFS为7.3个月 vs 4.4个月。此次年会公布了ORION研究的长期数据。',
      '研究结果',
      '共有118例患者随机分配至IRd组(n=59)和Rd组(n=59),两组的中位OS分别为24.9个月和16.2个月。',
    ].join('\n');
    expect(namesOf(text).toSorted()).toEqual(['ORION', 'VEGA']);
    const orion = trialsOf(text).find(({ name }) => name === 'ORION');
    expect(orion?.population?.size?.value).toBe(118);
    expect(orion?.outcomes?.map(({ measure }) => measure).toSorted()).toEqual(['OS', 'PFS']);
  });

  it('tells of a study of a drug, and of the named one behind it', () => {
    const text = [
      'VEGA 1007研究:吉非替尼优于化疗',
      '吉非替尼的Ⅰ期研究首先显示有效,136名患者的ORR为62%。随后的Ⅲ期VEGA 1007研究中,吉非替尼对比卡铂+培美曲塞治疗NSCLC,PFS分别为10.6个月和6.1个月。',
    ].join('\n');
    const trials = trialsOf(text);
    expect(trials.map(({ arms = [] }) => arms.length).toSorted()).toEqual([1, 2]);
    expect(trials.find(({ name }) => name === undefined)?.population?.size?.value).toBe(136);
    expect(trials.find(({ name }) => name === 'VEGA 1007')?.arms?.map(({ label }) => label)).toEqual([
      '吉非替尼',
      '卡铂+培美曲塞',
    ]);
  });

  it('goes on with the study of its heading where the text does not name it again', () => {
    const lines = [
      'VEGA-5研究:阿美替尼用于NSCLC',
      '阿美替尼的Ⅲ期研究纳入186例患者,ORR为68.3%。',
      'LYRA-1研究纳入90例。',
    ];
    expect(namesOf(lines.join('\n'))).toEqual(['VEGA-5', 'LYRA-1']);
  });

  it('tells of two studies that it only calls by their drug and phase', () => {
    const text = '瑞普替尼的Ⅰ/Ⅱ期研究显示,70例患者的ORR为78.6%。他雷替尼的Ⅱ期研究显示,104例患者的ORR为89.4%。';
    expect(trialsOf(text).map(({ population }) => population?.size?.value)).toEqual([70, 104]);
    const codes =
      'QR-305是一种新型CAR-T产品。QR-305的Ⅰ期研究纳入16例患者,ORR为100%。QR-305的Ⅱ期研究纳入98例患者,ORR为91.8%。';
    expect(trialsOf(codes).map(({ population }) => population?.size?.value)).toEqual([16, 98]);
  });

  it('stays with its study where another one is only said to have found the same', () => {
    const text =
      'VEGA-5研究纳入186例患者,接受阿美替尼治疗,ORR为68.3%。这一结果与既往的LYRA-1研究一致。3级不良事件发生率为12.9%。';
    expect(namesOf(text)).toEqual(['VEGA-5']);
    const next =
      '在ORION-3研究中,依西美坦组的PFS为3.7个月。与VEGA-5研究结果相似,ORION-3研究的3级不良事件发生率为7.4%。';
    const [, orion] = trialsOf(`VEGA-5研究纳入186例患者,ORR为68.3%。${next}`);
    expect(orion?.adverse_events?.[0]?.values?.[0]?.value).toBe(7.4);
  });

  it('has no study of its own that nothing is told of', () => {
    const text = 'Zolvaretinib是一种新型RET抑制剂。一项Ⅱ期研究纳入45例患者,接受Zolvaretinib治疗,ORR为62.2%。';
    expect(trialsOf(text)).toHaveLength(1);
  });

  it('turns to another product that a study is told of', () => {
    const text =
      'CD22 CAR-T产品QR-305治疗ALL的Ⅰ期试验入组22名患者,ORR为90.9%。另一款CD7 CAR-T产品QR-406治疗ALL的Ⅰ期试验入组19名患者,ORR为94.7%。';
    expect(trialsOf(text).map(({ arms = [] }) => arms[0]?.drugs?.[0]?.name)).toEqual(['CAR-T CD22', 'CAR-T CD7']);
  });

  it('takes the one study that its title names for the one that its headings report', () => {
    const lines = ['LYRA-7研究:卡瑞利珠单抗用于胃癌', '研究方法', '纳入90例患者。', '研究结果', 'ORR为41.1%。'];
    expect(namesOf(lines.join('\n'))).toEqual(['LYRA-7']);
  });

  it('sets a drug against endocrine therapy of whatever kind', () => {
    const arms = (text: string) => trialsOf(text)[0]?.arms?.map(({ drugs = [] }) => drugs.map(({ name }) => name));
    const counted =
      'VEGA-8研究入组400例患者,随机接受阿贝西利联合内分泌治疗(n=200)或单纯内分泌治疗(n=200),4年iDFS率分别为86.1%和79.8%。';
    expect(arms(counted)).toEqual([['abemaciclib', 'endocrine therapy'], ['endocrine therapy']]);
    const set = 'VEGA-9研究中,依西美坦较标准内分泌治疗改善PFS(3.9个月 vs 2.1个月)。';
    expect(arms(set)).toEqual([['exemestane'], ['endocrine therapy']]);
  });
});

describe('a review that cites nobody', () => {
  const text = [
    '万珂+阿霉素+地塞米松(PAD)方案优于长春新碱+阿霉素+地塞米松(VAD)方案。PAD方案的3年PFS是48%,VAD方案的3年PFS是42%(P=0.03)。',
    'VTD方案的疗效优于TD方案,中位PFS分别是41个月和30个月(P=0.008)。',
    'VRD也是可行的诱导方案。随访至24个月的PFS和OS分别为71%和93%。',
    'VCD方案可以用于移植前。在完成4疗程的37例病人中,CR率是43%。',
  ].join('');

  it('tells of another study where it comes to other regimens, with results or before them', () => {
    const told = trialsOf(text).map(({ arms = [], outcomes = [] }) => [
      arms.map(({ id }) => id).join('/'),
      outcomes.flatMap(({ values = [] }) => values).length,
    ]);
    expect(told).toEqual([
      ['PAD/VAD', 2],
      ['VTD/TD', 2],
      ['VRD', 2],
      ['VCD', 1],
    ]);
  });

  it('tells of one study where the regimens are those that it has told of', () => {
    const same = '。PAD方案耐受良好。随访至24个月的OS率为77%,VAD方案的OS率为70%。';
    expect(trialsOf(`${text.slice(0, text.indexOf('VTD'))}${same}`)).toHaveLength(1);
  });

  it('leaves the results of a named study to it, though it came to a regimen before', () => {
    const named = 'PAD也是有效的方案。LUNARIS研究显示,来那度胺的ORR为41.2%。';
    const trials = trialsOf(`VTD方案的ORR为62.1%,TD方案的ORR为51.3%。${named}`);
    expect(trials.find(({ name }) => name === 'LUNARIS')?.outcomes?.[0]?.values?.[0]?.value).toBe(41.2);
    expect(trials.flatMap(({ arms = [] }) => arms.map(({ id }) => id))).not.toContain('PAD');
  });
});
