import type { Mention } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { armIn, headName } from './aspect.js';
import type { GridCell } from './grid.js';
import { mentionsIn, type TableScene } from './table-scene.js';

/** What a row, or a column of a table with an arm a row, is about. */
export interface What {
  readonly kind: 'measure' | 'event' | 'item';
  /** Canonical, else as printed. */
  readonly name: string;
  /** As printed, without units. */
  readonly printed: string;
  readonly preferred?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly mention?: Mention | undefined;
  /** Whether the lexicon knows all of the name, so that no head above is needed to understand it. */
  readonly known: boolean;
}

const kinds: ReadonlySet<string> = new Set(['measure', 'event', 'item', 'qualifier']);

/** The name of a row without spaces and without the units behind it: `性别/例(%)` is 性别. */
export function plainName(text: string, scene: Pick<TableScene, 'rulebook'>): string {
  const mark = phrase(scene.rulebook, 'columns.unit-mark');
  let name = text.replace(/\s/gu, '').replace(/\(n=\d+\)/gu, '');
  for (let before = ''; before !== name && !/^[A-Za-z]?\(?[^\p{L}]*\)?$/u.test(name.replace(mark, '')); ) {
    before = name;
    name = name.replace(mark, '');
  }
  return name.replace(/[,:/]$/u, '');
}

/** What a head means by itself. */
export function whatOf(head: GridCell, scene: TableScene): What {
  const name = untimed(ungraded(plainName(head.text, scene), head, scene), head, scene);
  const mentions = mentionsIn(scene, head.span).filter(({ kind }) => kinds.has(kind));
  const cores = coresOf(name, scene);
  const mention = mentions.find(({ text }) => cores.includes(plainName(text, scene)));
  if (mention && keepsLimit(name, mention.kind, itemName(mention))) return named(mention, name);
  const entry = lexiconItem(cores, scene);
  if (entry && keepsLimit(name, 'item', entry.name))
    return { kind: 'item', name: entry.name, printed: name, known: true, ruleId: entry.id };
  const first = mentions[0];
  const measure = mentions.find(({ kind }) => kind === 'measure');
  const part = measure ?? (first?.kind === 'event' ? first : undefined);
  // An event within a longer name does not say what all of it is called.
  if (part?.kind === 'event') return { ...named(part, name), preferred: undefined, known: false };
  if (part) return named(part, name);
  const limited = withLimit(name, scene);
  if (limited) return limited;
  return {
    kind: 'item',
    name,
    printed: name,
    known: first !== undefined && first.text.length > 1,
    ruleId: first?.ruleId,
  };
}

/** `年龄≥60岁`: a characteristic of the lexicon with the limit that it is above or below. */
function withLimit(name: string, scene: TableScene): What | undefined {
  const [, item, limit] = /^([^<>\u2264\u2265]+)([<>\u2264\u2265].+)$/u.exec(name) ?? [];
  const entry = item === undefined ? undefined : lexiconItem([item], scene);
  if (!entry || limit === undefined) return undefined;
  const bare = limit.replace(phrase(scene.rulebook, 'columns.level-unit'), '');
  return { kind: 'item', name: `${entry.name}${bare}`, printed: name, known: true, ruleId: entry.id };
}

/** `3~4级贫血` is the event 贫血: the grade is told apart from it. */
function ungraded(name: string, head: GridCell, scene: TableScene): string {
  const [grade] = mentionsIn(scene, head.span).filter(({ kind }) => kind === 'grade');
  const rest = grade ? name.replace(grade.text.replace(/\s/gu, ''), '') : name;
  return /\p{L}/u.test(rest) ? rest : name;
}

/** `CA125 治疗后` is the level of CA125: the time is told apart from it. */
function untimed(name: string, head: GridCell, scene: TableScene): string {
  const [time] = mentionsIn(scene, head.span).filter(({ kind }) => kind === 'time');
  const text = time?.text.replace(/\s/gu, '') ?? '';
  return text !== '' && name.endsWith(text) && name !== text ? plainName(name.slice(0, -text.length), scene) : name;
}

/** `中位PFS`, `1年OS率`, `ORR(CR+PR)`: the name as it stands, and without median, landmark, unit and what explains it. */
function coresOf(name: string, scene: TableScene): string[] {
  const timeless = name
    .replace(phrase(scene.rulebook, 'columns.landmark'), '')
    .replace(phrase(scene.rulebook, 'columns.median'), '');
  const bare = [name, timeless].map((some) => some.replace(/(?<=.)[([,/].*$/u, ''));
  const scored = bare.map((some) => some.replace(phrase(scene.rulebook, 'columns.score'), ''));
  return [...new Set([name, timeless, ...bare, ...scored])];
}

/** A name of the lexicon that drops the limit (`AFP≥400` as AFP) says too little. */
function keepsLimit(name: string, kind: string, canonical: string): boolean {
  return !/[<>\u2264\u2265]/u.test(name) || /[<>\u2264\u2265]/u.test(canonical) || kind !== 'item';
}

function itemName(mention: Mention): string {
  return latinFigures(mention.facts.item ?? mention.name ?? mention.text);
}

/** Roman figures in Latin letters, as canonical names have them. */
function latinFigures(name: string): string {
  return name.replace(
    /[\u2160-\u2163]/gu,
    (figure) => ['I', 'II', 'III', 'IV'][figure.charCodeAt(0) - 0x2160] as string,
  );
}

function named(mention: Mention, printed: string): What {
  const { ruleId } = mention;
  if (mention.kind === 'measure')
    return { kind: 'measure', name: mention.name ?? printed, printed, known: true, ruleId, mention };
  if (mention.kind === 'event')
    return { kind: 'event', name: printed, printed, preferred: mention.name, known: true, ruleId, mention };
  return { kind: 'item', name: itemName(mention), printed, known: true, ruleId, mention };
}

/** What a level means under the head of its rows: `Ⅰ期` under ISS分期, `≤60岁` under 年龄. */
export function levelOf(group: GridCell, level: GridCell, scene: TableScene): What {
  const above = whatOf(group, scene);
  const own = whatOf(level, scene);
  const name = plainName(level.text, scene);
  // `PFS` over `1年`, or over `中位(月)`
  const says = ['columns.landmark', 'columns.median'].map((id) => name.replace(phrase(scene.rulebook, id), ''));
  if (above.kind === 'measure' && says.includes('')) return above;
  // A name that is whole by itself was not broken over two lines.
  const joined = own.known && own.kind === 'event' ? undefined : broken(`${above.printed}${name}`, scene);
  if (joined) return joined;
  const entry = lexiconItem([`${above.printed}${name}`, `${above.name}${name}`], scene);
  if (entry) return { kind: 'item', name: entry.name, printed: name, known: true, ruleId: entry.id };
  if (own.known && own.kind === 'item') return own;
  if (above.kind === 'event' || own.kind !== 'item') return own.kind === 'item' ? above : own;
  const figure = latinFigures(name.replace(phrase(scene.rulebook, 'columns.level-unit'), ''));
  const both = /^[<>\u2264\u2265]/u.test(figure) ? `${above.name}${figure}` : `${above.name}-${figure}`;
  return { kind: 'item', name: both, printed: name, known: false, ruleId: above.ruleId };
}

/** `血小板` and `减少` beneath it: a name that was broken over two lines, if the lexicon has an event or measure of it. */
function broken(form: string, scene: TableScene): What | undefined {
  const entry = scene.rulebook.lexicon.whole(form);
  if (!entry) return undefined;
  const { kind, name, id } = entry;
  if (kind === 'event') return { kind, name: form, printed: form, preferred: name, known: true, ruleId: id };
  return kind === 'measure' ? { kind, name, printed: form, known: true, ruleId: id } : undefined;
}

/** The characteristic that one of the forms is, all of it. */
function lexiconItem(forms: readonly string[], scene: TableScene): { name: string; id: string } | undefined {
  for (const form of forms) {
    const entry = scene.rulebook.lexicon.whole(form);
    if (entry?.kind === 'item') return { name: entry.name, id: entry.id };
  }
  return undefined;
}

/** Whether the lexicon or a mention knows all of the words as one name. */
function isOneName({ span, text }: GridCell, scene: TableScene): boolean {
  const name = text.replace(/\s/gu, '');
  const isWhole = ({ kind, text }: Mention) => kinds.has(kind) && text.replace(/\s/gu, '') === name;
  return scene.rulebook.lexicon.whole(name) !== undefined || mentionsIn(scene, span).some(isWhole);
}

/** A measure that is named outside the heads. */
export function measureOf(mention: Mention): What {
  return named(mention, mention.text);
}

/** What a name means in a table of what patients were like: an event or a score is a characteristic there. */
export function characteristicOf(what: What, scene: TableScene): What {
  if (what.kind === 'item') return what;
  const entry = lexiconItem(coresOf(what.printed, scene), scene);
  const item = what.mention?.facts.item ?? entry?.name ?? (what.kind === 'event' ? what.printed : what.name);
  return { ...what, kind: 'item', name: item };
}

/** `临床分期/Ⅲ`: the unit behind the stroke went down to the next line, and the first level came up to the stroke. */
function unitOff(cell: GridCell): GridCell[] {
  const [, head] = /^([^()]+\/)[\u2160-\u2163]/u.exec(cell.text) ?? [];
  if (head === undefined) return [cell];
  const middle = cell.span.start + head.length;
  return [
    { ...cell, text: head, span: { ...cell.span, end: middle } },
    { ...cell, text: cell.text.slice(head.length), span: { ...cell.span, start: middle } },
  ];
}

/**
 * The names in front of a row of words: one name (`Lambda 轻链型`), or the head of this and the next rows with the
 * first of its levels (`性别/例(%) 男性`).
 */
export function joinedNames(words: readonly GridCell[], scene: TableScene): GridCell[] {
  const [first, ...rest] = words.flatMap(unitOff);
  if (!first) return [];
  if (rest.length === 0) return [first];
  const mark = phrase(scene.rulebook, 'columns.unit-mark');
  const merged = (some: readonly GridCell[]): GridCell => ({
    span: { start: (some[0] as GridCell).span.start, end: (some.at(-1) as GridCell).span.end },
    text: some.map(({ text }) => text).join(' '),
    rows: 1,
  });
  // The rest of the head's own unit may have come down to the line of a level: `例(%) Ⅲ期`.
  if (first.text.replace(mark, '') === '') return joinedNames(rest, scene);
  const whole = merged([first, ...rest]);
  const heads =
    mark.test(first.text) ||
    phrase(scene.rulebook, 'columns.group-head').test(first.text) ||
    first.text.endsWith('/') ||
    armIn(first, headName(first.text, scene), scene) !== undefined ||
    whatOf(first, scene).known;
  return heads && !isOneName(whole, scene) ? [first, merged(rest)] : [whole];
}
