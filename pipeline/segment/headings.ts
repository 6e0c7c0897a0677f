import type { Role, Section } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';

const rolesByForm = new Map<string, Role>();

/** What a heading says that its part is for; undefined where it does not say. */
export function roleOf(title: string, rulebook: Pick<Rulebook, 'entries' | 'lexicon'>): Role | undefined {
  const { longest } = rulebook.lexicon;
  // Most lines are long, and their first letters tell that they are no heading.
  if (plainly(title.slice(0, 2 * longest)).length > longest) return undefined;
  const plain = plainly(title);
  const known = rolesByForm.get(plain);
  if (known) return known;
  const entry = rulebook.lexicon.whole(plain);
  if (entry?.kind !== 'heading') return undefined;
  rolesByForm.set(plain, entry.name as Role);
  return entry.name as Role;
}

function plainly(title: string): string {
  return title.replace(/[\s:]/gu, '');
}

export interface Heading {
  readonly number?: string | undefined;
  readonly title: string;
  /** Where the sentence text of the line begins; the line's end for a heading of its own. */
  readonly bodyStart: number;
}

/** Reads a line as a heading, or the heading that runs in before a line's text. */
export function headingOf(line: string, rulebook: Pick<Rulebook, 'patterns'>): Heading | undefined {
  for (const { rule, expression } of rulebook.patterns) {
    if (rule.makes !== 'heading' || rule.id.endsWith('.label')) continue;
    expression.lastIndex = 0;
    const match = expression.exec(line);
    if (!match) continue;
    const title = match.groups?.title ?? match[0];
    return { number: match.groups?.number, title: title.trim(), bodyStart: match[0].length };
  }
  return undefined;
}

/** Opens the first section of an article. */
export function firstSection(): Omit<Section, 'span'> {
  return { role: 'body', index: 0 };
}
