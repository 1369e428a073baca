/** A plan's file read and repaired as asked, in the words and shapes of the contract. */
import type { FaultView, PlanPreview } from '../../contract/house.ts';
import type { SeatMapDocument } from '../../domain/seat-map/document.ts';
import type { Fault } from '../../domain/seat-map/fault.ts';
import { MANIFEST_COLUMNS, type CsvMapping } from '../../domain/seat-map/import/manifest-columns.ts';
import { faultInWords, readPlan, repairPlan } from '../../domain/seat-map/import/read-plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { text } from '../../text/text.ts';

export interface PlanFile {
  readonly fileName: string;
  readonly text: string;
  readonly csvColumns?: Readonly<Record<string, string>> | undefined;
  readonly repairs: 'all' | readonly string[];
}

export function faultView(fault: Fault): FaultView {
  return { ...fault, sentence: faultInWords(fault) };
}

/** The errors among faults as one refusal. @param key says of what */
export function faultsError(
  code: 'PLAN_HAS_FAULTS' | 'MAP_HAS_FAULTS',
  key: 'house.planHasFaults' | 'house.mapHasFaults',
  faults: readonly Fault[],
): Result<never> {
  const errors = faults.filter((fault) => fault.severity === 'ERROR');
  return fail(code, text(key, { faults: errors.map(faultInWords).join(', ') }), { faults: errors.map(faultView) });
}

/**
 * What the file holds, all that is wrong with it, and the map that would be stored. Errors: those of readPlan for a
 * file that is not a plan; PLAN_REPAIR_UNKNOWN.
 */
export function previewPlan(file: PlanFile, currency: string): Result<PlanPreview & { left: readonly Fault[] }> {
  const csvMapping: CsvMapping = Object.fromEntries(
    MANIFEST_COLUMNS.flatMap((column) => (file.csvColumns?.[column] ? [[column, file.csvColumns[column]]] : [])),
  );
  const plan = readPlan(file.text, { fileName: file.fileName, csvMapping, minorUnitDigits: minorUnitDigits(currency) });
  if (!plan.ok) return plan;
  const repaired = repairPlan(plan.value, file.repairs);
  if (!repaired.ok && repaired.error.code !== 'PLAN_FAULTS_REMAIN') return repaired;
  const shown: SeatMapDocument = repaired.ok ? repaired.value : plan.value.document;
  return ok({
    seatCount: shown.seats.length,
    sectionCount: shown.sections.length,
    rowCount: shown.rows.length,
    faults: plan.value.faults.map(faultView),
    document: repaired.ok ? repaired.value : null,
    left: repaired.ok ? [] : (repaired.error.data as { faults: readonly Fault[] }).faults,
  });
}

function minorUnitDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
