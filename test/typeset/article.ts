/**
 * An article to be typeset. Paragraphs are HTML with <sup>, <sub>, <i> and <b> only. Whatever is claimed of the
 * text that must come out follows from this.
 */
export interface Article {
  readonly title: string;
  readonly authors: string;
  readonly abstract: string;
  readonly keywords: string;
  readonly parts: readonly Part[];
  readonly footnote: string;
  readonly references: readonly string[];
}

export type Part =
  | { readonly heading: string }
  | { readonly text: string }
  | {
      readonly table: readonly (readonly string[])[];
      readonly caption: string;
      readonly note?: string;
      readonly wide?: boolean;
    }
  | { readonly figure: readonly string[]; readonly caption: string };

/** A paragraph as the text pipeline has it: powers of ten keep their sign, other superscripts do not. */
export function plainText(html: string): string {
  return html
    .replaceAll(/(?<=×10)<sup>(-?\d+)<\/sup>/gu, '^$1')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<');
}

/** An invented trial of two arms, with a table in a column, one across the page and a figure. */
export const trialArticle: Article = {
  title: '硼替佐米联合环磷酰胺和地塞米松治疗初诊多发性骨髓瘤的随机对照研究',
  authors: '秦时月　汉关城　唐风宋雨',
  abstract:
    '目的：比较硼替佐米联合环磷酰胺和地塞米松（VCD）与沙利度胺联合地塞米松（TD）治疗初诊多发性骨髓瘤的疗效和安全性。方法：将146例患者随机分为VCD组（<i>n</i>=74）和TD组（<i>n</i>=72）。结果：VCD组的总缓解率为83.8%，高于TD组的65.3%（<i>P</i>=0.011）；中位无进展生存期分别为21.7个月和15.2个月（HR=0.64，95%CI：0.43～0.95，<i>P</i>=0.026）。结论：VCD方案的疗效优于TD方案，不良反应可以耐受。',
  keywords: '多发性骨髓瘤；硼替佐米；沙利度胺；随机对照试验',
  parts: [
    { heading: '1　资料与方法' },
    { heading: '1.1　一般资料' },
    {
      text: '选取2016年3月至2020年9月收治的146例初诊多发性骨髓瘤患者，按随机数字表法分为VCD组（74例）和TD组（72例）。VCD组男41例，女33例，中位年龄61岁；TD组男38例，女34例，中位年龄63岁。两组患者的性别、年龄、分期和体能状态的差异均无统计学意义（<i>P</i>＞0.05），具有可比性。入组时中性粒细胞计数均不低于1.5×10<sup>9</sup>/L，血小板计数均不低于50×10<sup>9</sup>/L。',
    },
    { heading: '1.2　治疗方法' },
    {
      text: 'VCD组：硼替佐米1.3 mg/m<sup>2</sup>皮下注射，第1、4、8、11天；环磷酰胺300 mg/m<sup>2</sup>静脉滴注，第1、8、15天；地塞米松20 mg静脉滴注，第1、2、4、5、8、9、11、12天。TD组：沙利度胺100 mg口服，每晚1次；地塞米松40 mg静脉滴注，第1～4天。两组均以28天为1个周期，共治疗6个周期。治疗期间按常规给予抗病毒、抑酸和预防血栓的药物，出现3级及以上不良反应时减量或者暂停用药，恢复后继续治疗。',
    },
    { heading: '1.3　观察指标' },
    {
      text: '疗效按国际骨髓瘤工作组的标准评价<sup>[1]</sup>，分为完全缓解、非常好的部分缓解、部分缓解、疾病稳定和疾病进展。不良反应按通用术语标准4.0版分级<sup>[2-3]</sup>。随访至2022年6月，以电话和门诊复查的方式进行，随访率为97.3%。',
    },
    { heading: '1.4　统计学方法' },
    {
      text: '采用SPSS 22.0软件分析数据。计数资料以例数和百分率表示，组间比较采用<i>χ</i><sup>2</sup>检验；生存分析采用Kaplan-Meier法，组间比较采用log-rank检验。<i>P</i>&lt;0.05为差异有统计学意义。',
    },
    { heading: '2　结果' },
    { heading: '2.1　近期疗效' },
    {
      text: '治疗6个周期后，VCD组完全缓解14例，非常好的部分缓解23例，部分缓解25例，总缓解率为83.8%（62/74例）；TD组完全缓解7例，非常好的部分缓解15例，部分缓解25例，总缓解率为65.3%（47/72例）。两组总缓解率的差异有统计学意义（<i>P</i>=0.011），见表1。',
    },
    {
      caption: '表1　两组患者近期疗效比较［例（%）］',
      table: [
        ['疗效', 'VCD组', 'TD组', 'P值'],
        ['CR', '14(18.9)', '7(9.7)', '0.114'],
        ['VGPR', '23(31.1)', '15(20.8)', '0.157'],
        ['PR', '25(33.8)', '25(34.7)', '0.905'],
        ['SD', '9(12.2)', '17(23.6)', '0.071'],
        ['PD', '3(4.1)', '8(11.1)', '0.107'],
      ],
      note: '注：CR为完全缓解，VGPR为非常好的部分缓解，PR为部分缓解。',
    },
    { heading: '2.2　生存情况' },
    {
      text: '中位随访32.5个月。VCD组中位无进展生存期为21.7个月，TD组为15.2个月，差异有统计学意义（HR=0.64，95%CI：0.43～0.95，<i>P</i>=0.026），见图1。VCD组3年总生存率为76.4%，TD组为69.8%，差异无统计学意义（<i>P</i>=0.318）。在高危患者中，VCD组的中位无进展生存期为16.9个月，仍长于TD组的11.4个月（<i>P</i>=0.039），提示高危患者同样可以从硼替佐米中获益。',
    },
    {
      figure: ['100', '75', '50', '25', '0', '12', '24', '36', '48', '时间/月'],
      caption: '图1　两组患者的无进展生存曲线',
    },
    { heading: '2.3　不良反应' },
    {
      text: 'VCD组3～4级周围神经病变的发生率为8.1%，高于TD组的5.6%；VCD组3～4级血小板减少的发生率为12.2%，TD组为2.8%，差异有统计学意义（<i>P</i>=0.031）；TD组便秘的发生率为37.5%，高于VCD组的14.9%（<i>P</i>=0.002）。两组均无治疗相关死亡。各种不良反应经对症处理后大多好转，VCD组3例、TD组5例因不良反应停药，见表2。',
    },
    {
      caption: '表2　两组患者不良反应比较［例（%）］',
      wide: true,
      table: [
        ['不良反应', 'VCD组（n=74）', 'TD组（n=72）', 'P值'],
        ['周围神经病变', '21(28.4)', '17(23.6)', '0.511'],
        ['血小板减少', '18(24.3)', '6(8.3)', '0.009'],
        ['便秘', '11(14.9)', '27(37.5)', '0.002'],
        ['带状疱疹', '7(9.5)', '2(2.8)', '0.094'],
        ['乏力', '16(21.6)', '19(26.4)', '0.500'],
      ],
    },
    { heading: '3　讨论' },
    {
      text: '多发性骨髓瘤是浆细胞的恶性肿瘤，好发于老年人<sup>[4]</sup>。蛋白酶体抑制剂的应用明显改善了患者的预后，以硼替佐米为基础的三药方案已成为初诊患者的常用选择<sup>[5]</sup>。环磷酰胺价格低廉，与硼替佐米有协同作用，适合我国的国情。本研究中VCD组的总缓解率明显高于TD组，无进展生存期也更长，与国外的报道相近<sup>[6-8]</sup>。',
    },
    {
      text: '周围神经病变是硼替佐米和沙利度胺共有的不良反应。皮下注射可以降低其发生率，本研究全部采用皮下注射，因此3～4级周围神经病变少见。带状疱疹在VCD组较为多见，应当常规预防。便秘主要见于TD组，多数患者服用缓泻剂后缓解，未影响治疗的完成。',
    },
    {
      text: '本研究的局限在于样本量较小，随访时间不长，总生存的差异尚未显现；也没有按照细胞遗传学的结果分层随机。今后还需要多中心、大样本的研究加以证实。总之，VCD方案治疗初诊多发性骨髓瘤疗效确切，安全性良好，值得在临床上推广应用。',
    },
  ],
  footnote: '收稿日期：2022-08-16。基金项目：某市科技计划项目（2016-077）。通信作者：汉关城。',
  references: [
    '甲乙丙, 丁戊. 多发性骨髓瘤疗效标准的解读[J]. 某某杂志, 2015, 3(2): 45-49.',
    'Aaronson B, Clifford D. Terminology for adverse events[J]. J Invented Res, 2010, 7(1): 12-19.',
    '己庚, 辛壬. 不良反应分级的应用[J]. 某某学报, 2017, 9(4): 301-305.',
  ],
};
