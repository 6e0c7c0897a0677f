export * from './account.js';
export { type AcrossFinding, sameStudies } from './same-study.js';
export { trailsOf } from './trails.js';
export * from './verify-record.js';
