export * from './tag.js';
export type { Definitions } from './compose-regimens.js';
