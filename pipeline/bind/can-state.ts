import type { Mention } from '../model/index.js';
import type { Names } from './names.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import type { Family, Value } from './values.js';

/** Traits that no time is of: `男、女性患者的中位年龄分别为`. */
const sexes: ReadonlySet<string> = new Set(['male', 'female']);

/** What patients are counted by although it has times, too: `53例获得粒系植入`. */
const counted: ReadonlySet<string> = new Set(['neutrophil-engraftment', 'platelet-engraftment']);

/** Whether a number of this family can state this measure, event or characteristic. */
export function canState(family: Family, what: Mention, unit?: string): boolean {
  if (isKind(what, 'event')) return family === 'share' || family === 'count' || family === 'effect';
  if (family === 'level') return isKind(what, 'item') || (isKind(what, 'measure') && what.facts.reads !== 'rate');
  if (isKind(what, 'item', 'qualifier'))
    return (
      !(family === 'time' && sexes.has(what.name ?? '')) &&
      family !== 'effect' &&
      (family !== 'share' || what.facts.statistic !== 'median') &&
      (family !== 'time' ||
        unit === 'line' ||
        what.facts.statistic === 'median' ||
        (/^(?:year|month|day)$/u.test(unit ?? '') && what.name === 'age'))
    );
  const reads = what.facts.reads ?? 'both';
  if (family === 'effect') return true;
  // `出血量`: an amount is neither a share nor a time.
  if (reads === 'level') return false;
  if (family === 'time' && unit === 'line') return false;
  if (family === 'time') return reads === 'time' || reads === 'both' || (reads === 'cycles' && unit === 'cycle');
  if (family === 'count') return reads === 'rate' || reads === 'count' || counted.has(what.name ?? '');
  if (family === 'share') return reads === 'rate' || reads === 'both' || reads === 'count';
  return false;
}

/**
 * `ORR为a%,PFS为b个月,优于甲药的c%`: a share behind the time that a measure took is none of that measure, unless a landmark is
 * named between.
 */
export function tookTime(scene: Scene, { times }: Names, { facts, span }: Mention, value: Value): boolean {
  if (value.family !== 'share' || facts.reads !== 'both') return false;
  const next = scene.nearestAfter(span.end, ({ quantity }) => quantity !== undefined);
  if (next?.quantity?.kind !== 'duration' || next.span.end > value.span.start) return false;
  if (times.some(({ members }) => members.includes(next))) return false;
  return !scene
    .after(next.span.end, value.span.start)
    .some((other) => isKind(other, 'time') || isQuantity(other, 'duration'));
}
