import { saysBothArms } from './names.js';
import { isCue, isKind, type Scene } from './scene.js';

/** What a list of patients, or of what was looked at, may hold beside words that no rule knows. */
const describing = ['cue', 'item', 'qualifier', 'population', 'subgroup'] as const;

/** `初治和复治患者的ORR`, `穿刺和手术标本的阳性率`: whether the words between two places list what no rule knows. */
export function listsUnknown(scene: Scene, from: number, until: number): boolean {
  let words = '';
  let end = from;
  for (const mention of scene.after(from, until)) {
    const isTold = !isKind(mention, ...describing) || isCue(mention, 'median', 'mean');
    if (!isTold) continue;
    words += `${scene.between(end, mention.span.start)}|`;
    end = mention.span.end;
  }
  return scene.phrase('joins.unknown-list').test(words + scene.between(end, until));
}

/** `穿刺和手术标本的阳性率分别为a和b`: numbers that such a list shares out are not of the arms in turn; `两组` says that they are. */
export function sharesOutUnknown(scene: Scene, at: number): boolean {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'respectively'));
  if (!cue) return false;
  const from = scene.clauseStart(cue.span.start);
  return !saysBothArms(scene, from, cue.span.start) && listsUnknown(scene, from, cue.span.start);
}
