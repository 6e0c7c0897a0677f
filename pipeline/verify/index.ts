export * from './account.js';
export { type AcrossFinding, sameStudies } from './same-study.js';
export * from './verify-record.js';
