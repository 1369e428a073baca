/** The bridge as this program's contract types it. */
import type { CallTable } from '../../src-shared/contract/calls.ts';
import type { ChangedNotice, EventSeatsNotice, ScansNotice } from '../../src-shared/contract/notices.ts';
import type { Bridge } from './bridge.ts';

export interface Topics {
  readonly 'event-seats': EventSeatsNotice;
  readonly scans: ScansNotice;
  readonly changed: ChangedNotice;
}

export type ProgramBridge = Bridge<CallTable, Topics>;
