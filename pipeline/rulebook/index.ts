export * from './find-all.js';
export * from './lexicon.js';
export * from './read-pack.js';
export * from './rule-error.js';
export * from './rulebook.js';
export * from './schema.js';
export * from './told-groups.js';
