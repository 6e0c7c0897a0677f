import { armNameKinds, type Mention } from '../model/index.js';
import { canState } from './can-state.js';
import type { Names } from './names.js';
import { armOf } from './names.js';
import type { Placed, Reading } from './place.js';
import { printedMention } from './printed-what.js';
import type { Run } from './runs.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';
import type { Cast, Who } from './who.js';

/** `31个月(A组)`: a bracket right behind a number that holds nothing but the name of its arm. */
export function armInBracket(scene: Scene, names: Names, cast: Cast, { span }: Value): Who | undefined {
  const list = names.arms.find(({ start }) => start === span.end + 1);
  const [mention, another] = list?.members ?? [];
  if (!list || !mention || another || scene.between(span.end, list.start) !== '(') return undefined;
  const arm = scene.text[list.end] === ')' ? armOf(mention, cast.list, cast.arms) : undefined;
  return arm && { arms: [arm], ruleId: 'bind.arm-in-bracket' };
}

/** `31个月(A组)与24个月(B组)`: numbers of one measure, each with its arm in a bracket; undefined where there is one only. */
export function bindArmed(
  { scene, names, cast, outcome }: Reading,
  runs: readonly Run[],
  first: number,
  whatOfFirst: () => What | undefined,
): { placed: Placed[]; runs: number } | undefined {
  const told: [Value, Who][] = [];
  for (const { values } of runs.slice(first)) {
    const [value, another] = values;
    const who = value && !another ? armInBracket(scene, names, cast, value) : undefined;
    const last = told.at(-1)?.[0];
    const joint = value && last ? scene.between(last.span.end, value.span.start).replace(/^\([^()]*\)/u, '') : '';
    if (!value || !who || (last && !scene.phrase('joins.armed-next').test(joint))) break;
    // A number of another kind is of another measure.
    if (last && value.family !== last.family) break;
    told.push([value, who]);
  }
  if (told.length < 2) return undefined;
  const what = whatOfFirst();
  const arms = told.flatMap(([, who]) => who.arms);
  if (arms.length === 2) outcome.rememberPair({ arms, ruleId: 'bind.contrast' });
  const placed = told.map(([value, who]): Placed => [{ what, who, ruleId: 'bind.arm-in-bracket' }, value]);
  return { placed, runs: told.length };
}

/**
 * `某研究[31个月比24个月,HR=0.7]表明甲药显著延长OS`, `在老年患者(9个月比7个月)中显示甲药的OS获益`: what the numbers in the
 * bracket behind the name of a study or of patients are of is told behind it, as the one thing that the treatment made
 * better or worse.
 */
export function toldBehind({ scene, names }: Reading, value: Value): What | undefined {
  const open = Math.max(scene.openBracket(value.span.start), openSquare(scene, value.span.start));
  if (open < 0 || !isHeadOfBracket(scene, open)) return undefined;
  const [improves, gains] = [scene.phrase('attaching.improves'), scene.phrase('attaching.gains')];
  const lists = names.whats.filter(
    ({ members, start, end }) =>
      isKind(members[0], 'measure') &&
      start > value.span.end &&
      (improves.test(scene.between(Math.max(scene.start, start - 32), start)) ||
        gains.test(scene.between(end, scene.clauseEnd(end)))),
  );
  const [list] = lists;
  const [mention, another] = list?.members ?? [];
  if (!list || !mention || another || lists.some(({ members }) => members[0]?.name !== mention.name)) return undefined;
  const states = value.family === 'effect' || canState(value.family, mention, value.quantity.unit);
  return states ? { mention, list, ruleId: 'bind.told-behind' } : undefined;
}

/**
 * `提高Ⅱ、Ⅲ期患者的OS率(Ⅱ期a%比b%,P=0.02;Ⅲ期c%比d%)`: in the bracket behind a measure, the patients whose numbers come
 * next, whatever the words for them are.
 */
export function patientsInBracket(
  { scene, names }: Reading,
  value: Value,
): { readonly what: What; readonly group: Mention } | undefined {
  const open = scene.openBracket(value.span.start);
  const list = names.whats.findLast(({ end }) => end <= open);
  const [mention, another] = list?.members ?? [];
  if (!list || !mention || another || !isKind(mention, 'measure') || list.start < scene.clauseStart(open))
    return undefined;
  if (scene.after(list.end, open).some(({ quantity }) => quantity !== undefined)) return undefined;
  const part = scene.bracketParts(open).find(({ end }) => value.span.end <= end);
  const start = part?.start ?? open + 1;
  const text = scene.phrase('attaching.patients-in-bracket').exec(scene.between(start, value.span.start))?.groups?.who;
  if (text === undefined || !canState(value.family, mention, value.quantity.unit)) return undefined;
  const span = { start, end: start + text.length };
  const isTold = ({ kind }: Mention) =>
    armNameKinds.has(kind) || kind === 'measure' || kind === 'event' || kind === 'time';
  if (scene.mentions.some((one) => isTold(one) && one.span.end > start && one.span.start < value.span.start))
    return undefined;
  return {
    what: { mention, list, ruleId: 'bind.before' },
    group: printedMention('subgroup', text, span, 'bind.group'),
  };
}

/** Whether a bracket stands behind the name of a study, or behind patients in a passage that has named no measure before. */
function isHeadOfBracket(scene: Scene, open: number): boolean {
  const named = scene.nearestBefore(open, (mention) => isKind(mention, 'study'));
  if (named && open - named.span.end <= 2) return true;
  return (
    !scene.before(open).some((mention) => isKind(mention, 'measure', 'event')) &&
    scene.phrase('attaching.in-patients').test(scene.between(scene.start, open))
  );
}

/** Where the square bracket around a place opens; -1 outside of one. */
function openSquare(scene: Scene, at: number): number {
  const lead = scene.between(scene.start, at);
  const open = lead.lastIndexOf('[');
  return open > lead.lastIndexOf(']') ? scene.start + open : -1;
}
