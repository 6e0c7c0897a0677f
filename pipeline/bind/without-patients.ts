import type { Mention } from '../model/index.js';

/** `接受甲药治疗的30例骨髓瘤患者为A组`: words between two names without those for what the patients have. */
export function withoutPatients(between: string, mentions: readonly Mention[]): string {
  return mentions
    .filter(({ kind, name }) => kind === 'population' || kind === 'qualifier' || name?.startsWith('stage-'))
    .reduce((rest, { text }) => rest.replace(text, ''), between);
}
