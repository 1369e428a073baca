import type { Commands } from '../registry.ts';
import { closeApproved, closeDrawer, reportDrawer } from './close.ts';
import { beginCount, countDrawer, reopenDrawer } from './count.ts';
import { moveCash } from './move.ts';
import { openDrawer } from './open.ts';

export const cashCommands: Commands<'cash'> = {
  'cash.open': openDrawer,
  'cash.move': moveCash,
  'cash.report': reportDrawer,
  'cash.beginCount': beginCount,
  'cash.count': countDrawer,
  'cash.reopen': reopenDrawer,
  'cash.close': closeDrawer,
  'cash.closeApproved': closeApproved,
};
