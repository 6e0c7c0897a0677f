export * from './segment.js';
export * from './segmentation.js';
export * from './tokens.js';
