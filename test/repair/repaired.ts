import { repairSource } from '../../pipeline/repair/index.js';
import type { Document, Message } from '../../pipeline/text/index.js';
import { repairBook } from './repair-book.js';

const rulebook = repairBook();

/** Repairs a text as if it had come from a file. */
export function repairedDocument(text: string): { document: Document; messages: Message[] } {
  const messages: Message[] = [];
  const source = { id: 'test', file: 'test.txt', sha256: '', text, pages: [] };
  return { document: repairSource(source, rulebook, (message) => messages.push(message)), messages };
}

/** The repaired text of a text. */
export function repairedText(text: string): string {
  return repairedDocument(text).document.text;
}
