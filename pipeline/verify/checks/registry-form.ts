import { remark, type TrialCheck } from '../check.js';

const id = 'registry-form';

/** How the registers write their numbers. */
const forms: readonly RegExp[] = [
  /^NCT\d{8}$/,
  /^ChiCTR(?:-?[A-Z]{2,4}-)?\d{8,10}$/,
  /^(?:EudraCT ?)?\d{4}-\d{6}-\d{2}$/,
  /^ISRCTN\d{8}$/,
  /^UMIN\d{9}$/,
  /^ACTRN\d{14}$/,
  /^CTR\d{8,10}$/,
  /^CRD\d{8,14}$/,
  /^jRCTs?\d{9,10}$/,
];

export const registryForm: TrialCheck = {
  id,
  withoutNumbers: true,
  about: 'A number of a trial register has the form of that register.',
  run: ({ registry = [] }) =>
    registry.map((number) =>
      forms.some((form) => form.test(number))
        ? 'holds'
        : remark(id, 'warning', `${number} has the form of no register's number`, []),
    ),
};
