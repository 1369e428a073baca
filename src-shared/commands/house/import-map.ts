import { assert, fail, ok } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { SeatMapDocument } from '../../domain/seat-map/document.ts';
import type { Command } from '../registry.ts';
import { faultsError, previewPlan } from './plan-preview.ts';

/** A map's rows and its first draft. */
function storeDraft({ facts, newId }: CommandContext, venueId: string, name: string, document: SeatMapDocument) {
  const mapId = newId();
  const mapVersionId = newId();
  facts.insert('maps', { id: mapId, venueId, name, archivedAt: null });
  facts.insert('mapVersions', {
    id: mapVersionId,
    mapId,
    number: 1,
    status: 'DRAFT',
    document: { ...document, name },
    columns: null,
    seatCount: document.seats.length,
    publishedAt: null,
  });
  return { mapId, mapVersionId };
}

/** A map that a program drew, not a file: nothing to read, and publishing checks it. */
export const storeMap: Command<'map.store'> = async (_read, context, { venueId, name, document }) =>
  ok({ mapVersionId: storeDraft(context, venueId, name, document).mapVersionId });

/** A plan becomes the first draft of a new map, whole or not at all. */
export const importMap: Command<'map.import'> = async (read, context, { venueId, name, ...file }) => {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the house is set up');
  const [venue] = await read.loadShared('venues', { id: venueId });
  if (!venue || venue.archivedAt !== null) return fail('NOT_FOUND', text('house.venueNotFound'));
  const preview = previewPlan(file, agency.currency);
  if (!preview.ok) return preview;
  const { document, seatCount, faults, left } = preview.value;
  if (document === null) return faultsError('PLAN_HAS_FAULTS', 'house.planHasFaults', left);
  const stored = storeDraft(context, venueId, name, document);
  return ok({ ...stored, seatCount, faults });
};
