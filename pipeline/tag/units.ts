/** What the printed unit of a time is called in a record. */
const times: Readonly<Record<string, string>> = {
  个月: 'month',
  月: 'month',
  mo: 'month',
  month: 'month',
  months: 'month',
  mon: 'month',
  m: 'month',
  y: 'year',
  年: 'year',
  a: 'year',
  year: 'year',
  years: 'year',
  岁: 'year',
  周: 'week',
  wk: 'week',
  wks: 'week',
  week: 'week',
  weeks: 'week',
  天: 'day',
  日: 'day',
  d: 'day',
  day: 'day',
  days: 'day',
  线: 'line',
  疗程: 'cycle',
  周期: 'cycle',
  个: 'cycle',
};

/**
 * The unit under its usual name: `个月` is month, `mg·m-2` is mg/m2. A unit that is not in the table keeps
 * its printed form.
 */
export function normalUnit(printed: string): string {
  const time = times[printed];
  if (time) return time;
  if (!/[\^\u00b2\u00b7/]/u.test(printed)) return printed;
  return printed
    .replace(
      /[/\u00b7]\((m|kg)[2\u00b2]?[\u00b7/.]?([dh])\)(?:-1)?/gu,
      (_, base: string, time: string) => `/${base}/${time}`,
    )
    .replace(/\^/gu, '')
    .replace(/\u00b2/gu, '2')
    .replace(/[\u00b7/](m(?![lL])|kg|d(?!L)|L|h)-?([12])?/gu, (_, base: string, power: string | undefined) =>
      base === 'm' ? '/m2' : `/${base}${power === '2' ? '2' : ''}`,
    );
}
