/** A kind of text that makes careless expressions search again and again, in any length. */
export interface Attack {
  readonly name: string;
  readonly of: (length: number) => string;
}

const repeated = (name: string, unit: string, end = ''): Attack => ({
  name,
  of: (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length - end.length) + end,
});

/** Long runs of what numbers, lists and names are made of, most with an end that spoils the match. */
export const attacks: readonly Attack[] = [
  repeated('digits', '1', 'x'),
  repeated('decimals', '1.1', '%'),
  repeated('spaces', ' '),
  repeated('spaces before a letter', ' ', 'a'),
  repeated('line breaks', '\n', '。'),
  repeated('tabs and ideographic spaces', '\t\u3000', 'x'),
  repeated('opening brackets', '('),
  repeated('nested brackets', '(('),
  repeated('brackets opened and closed', '()', '('),
  repeated('square brackets with numbers', '[1', ','),
  repeated('citations that never close', '[1,', ';'),
  repeated('a list of Han words', '甲乙、', '('),
  repeated('a list of numbers', '12、', '组'),
  repeated('a list of shares', '12.5%、', '和'),
  repeated('a Han run', '患者的', '('),
  repeated('one Han character', '为', ')'),
  repeated('Latin capitals', 'A', '组'),
  repeated('Latin words', 'Ab-', '组'),
  repeated('names with points', 'A. ', '等'),
  repeated('names with middle points', '约翰·', '等'),
  repeated('numbers and units', '12mg', '/'),
  repeated('ranges', '1~', '岁'),
  repeated('grades', '3~4级', '及'),
  repeated('p values', 'P<0.0', '组'),
  repeated('days of a schedule', 'd1、', 'x'),
  repeated('tags', '<td>', '<'),
  repeated('table rows', '\u2028甲 5 (', '8'),
  repeated('spaced letters', 'P F S ', '('),
  repeated('spaced digits', '1 . 2 ', '%'),
  repeated('TeX', '$ \\mathrm { ', '}'),
  repeated('commas', ',', '('),
  repeated('slashes', '1/', '例'),
];
