/** What a door's core answers, made up: an admission to Hamlet, changed as a test likes. */
import type { ScanAnswer } from '../../src-shared/contract/door.ts';

export function answerWith(change: Partial<ScanAnswer>): ScanAnswer {
  return {
    scanId: 'scan-1',
    verdict: 'ADMIT',
    isRepeat: false,
    at: Date.UTC(2026, 10, 21, 18, 30),
    ticket: {
      ticketId: 'ticket-1',
      number: 'TM-2026-000001',
      section: 'Stalls',
      row: 'F',
      label: '12',
      entrance: 'Door 1',
      ticketTypeName: 'Standard',
      holderName: null,
      customerName: 'Ada',
      eventTitle: 'Hamlet',
      eventStartsAt: Date.UTC(2026, 10, 21, 19, 0),
      eventTimeZone: 'Europe/Berlin',
      restrictedView: false,
      seatKind: 'STANDARD',
    },
    earlier: null,
    group: { inside: 1, total: 1 },
    ...change,
  };
}
