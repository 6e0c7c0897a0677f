export * from './mention.js';
export * from './quantity.js';
export * from './record.js';
