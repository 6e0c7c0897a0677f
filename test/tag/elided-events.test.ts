import { expect, it } from 'vitest';
import { mentionsOf } from './tagged.js';

it('lets an organ beside a sum over events stand for such a sum, too', () => {
  const [first, second] = mentionsOf('肺部和血液学毒性均为1级。', 'event');
  expect([first?.name, second?.text]).toEqual(['肺部毒性', '血液学毒性']);
  expect(first?.facts.general).toBe('yes');
});
