import { type ConsistentArm, consistentStudy, rounded } from '../../pipeline/verify/mutations/consistent-study.js';

/** Pairs of arms as authors name them. */
const pairs = [
  ['VRd', 'Rd'],
  ['卡培他滨', '替吉奥'],
  ['舒尼替尼', '培唑帕尼'],
  ['KRd', 'Kd'],
  ['奥希替尼', '吉非替尼'],
] as const;

/** Sentences on a made-up study whose numbers and words all fit each other; the same seed gives the same text. */
export function madeUpArticle(seed: number): string {
  const study = consistentStudy(seed);
  const { arms, random, hr, decimals } = study;
  const [a, b] = arms;
  const names = random.pick(pairs);
  const percent = (k: number, n: number): string => `${rounded((100 * k) / n, decimals, random)}%`;
  const counted = (k: number, n: number): string =>
    random.next() < 0.5 ? `${percent(k, n)}(${k}/${n})` : percent(k, n);
  const both = (of: (arm: ConsistentArm) => number): string => `${counted(of(a), a.n)}和${counted(of(b), b.n)}`;
  const orr = (arm: ConsistentArm): number => arm.cr + arm.vgpr + arm.pr;
  const months = (value: number): string => `${rounded(value, 1, random)}个月`;
  const p = (value: number): string => (value < 0.001 ? 'P<0.001' : `P=${value.toFixed(3)}`);
  const rates = (arm: ConsistentArm): string =>
    [12, 24, 36].map((time) => `${rounded(100 * Math.exp(-arm.hazard * time), 1, random)}%`).join('、');
  const verdict = (value: number): string => `差异${value < 0.05 ? '有' : '无'}统计学意义`;
  return [
    `一项随机研究[${(seed % 40) + 1}]纳入${a.n + b.n}例患者,${names[0]}组(n=${a.n})和${names[1]}组(n=${b.n})的CR率分别为${both(({ cr }) => cr)},ORR分别为${both(orr)},${verdict(study.responseP)}(${p(study.responseP)})。`,
    `${names[0]}组和${names[1]}组的中位PFS分别为${months(Math.log(2) / a.hazard)}和${months(Math.log(2) / b.hazard)}(HR=${hr.value.toFixed(2)},95%CI ${hr.low.toFixed(2)}~${hr.high.toFixed(2)},${p(hr.p)})。`,
    `${names[0]}组1、2、3年PFS率分别为${rates(a)},${names[1]}组分别为${rates(b)}。`,
    `${names[0]}组和${names[1]}组的3-4级贫血发生率分别为${both(({ severe }) => severe)}。`,
  ].join('');
}
