export * from './ingest-error.js';
export * from './read-source.js';
