/**
 * A plan's file as a seat map with all that is wrong with it. Nothing is stored and nothing is put right here: a
 * person sees the faults and chooses repairs, which are applied all or none.
 */
import { text } from '../../../text/text.ts';
import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { checkDocument, hasErrors } from '../check/check-document.ts';
import type { SeatMapDocument } from '../document.ts';
import type { Fault, Finding } from '../fault.ts';
import { REPAIR_RULES } from '../repair/rules.ts';
import { takeOutCardNumbers, withoutCardNumbers } from './card-numbers.ts';
import { findJsonFault } from './json-syntax.ts';
import { houseOfCounts } from './counted-house.ts';
import { looksLikeJsModule, readJsLiteral } from './js-literal.ts';
import { fileTooLarge, firstFew, notRecognised, PLAN_BYTES_MAX, planName } from './limits.ts';
import type { CsvMapping } from './manifest-columns.ts';
import { readManifest } from './read-manifest.ts';
import { looksLikePretix, readPretix } from './read-pretix.ts';
import { looksLikeRowCounts, readRowCounts } from './row-counts.ts';

export interface PlanImport {
  /** As the file has it, faults and all. */
  readonly document: SeatMapDocument;
  readonly faults: readonly Fault[];
}

export interface ReadPlanOptions {
  /** For messages, and for the map's name when the file has none. */
  readonly fileName: string;
  readonly csvMapping?: CsvMapping;
  /** Digits of the currency's minor unit, for the price column; 2 unless told. */
  readonly minorUnitDigits?: number;
}

/**
 * Reads pretix seating-plan JSON, a CSV seat list, or row counts as CSV, JSON or a JavaScript module of data. Errors:
 * PLAN_TOO_LARGE, PLAN_NOT_RECOGNISED, PLAN_NOT_JSON, PLAN_NOT_DATA, PLAN_BAD_FIELDS, PLAN_MISSING_COLUMNS, PLAN_REPEATED_COLUMNS, PLAN_BAD_LINES, PLAN_NO_SEATS, PLAN_TOO_MANY_SEATS.
 */
export function readPlan(source: string, options: ReadPlanOptions): Result<PlanImport> {
  const { fileName } = options;
  if (source.length > PLAN_BYTES_MAX) return fileTooLarge(fileName, source.length);
  const read = readAny(source, options);
  if (!read.ok) return withoutCardNumbers(read);
  const { document, findings } = takeOutCardNumbers(read.value.document);
  const told = [...findings, ...withoutCardNumbers(read.value.findings)];
  return ok({
    document,
    faults: [...checkDocument(document), ...told.map((each): Fault => ({ ...each, repair: null }))],
  });
}

interface ReadDocument {
  readonly document: SeatMapDocument;
  /** What the document cannot show any more because reading put it right. */
  readonly findings: readonly Finding[];
}

const JS_FILE = /\.(?:[cm]?js|json5)$/i;

/** Row counts are small: those of a stadium of 40,000 have 100 KB. JSON5 takes a second for four times this. */
const MODULE_BYTES_MAX = 4 * 1024 * 1024;

function readAny(source: string, options: ReadPlanOptions): Result<ReadDocument> {
  const { fileName } = options;
  if (JS_FILE.test(fileName) || looksLikeJsModule(source)) return readModule(source, fileName);
  const start = /[^\s\ufeff]/.exec(source)?.[0] ?? '';
  if (start === '{' || start === '[' || /\.json$/i.test(fileName)) {
    return readJson(source, fileName);
  }
  // XML, PDF, ZIP: their first line would be taken for headings.
  if (start === '<' || source.startsWith('%PDF') || source.startsWith('PK\u0003')) return notRecognised(fileName);
  return readManifest(source, {
    fileName,
    csvMapping: options.csvMapping,
    minorUnitDigits: options.minorUnitDigits ?? 2,
  });
}

function readJson(source: string, fileName: string): Result<ReadDocument> {
  const unmarked = source.startsWith('\ufeff') ? source.slice(1) : source;
  let json: unknown;
  try {
    json = JSON.parse(unmarked);
  } catch {
    const fault = findJsonFault(unmarked);
    const { line, column } = fault ?? { line: 1, column: 1 };
    const expected = text(fault?.expected ?? 'json.value');
    return fail('PLAN_NOT_JSON', text('planImport.notJson', { fileName, line, column, expected }), { line, column });
  }
  if (!looksLikePretix(json)) return readCounts(json, fileName);
  const read = readPretix(json, fileName);
  return read.ok ? ok({ document: read.value, findings: [] }) : read;
}

function readModule(source: string, fileName: string): Result<ReadDocument> {
  if (source.length > MODULE_BYTES_MAX) return fileTooLarge(fileName, source.length, MODULE_BYTES_MAX);
  const read = readJsLiteral(source);
  if ('value' in read) return readCounts(read.value, fileName);
  const { line, column, repeatedKey: key } = read.fault;
  const message =
    key === null
      ? text('planImport.notData', { fileName, line, column })
      : text('planImport.repeatedKey', { fileName, key, line, column });
  return fail('PLAN_NOT_DATA', message, { line, column });
}

function readCounts(value: unknown, fileName: string): Result<ReadDocument> {
  if (!looksLikeRowCounts(value)) return notRecognised(fileName);
  const counts = readRowCounts(value, fileName);
  if (!counts.ok) return counts;
  return ok({ document: houseOfCounts(counts.value, planName(fileName)), findings: counts.value.findings });
}

/**
 * The map with repairs applied in their fixed order: all of them, or those named. Errors: PLAN_REPAIR_UNKNOWN for an
 * id that no fault of this import offers; PLAN_FAULTS_REMAIN, with the faults, when an ERROR is still there.
 */
export function repairPlan(plan: PlanImport, repairs: 'all' | readonly string[]): Result<SeatMapDocument> {
  const offered = new Set(plan.faults.flatMap((fault) => fault.repair?.id ?? []));
  const unknown = repairs === 'all' ? [] : repairs.filter((id) => !offered.has(id));
  if (unknown.length > 0) {
    const message = text('planImport.unknownRepair', { repairs: unknown.join(', ') });
    return fail('PLAN_REPAIR_UNKNOWN', message, { unknown, offered: [...offered] });
  }
  // With 'all', rules that nothing asked for run too: cleaned names may be alike that were not before.
  const chosen = REPAIR_RULES.filter((rule) => repairs === 'all' || repairs.includes(rule.id));
  const document = chosen.reduce((before, rule) => rule.repair(before).document, plan.document);
  const faults = document === plan.document ? plan.faults : checkDocument(document);
  if (!hasErrors(faults)) return ok(document);
  const errors = faults.filter((fault) => fault.severity === 'ERROR');
  const words = firstFew(errors.map(faultInWords), errors.length);
  return fail('PLAN_FAULTS_REMAIN', text('planImport.faultsRemain', { faults: words }), { faults: errors });
}

/** One sentence for a fault: what it is and how often. */
export function faultInWords(fault: Fault): string {
  return text(`planFault.${fault.kind}`, { count: fault.count });
}
