export * from './ingest-error.js';
export type { PdfOptions } from './pdf/pdf-source.js';
export * from './read-source.js';
