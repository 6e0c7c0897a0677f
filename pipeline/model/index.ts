export * from './binding.js';
export * from './ledger.js';
export * from './mention.js';
export * from './quantity.js';
export * from './record.js';
export * from './segmentation.js';
export * from './study.js';
export * from './trail.js';
