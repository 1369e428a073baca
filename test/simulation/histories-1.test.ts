import { test } from 'vitest';
import { expectNoViolation } from './histories.ts';

// Two files, because vitest gives each file a worker of its own.
test('5,000 histories with kills, full disks and restored databases, first half: every rule holds after each', async () => {
  await expectNoViolation(1, 5000);
}, 1_800_000);
