import { describe, expect, test } from 'vitest';
import { ledgerArticle, withClass } from '../../pipeline/commands/ledger-article.js';
import { extracted } from './extracted.js';

/** An article in which every number carries the class that was worked out by hand: `⟦5|citation⟧`. */
function expectLedger(marked: string): void {
  const { document, entries } = extracted(marked.replace(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1'));
  expect(ledgerArticle(document.source.text, entries, withClass)).toBe(marked);
}

describe('a review', () => {
  test('records the numbers of a study and sets aside what tells of it', () => {
    expectLedger(
      `多发性骨髓瘤的治疗进展

⟦1|heading⟧ 诱导治疗
⟦1.1|heading⟧ 硼替佐米为基础的方案

一项回顾性研究[⟦5|citation⟧]纳入⟦322|recorded⟧例NDMM患者，VTD组⟦84|recorded⟧例，CBD组⟦238|recorded⟧例。VTD组和CBD组的ORR分别为⟦83.3|recorded⟧%和⟦77.1|recorded⟧%(⟦P=0.03|recorded⟧)。
`.replace('⟦P=0.03|recorded⟧', 'P=⟦0.03|recorded⟧'),
    );
  });

  test('sets aside names, dates, figures, grades and criteria', () => {
    expectLedger(`达雷妥尤单抗治疗复发难治性多发性骨髓瘤的研究进展

达雷妥尤单抗是抗CD⟦38|name⟧单抗，于⟦2015|date⟧年⟦11|date⟧月获批。POLLUX研究[⟦7|citation⟧]（NCT⟦02076009|name⟧）纳入⟦569|recorded⟧例RRMM患者，ORR为⟦92.9|recorded⟧%（图⟦1|figure⟧），⟦3|grade⟧~⟦4|grade⟧级中性粒细胞减少发生率为⟦51.9|recorded⟧%。t(⟦4|name⟧;⟦14|name⟧)为高危因素。
`);
  });

  test('knows what no study claims', () => {
    expectLedger(`多发性骨髓瘤概述

多发性骨髓瘤约占血液肿瘤的⟦10|background⟧%，好发于老年人。
其治疗进展迅速[⟦1|citation⟧-⟦3|citation⟧]。
`);
  });

  test('sets aside the list of references whole', () => {
    expectLedger(`多发性骨髓瘤的治疗进展

王欢等[⟦1|citation⟧]报道⟦30|recorded⟧例患者的ORR为⟦70|recorded⟧%。

参考文献
[⟦1|reference⟧] 王欢, 李俊. 硼替佐米治疗⟦30|reference⟧例多发性骨髓瘤[J]. 中华血液学杂志, ⟦2019|reference⟧, ⟦40|reference⟧(⟦3|reference⟧): ⟦12|reference⟧-⟦15|reference⟧.
`);
  });
});

describe('an article on a study of its own', () => {
  test('sets aside front matter, methods and criteria', () => {
    expectLedger(`伊沙佐米治疗多发性骨髓瘤的疗效

收稿日期：⟦2021|front-matter⟧-⟦03|front-matter⟧-⟦02|front-matter⟧
DOI：⟦10.3760|front-matter⟧/cma.j.issn.⟦1001|front-matter⟧

⟦1|heading⟧ 资料与方法

采用SPSS ⟦24.0|method⟧软件分析，以P<⟦0.05|criterion⟧为差异有统计学意义。

⟦2|heading⟧ 结果

共纳入⟦60|recorded⟧例患者，ORR为⟦63.3|recorded⟧%（⟦38|recorded⟧/⟦60|recorded⟧）。中位PFS为⟦12.5|recorded⟧个月。⟦3|time⟧年OS率为⟦70.1|recorded⟧%。
`);
  });
});
