export * from './assemble.js';
export { sourceRef } from './source-ref.js';
