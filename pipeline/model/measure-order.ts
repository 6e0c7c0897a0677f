/** Responses of which the first is part of the second. CR may or may not hold sCR, so these two are not compared. */
export const responseParts: readonly (readonly [string, string])[] = [
  ['sCR', '≥CR'],
  ['sCR', '≥VGPR'],
  ['sCR', 'ORR'],
  ['CR', '≥CR'],
  ['CR', '≥VGPR'],
  ['CR', 'ORR'],
  ['≥CR', '≥VGPR'],
  ['≥CR', 'ORR'],
  ['VGPR', '≥VGPR'],
  ['VGPR', 'ORR'],
  ['≥VGPR', '≥PR'],
  ['≥VGPR', 'ORR'],
  ['PR', 'ORR'],
  ['PR', '≥PR'],
  ['≥PR', '≥MR'],
  ['≥PR', '≥SD'],
  ['ORR', '≥MR'],
  ['ORR', 'CBR'],
  ['ORR', 'DCR'],
  ['CBR', 'DCR'],
  ['MR', 'CBR'],
  ['MR', '≥MR'],
  ['SD', 'DCR'],
  ['SD', '≥SD'],
  ['≥MR', '≥SD'],
];

/** Measures of which the first ends with death at the latest: no more patients can be free of it than are alive. */
export const survivalParts: readonly (readonly [string, string])[] = [
  'PFS',
  'DFS',
  'EFS',
  'RFS',
  'FFS',
  'LFS',
  'MFS',
].map((free) => [free, 'OS']);

/** Measures whose rate at a time can only fall with time. */
export const survivalMeasures: ReadonlySet<string> = new Set([
  'OS',
  'PFS',
  'EFS',
  'DFS',
  'RFS',
  'DMFS',
  'LRFS',
  'FFS',
  'TTP',
  'TTNT',
]);
