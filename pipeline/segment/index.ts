export * from './segment.js';
export * from './tokens.js';
