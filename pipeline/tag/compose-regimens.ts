import type { Definitions, Mention, MentionKind } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from './compose-synonyms.js';

const partKinds: ReadonlySet<MentionKind> = new Set(['drug', 'drug-class', 'procedure', 'regimen']);

/**
 * Drugs joined by 、, +, 联合 … become one regimen mention whose fact `drugs` lists them; with an abbreviation
 * in brackets before or behind, the two are one mention under the abbreviation and the article's own definition.
 */
export function composeRegimens(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { mentions: Mention[]; definitions: Definitions } {
  const definitions = new Map<string, string>();
  const namelyWord = phrase(rulebook, 'joins.namely');
  const namedPlan = phrase(rulebook, 'joins.plan');
  const combined = combine(mentions, text, phrase(rulebook, 'joins.drugs'));
  const composed: Mention[] = [];
  for (let i = 0; i < combined.length; i += 1) {
    const mention = combined[i] as Mention;
    const defined = definition(combined, i, text, namelyWord, namedPlan);
    const explained = defined ? undefined : explanation(mention, composed.at(-1), text);
    if (explained) {
      const label = labelOf(explained);
      const drugs = drugsOf(mention);
      if (!definitions.has(label)) definitions.set(label, drugs);
      composed.push({ ...explained, facts: { ...explained.facts, drugs } });
    } else if (defined) {
      const { merged, abbreviation, drugs } = defined;
      if (abbreviation && drugs && !definitions.has(abbreviation)) definitions.set(abbreviation, drugs);
      composed.push(merged);
      i = defined.last;
    } else composed.push(mention);
  }
  return {
    mentions: withoutOverlaps(composed.map((mention) => grouped(mention, text, phrase(rulebook, 'joins.arm-tail')))),
    definitions,
  };
}

function isPart(mention: Mention | undefined): mention is Mention {
  return mention !== undefined && partKinds.has(mention.kind);
}

function combine(mentions: readonly Mention[], text: string, joiner: RegExp): Mention[] {
  const combined: Mention[] = [];
  const told = new Set<Mention>();
  for (let i = 0; i < mentions.length; i += 1) {
    const first = mentions[i] as Mention;
    if (!isPart(first) || told.has(first)) {
      combined.push(first);
      continue;
    }
    const parts = partsFrom(mentions, i, text, joiner);
    const last = parts.at(-1) as Mention;
    if (parts.length === 1) combined.push(first);
    else if (isDosed(parts, text)) {
      // The drugs stay for their doses; the first one also stands for the regimen.
      const whole = combination(parts, text);
      for (const part of parts) told.add(part);
      combined.push({
        ...first,
        kind: 'regimen',
        facts: { ...whole.facts, label: drugNames(parts), dosed: 'yes', lead: first.name ?? first.text },
      });
    } else {
      combined.push(combination(parts, text));
      while (i + 1 < mentions.length && (mentions[i + 1] as Mention).span.end <= last.span.end) i += 1;
    }
  }
  return combined;
}

/** The drugs that are joined to the one at `i`, doses in brackets between them passed over. */
function partsFrom(mentions: readonly Mention[], i: number, text: string, joiner: RegExp): Mention[] {
  const parts = [mentions[i] as Mention];
  for (let next = i + 1; next < mentions.length && next < i + 24; next += 1) {
    const candidate = mentions[next] as Mention;
    const end = (parts.at(-1) as Mention).span.end;
    const gap = text.slice(end, candidate.span.start);
    if (gap.length > 48) break;
    const bare = gap.replace(/\((?![^()]*(?:n=|\u4f8b))[^()]*\d[^()]*\)/gu, '');
    // Two regimens in a list are two arms; only a word of adding makes one treatment of them.
    const listed = [parts.at(-1), candidate].some((part) => part?.kind === 'regimen') && !/\+|\u8054\u5408|\u52a0/u.test(bare);
    if (isPart(candidate) && listed) break;
    if (isPart(candidate) && bare !== '' && joiner.test(bare)) parts.push(candidate);
    else if (isPart(candidate) || /[\u3002;\n]/u.test(gap)) break;
  }
  return parts;
}

function isDosed(parts: readonly Mention[], text: string): boolean {
  return parts.some(
    (part, k) => k > 0 && text.slice((parts[k - 1] as Mention).span.end, part.span.start).includes('('),
  );
}

function drugNames(parts: readonly Mention[]): string {
  return parts.map((part) => part.text).join('+');
}

function drugsOf(part: Mention): string {
  return part.facts.drugs ?? part.name ?? part.text;
}

/** A list of regimens (VRD、VTD) is no combination: it stays as it is. */
function combination(parts: readonly Mention[], text: string): Mention {
  const first = parts[0] as Mention;
  const last = parts.at(-1) as Mention;
  const span = { start: first.span.start, end: last.span.end };
  const drugs = [...new Set(parts.flatMap((part) => drugsOf(part).split('+')))].join('+');
  const printed = text.slice(span.start, span.end);
  return {
    kind: 'regimen',
    span,
    ruleId: 'bind.combination',
    text: printed,
    name: printed,
    facts: {
      drugs,
      combination: 'yes',
      ...(parts.every(({ kind }) => kind === 'drug-class') ? { classes: 'yes' } : {}),
      ...(last.kind === 'drug' ? { lastDrug: last.name ?? last.text } : {}),
      ...(last.kind === 'regimen' ? { last: labelOf(last) } : {}),
    },
  };
}

interface Defined {
  readonly merged: Mention;
  readonly last: number;
  readonly abbreviation?: string | undefined;
  readonly drugs?: string | undefined;
}

/** `VTD(硼替佐米、沙利度胺、地塞米松…` or `硼替佐米、沙利度胺、地塞米松(VTD)`, from the mention at `i` on. */
function definition(
  mentions: readonly Mention[],
  i: number,
  text: string,
  namelyWord: RegExp,
  namedPlan: RegExp,
): Defined | undefined {
  const head = mentions[i] as Mention;
  const namely = spelledOut(head, mentions[i + 1], text, namelyWord);
  if (namely) return namely(i);
  const open = head.span.end + (namedPlan.exec(text.slice(head.span.end, head.span.end + 2))?.[0].length ?? 0);
  if (text[open] !== '(') return undefined;
  const close = closing(text, open);
  if (close < 0) return undefined;
  const next = mentions[i + 1];
  const inside = next && next.span.start <= open + 2 ? next : undefined;
  if (head.facts.last !== undefined && inside && isPart(inside) && inside.span.start === open + 1) {
    // `沙利度胺联合PAD(硼替佐米、…)`: the bracket explains the last part.
    return { merged: head, last: i + 1, abbreviation: head.facts.last, drugs: drugsOf(inside) };
  }
  const isName = (head.kind === 'regimen' && !head.facts.combination) || head.kind === 'arm';
  if (isName && inside && isPart(inside) && inside.span.start === open + 1) {
    const drugs = drugsOf(inside);
    const merged = { ...head, facts: { ...head.facts, drugs } };
    // The bracket may go on with the arm's size: only the drugs are taken out.
    return { merged, last: i + 1, abbreviation: labelOf(head), drugs };
  }
  const isDrugs = head.facts.combination || head.kind === 'drug' || head.kind === 'procedure';
  if (!isDrugs) return undefined;
  const abbreviation = /^[A-Z][A-Za-z0-9+/-]{0,11}$/u.exec(text.slice(open + 1, close))?.[0];
  const arm = inside?.kind === 'arm' && inside.span.end === close ? inside : undefined;
  if (!abbreviation && !arm) return undefined;
  if (head.kind !== 'regimen' && !arm && inside?.kind !== 'regimen') return undefined;
  const drugs = drugsOf(head);
  const span = { start: head.span.start, end: close + 1 };
  const label = arm ? arm.text : (abbreviation as string);
  const facts = { ...(arm?.facts ?? {}), drugs, label };
  const merged: Mention = {
    ...head,
    kind: arm ? 'arm' : 'regimen',
    span,
    text: text.slice(span.start, span.end),
    name: label,
    facts,
  };
  return { merged, last: inside && inside.span.start < close ? i + 1 : i, abbreviation: label, drugs };
}

/** `BRD方案,即苯达莫司汀+…`: the regimen is spelled out behind its name. */
function spelledOut(
  head: Mention,
  next: Mention | undefined,
  text: string,
  namely: RegExp,
): ((i: number) => Defined) | undefined {
  if (head.kind !== 'regimen' || head.facts.combination || next?.facts.combination === undefined) return undefined;
  if (!namely.test(text.slice(head.span.end, next.span.start))) return undefined;
  const drugs = drugsOf(next);
  return (i) => ({ merged: { ...head, facts: { ...head.facts, drugs } }, last: i, abbreviation: labelOf(head), drugs });
}

/** A name that the lexicon does not know, right before a bracket with its drugs: `XYd(赛利尼索、地塞米松…`. */
function explanation(inside: Mention, before: Mention | undefined, text: string): Mention | undefined {
  if (inside.facts.combination === undefined || text[inside.span.start - 1] !== '(') return undefined;
  const lead = text.slice(Math.max(0, inside.span.start - 14), inside.span.start - 1);
  const name = /(?<![A-Za-z])[A-Z][A-Za-z0-9+/-]{0,11}$/u.exec(lead)?.[0];
  if (name === undefined) return undefined;
  const start = inside.span.start - 1 - name.length;
  if (before && before.span.end > start) return undefined;
  const span = { start, end: start + name.length };
  return { kind: 'regimen', span, ruleId: 'names.explained', text: name, name, facts: { label: name } };
}

function labelOf(mention: Mention): string {
  return mention.facts.label ?? mention.name ?? mention.text;
}

/** A drug, combination or regimen followed by 组 (单药组, 治疗组 …) is an arm. */
/** A mention that has grown over the next one takes its place. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  let reached = 0;
  return mentions.filter(({ span }) => {
    if (span.start < reached) return false;
    reached = span.end;
    return true;
  });
}

function grouped(mention: Mention, text: string, groupTail: RegExp): Mention {
  if (!isPart(mention)) return mention;
  const tail = groupTail.exec(text.slice(mention.span.end, mention.span.end + 8));
  if (!tail) return mention;
  const span = { start: mention.span.start, end: mention.span.end + tail[0].length };
  const printed = mention.facts.label ? `${mention.facts.label}${tail[0]}` : text.slice(span.start, span.end);
  return {
    ...mention,
    kind: 'arm',
    span,
    text: text.slice(span.start, span.end),
    name: printed,
    facts: {
      ...mention.facts,
      drugs: drugsOf(mention),
      label: mention.facts.label ?? text.slice(mention.span.start, mention.span.end),
    },
  };
}
