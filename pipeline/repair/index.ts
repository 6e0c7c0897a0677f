export { repairSource } from './repair-source.js';
