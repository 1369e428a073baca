import { expect, test } from 'vitest';
import { arrivalOf } from '../../../src-shared/domain/door/arrival.ts';

test.each([
  ['never scanned', [0, 0, 0, 0], 'EXPECTED'],
  ['let in', [1, 1, 0, 0], 'IN'],
  ['let in, and scanned again', [1, 1, 1, 0], 'SEEN_TWICE'],
  ['turned away at another event’s door', [0, 0, 0, 1], 'WRONG_DOOR'],
  ['turned away there, then let in here', [1, 1, 0, 1], 'IN'],
  ['let in and taken back', [0, 1, 0, 0], 'TAKEN_BACK'],
  ['seen twice, then taken back: nobody is in with it now', [0, 1, 1, 0], 'TAKEN_BACK'],
] as const)('a guest %s', (_, [isInside, wasIn, wasSeenTwice, wasAtWrongDoor], arrival) => {
  const facts = {
    isInside: isInside === 1,
    wasIn: wasIn === 1,
    wasSeenTwice: wasSeenTwice === 1,
    wasAtWrongDoor: wasAtWrongDoor === 1,
  };
  expect(arrivalOf(facts)).toBe(arrival);
});
