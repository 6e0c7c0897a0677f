export * from './document.js';
export * from './edit-map.js';
export * from './line-index.js';
export * from './message.js';
export * from './quote.js';
export * from './run.js';
export * from './source.js';
export * from './span.js';
