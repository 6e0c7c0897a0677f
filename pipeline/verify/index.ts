export * from './account.js';
export * from './verify-record.js';
