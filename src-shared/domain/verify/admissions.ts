/** Whether admissions are what their scans make of them, and tickets say so. */
import { text } from '../../text/text.ts';
import { admissionAfter, type AdmissionScan, type AdmissionState } from '../door/admission.ts';
import type { TicketStatus } from '../inventory/states.ts';

export interface ScannedTicket {
  readonly number: string;
  readonly status: TicketStatus;
  readonly admission: AdmissionState | null;
  /** In the order in which the device counted them. */
  readonly scans: readonly AdmissionScan[];
}

export function admissionProblems({ number, status, admission, scans }: ScannedTicket): string[] {
  const folded = scans.reduce<AdmissionState | null>(admissionAfter, null);
  const problems: string[] = [];
  if (JSON.stringify(ordered(folded)) !== JSON.stringify(ordered(admission)))
    problems.push(text('verify.admission', { what: number }));
  // A ticket that was used and given back since is CANCELLED.
  const wasAdmitted = folded !== null;
  if (wasAdmitted ? status !== 'USED' && status !== 'CANCELLED' : status === 'USED')
    problems.push(text('verify.used', { what: number, detail: status }));
  return problems;
}

function ordered(state: AdmissionState | null): unknown {
  return state && [state.entryNumber, state.isInside, state.gate, state.at, state.scanId];
}
