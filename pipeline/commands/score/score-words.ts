/** How the measure compares words. Every line here states what the judges' scorer does; neither may change alone. */

const aliases: Readonly<Record<string, string>> = {
  '≥PR': 'ORR',
  '≥MR': 'CBR',
  '≥SD': 'DCR',
  'stringent CR': 'sCR',
  discontinuation: 'AE-discontinuation',
  'PR or better': 'ORR',
  '>VGPR': '≥VGPR',
  MRD: 'MRD-negative',
  TTF: 'TTNT',
};
const lowerAliases = new Map(Object.entries(aliases).map(([form, name]) => [form.toLowerCase(), name]));

/** White space as the judges' language has it: with the separators U+001C-1F and U+0085, without U+FEFF. */
const space = '\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const labelNoise = new RegExp(`[${space}（）()、,，·-]|组$`, 'g');
const outerSpace = new RegExp(`^[${space}]+|[${space}]+$`, 'g');

/** A measure under its one name, in lower case. */
export function measureWord(measure: string | null | undefined): string | undefined {
  if (measure === null || measure === undefined) return undefined;
  const name = measure.replaceAll('>=', '≥').replace(outerSpace, '');
  return (aliases[name] ?? lowerAliases.get(name.toLowerCase()) ?? name).toLowerCase();
}

/** A label or term without brackets, separators and 级. */
export function labelWord(label: string | null | undefined): string {
  return (label ?? '').replace(labelNoise, '').toLowerCase().replaceAll('≥', '>=').replaceAll('级', '');
}

/** A grade as `3`, `3-4` or `>=3`; '' where none is stated. */
export function gradeWord(grade: string | null | undefined): string {
  if (grade === null || grade === undefined) return '';
  const word = grade
    .replaceAll('≥', '>=')
    .replace(/[～~/]/g, '-')
    .replaceAll(' ', '')
    .replaceAll('–', '-')
    .replace(/级|grade/g, '');
  return word === '3-5' || word === '3+' ? '>=3' : word;
}

/** A number that may be written as a string; undefined equals undefined, on purpose. */
export function numberOf(value: number | string | null | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const text = (value ?? '').trim();
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

const eventEnding = /(?:的?发生率|不良反应|症|变|发生)$/;
const knownMeasures = new Set(
  'orr scr cr ncr vgpr pr mr sd pd ≥cr ≥vgpr dcr cbr mrd-negative pfs os efs dfs ttp ttnt dor ttr'.split(' '),
);

/** Whether two measures, terms (`ae:…`), items or drugs count as the same. */
export function sameWord(ours: string | undefined, gold: string | undefined): boolean {
  if (ours === undefined || gold === undefined) return ours === gold;
  if (ours === gold) return true;
  const ourEvent = ours.startsWith('ae:');
  const goldEvent = gold.startsWith('ae:');
  if (ourEvent && goldEvent) {
    const [a, b] = [ours.slice(3), gold.slice(3)];
    return a.replace(eventEnding, '') === b.replace(eventEnding, '') || b.includes(a) || a.includes(b);
  }
  // Slugs and drugs outside the closed list have no one spelling; the place decides there.
  return !knownMeasures.has(gold) && !knownMeasures.has(ours) && !ourEvent && !goldEvent;
}
