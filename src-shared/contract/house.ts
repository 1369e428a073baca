/** Venues and maps. */
import { z } from 'zod';
import type { SeatMapDocument } from '../domain/seat-map/document.ts';
import { command, query } from './define.ts';
import { amountMinor, id, line, nothing, requiredLine, seatId } from './fields.ts';

/** One kind of fault in a plan, as the seat-map domain reports it. */
export interface FaultView {
  readonly kind: string;
  readonly severity: 'ERROR' | 'WARNING';
  readonly count: number;
  readonly sentence: string;
  readonly places: readonly {
    readonly section: string;
    readonly row: string;
    readonly label: string;
    readonly detail: string;
  }[];
  readonly repair: { readonly id: string; readonly sentence: string } | null;
}

export interface PlanPreview {
  readonly seatCount: number;
  readonly sectionCount: number;
  readonly rowCount: number;
  readonly faults: readonly FaultView[];
  /** The plan as it would be stored, repaired as asked; null while errors remain. */
  readonly document: SeatMapDocument | null;
}

export interface MapSummary {
  readonly mapId: string;
  readonly name: string;
  readonly venueId: string;
  readonly venueName: string;
  readonly seatCount: number;
  /** Newest first. */
  readonly versions: readonly {
    readonly mapVersionId: string;
    readonly number: number;
    readonly status: 'DRAFT' | 'PUBLISHED';
    readonly seatCount: number;
    readonly publishedAt: number | null;
  }[];
}

/** `all`, or the ids of the repairs to apply. */
const repairs = z.union([z.literal('all'), z.array(z.string().max(80)).max(100)]);
const planFile = { fileName: line(200), text: z.string(), csvColumns: z.record(z.string(), z.string()).optional() };

export const houseCalls = {
  'venue.list': query({ access: 'event.read', input: nothing }).returns<
    readonly { venueId: string; name: string; address: string; timeZone: string }[]
  >(),
  'venue.create': command('parent', {
    access: 'map.manage',
    input: z.object({ name: requiredLine(120), address: line(300), timeZone: requiredLine(60) }),
  }).returns<{ venueId: string }>(),
  'map.list': query({ access: 'event.read', input: nothing }).returns<readonly MapSummary[]>(),
  /** Reads a file and stores nothing. */
  'map.previewImport': query({
    access: 'map.manage',
    rawFields: ['text'],
    input: z.object({ ...planFile, repairs }),
  }).returns<PlanPreview>(),
  /** Refused whole (PLAN_HAS_FAULTS { faults }) while an error is left; never half imported. */
  'map.import': command('parent', {
    access: 'map.manage',
    rawFields: ['text'],
    input: z.object({ ...planFile, repairs, venueId: id, name: requiredLine(120) }),
  }).returns<{ mapId: string; mapVersionId: string; seatCount: number; faults: readonly FaultView[] }>(),
  /** Run by programs that draw maps themselves (the demo): stores a map's first draft. */
  'map.store': command('parent', {
    access: 'system',
    input: z.object({ venueId: id, name: requiredLine(120), document: z.custom<SeatMapDocument>() }),
  }).returns<{ mapVersionId: string }>(),
  'map.get': query({ access: 'event.read', input: z.object({ mapVersionId: id }) }).returns<{
    readonly mapVersionId: string;
    readonly mapId: string;
    readonly name: string;
    readonly number: number;
    readonly status: 'DRAFT' | 'PUBLISHED';
    /** The row's version: what a change to the draft must name. */
    readonly version: number;
    readonly document: SeatMapDocument;
    readonly faults: readonly FaultView[];
  }>(),
  /** Only a draft, and only the draft that was seen: DRAFT_CHANGED, MAP_PUBLISHED. */
  'map.assignCategory': command('parent', {
    access: 'map.manage',
    input: z.object({
      mapVersionId: id,
      version: z.number().int(),
      seatIds: z.array(seatId).min(1),
      categoryId: z.string().max(80),
    }),
  }).returns<{ version: number }>(),
  'map.setCategories': command('parent', {
    access: 'map.manage',
    input: z.object({
      mapVersionId: id,
      version: z.number().int(),
      categories: z
        .array(
          z.object({
            id: z.string().min(1).max(80),
            name: requiredLine(60),
            color: z.string().regex(/^#[0-9a-f]{6}$/i),
            letter: requiredLine(2),
            defaultPriceMinor: amountMinor.nullable(),
          }),
        )
        .max(60),
    }),
  }).returns<{ version: number }>(),
  /** Makes the draft immutable. Errors: MAP_HAS_FAULTS { faults }. */
  'map.publish': command('parent', {
    access: 'map.manage',
    input: z.object({ mapVersionId: id, version: z.number().int() }),
  }).returns<{ seatCount: number }>(),
  /** A new draft from a published version. */
  'map.startDraft': command('parent', {
    access: 'map.manage',
    input: z.object({ mapVersionId: id }),
  }).returns<{ mapVersionId: string }>(),
  /** A published version as packMap writes it. */
  'map.columns': query({ access: 'event.read', input: z.object({ mapVersionId: id }) }).returns<{
    readonly columns: Uint8Array;
  }>(),
};
