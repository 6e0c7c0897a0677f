import { InvalidArgumentError } from 'commander';

/** Reads an option that counts something. */
export function positiveInteger(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(given);
}
