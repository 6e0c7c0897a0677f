export * from './segment.js';
