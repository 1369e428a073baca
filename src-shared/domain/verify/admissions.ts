/** The admissions that scans make, told again from the first scan on. */
import type { Verdict } from '../door/verdict.ts';

export interface AdmissionScan {
  readonly ticketId: string;
  readonly id: string;
  readonly verdict: Verdict;
  readonly correctsScanId: string | null;
}

export interface AdmissionState {
  readonly entryNumber: number;
  readonly isInside: boolean;
  /** The scan that changed it last. */
  readonly scanId: string;
}

/** @param scans of one device in its own order; of several, device by device */
export function foldAdmissions(scans: readonly AdmissionScan[]): Map<string, AdmissionState> {
  const byTicket = new Map<string, AdmissionState>();
  for (const { ticketId, id: scanId, verdict, correctsScanId } of scans) {
    const before = byTicket.get(ticketId);
    if (correctsScanId !== null) {
      if (before) byTicket.set(ticketId, { ...before, isInside: false, scanId });
    } else if (verdict === 'ADMIT')
      byTicket.set(ticketId, { entryNumber: (before?.entryNumber ?? 0) + 1, isInside: true, scanId });
  }
  return byTicket;
}
