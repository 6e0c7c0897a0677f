import { byPlace, type Message, messageLine } from '../text/index.js';

/** Messages as lines, sorted by place, each once. */
export function messageLines(messages: readonly Message[]): string[] {
  return [...new Set([...messages].sort(byPlace).map(messageLine))];
}
