import { assert, fail, ok } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { faultsError, previewPlan } from './plan-preview.ts';

/** A plan becomes the first draft of a new map, whole or not at all. */
export const importMap: Command<'map.import'> = async (
  read,
  { facts, agencyId, newId },
  { venueId, name, ...file },
) => {
  const [agency] = await read.loadShared('agencies', { id: agencyId });
  assert(agency, 'the house is set up');
  const [venue] = await read.loadShared('venues', { id: venueId });
  if (!venue || venue.archivedAt !== null) return fail('NOT_FOUND', text('house.venueNotFound'));
  const preview = previewPlan(file, agency.currency);
  if (!preview.ok) return preview;
  const { document, seatCount, faults, left } = preview.value;
  if (document === null) return faultsError('PLAN_HAS_FAULTS', 'house.planHasFaults', left);
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
    seatCount,
    publishedAt: null,
  });
  return ok({ mapId, mapVersionId, seatCount, faults });
};
