/** The admissions that scans make, told again from the first scan on. */
import { admissionAfter, type AdmissionScan, type AdmissionState } from '../door/admission.ts';

/** @param scans of one device in its own order */
export function foldAdmissions(
  scans: readonly (AdmissionScan & { readonly ticketId: string })[],
): Map<string, AdmissionState> {
  const byTicket = new Map<string, AdmissionState>();
  for (const scan of scans) {
    const after = admissionAfter(byTicket.get(scan.ticketId) ?? null, scan);
    if (after !== null) byTicket.set(scan.ticketId, after);
  }
  return byTicket;
}
