import type { Place } from './line-index.js';

export type Severity = 'error' | 'warning' | 'info';

/** The one shape of everything that zhailu says about a text: what was lost, assumed or found to be off. */
export interface Message {
  readonly severity: Severity;
  readonly ruleId: string;
  readonly reason: string;
  readonly path: string;
  readonly from?: Place;
  readonly to?: Place;
  readonly actual?: string;
  readonly expected?: string;
}

/** Receives the messages of a stage. */
export type Report = (message: Message) => void;

/** `path:line:col-line:col: warning: reason  [rule]`; the place is left out where there is none. */
export function messageLine(message: Message): string {
  const at = message.from ? `${message.from.line}:${message.from.column}` : '';
  const until = message.to ? `-${message.to.line}:${message.to.column}` : '';
  const place = at ? `:${at}${until}` : '';
  return `${message.path}${place}: ${message.severity}: ${message.reason}  [${message.ruleId}]`;
}

/** By path, then place, then rule, then what is shown: an order that does not depend on who reported first. */
export function byPlace(a: Message, b: Message): number {
  return (
    compareText(a.path, b.path) ||
    (a.from?.line ?? 0) - (b.from?.line ?? 0) ||
    (a.from?.column ?? 0) - (b.from?.column ?? 0) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(messageLine(a), messageLine(b))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
