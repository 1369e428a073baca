/** Whether a ticket's bearer is in: a fold of its scans, kept as a row of its own. */
import type { Verdict } from './verdict.ts';

export interface AdmissionScan {
  readonly id: string;
  readonly verdict: Verdict;
  readonly correctsScanId: string | null;
  readonly gate: string;
  readonly at: number;
}

export interface AdmissionState {
  readonly entryNumber: number;
  readonly isInside: boolean;
  /** Of the scan that changed it last. */
  readonly gate: string;
  readonly at: number;
  readonly scanId: string;
}

/** What a scan makes of the admission before it; scans that neither admit nor take back leave it as it is. */
export function admissionAfter(before: AdmissionState | null, scan: AdmissionScan): AdmissionState | null {
  const { gate, at, id: scanId } = scan;
  if (scan.correctsScanId !== null) return before === null ? null : { ...before, isInside: false, gate, at, scanId };
  if (scan.verdict !== 'ADMIT') return before;
  return { entryNumber: (before?.entryNumber ?? 0) + 1, isInside: true, gate, at, scanId };
}
