export * from './mention.js';
export * from './quantity.js';
export * from './record.js';
export * from './trail.js';
export * from './binding.js';
export * from './study.js';
