/** What screens read of venues and maps. */
import { sql } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import { faultView, previewPlan } from '../commands/house/plan-preview.ts';
import type { MapSummary } from '../contract/house.ts';
import { assert, fail, ok, type Result } from '../domain/result.ts';
import type { Reader } from '../core/store.ts';
import { checkDocument } from '../domain/seat-map/check/check-document.ts';
import { isVersionOne } from '../domain/seat-map/pack-version-one.ts';
import { packMap, sceneryOf, unpackColumns } from '../domain/seat-map/pack.ts';
import { bytes, instant, int, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';

/** A map that an older program published, in today's layout. */
async function packedAnew(
  read: Reader,
  agencyId: string,
  mapVersionId: string,
  packed: Uint8Array,
): Promise<Result<{ columns: Uint8Array }>> {
  const columns = unpackColumns(packed);
  if (!columns.ok) return columns;
  const [version] = await read.rows('mapVersions', sql`where agency_id = ${agencyId} and id = ${mapVersionId}`);
  assert(version, 'the map version exists');
  const { document } = version;
  const { x, y } = document.focalPoint;
  const packedMap = { columns: { ...columns.value, focalPoint: { x, y } }, scenery: sceneryOf(document) };
  return ok({ columns: packMap(packedMap) });
}

export const houseQueries: Queries<'venue'> & Queries<'map'> = {
  'venue.list': async (read, { agencyId }) => {
    const venues = await read.rows(
      'venues',
      sql`where agency_id = ${agencyId} and archived_at is null order by name, id`,
    );
    return ok(venues.map(({ id, name, address, timeZone }) => ({ venueId: id, name, address, timeZone })));
  },
  'map.list': async (read, { agencyId }) => {
    // Named columns: the documents are megabytes and nobody lists them.
    const rows = await read.query(
      {
        mapId: textColumn(),
        name: textColumn(),
        venueId: textColumn(),
        venueName: textColumn(),
        mapVersionId: textColumn(),
        number: int(),
        status: textColumn<'DRAFT' | 'PUBLISHED'>(),
        seatCount: int(),
        publishedAt: instant().orNull,
      },
      sql`select m.id, m.name, e.id, e.name, v.id, v.number, v.status, v.seat_count, v.published_at
          from maps m
          join venues e on e.agency_id = m.agency_id and e.id = m.venue_id
          join map_versions v on v.agency_id = m.agency_id and v.map_id = m.id
          where m.agency_id = ${agencyId} and m.archived_at is null
          order by e.name, m.name, m.id, v.number desc`,
    );
    const maps = new Map<string, MapSummary & { versions: MapSummary['versions'][number][] }>();
    for (const { mapId, name, venueId, venueName, ...version } of rows) {
      const map = maps.get(mapId) ?? { mapId, name, venueId, venueName, seatCount: version.seatCount, versions: [] };
      map.versions.push(version);
      maps.set(mapId, map);
    }
    return ok([...maps.values()]);
  },
  'map.previewImport': async (read, { agencyId }, file) => {
    const [agency] = await read.rows('agencies', sql`where id = ${agencyId}`);
    assert(agency, 'the house is set up');
    const preview = previewPlan(file, agency.currency);
    if (!preview.ok) return preview;
    const { left: _left, ...shown } = preview.value;
    return ok(shown);
  },
  'map.get': async (read, { agencyId }, { mapVersionId }) => {
    const [version] = await read.rows('mapVersions', sql`where agency_id = ${agencyId} and id = ${mapVersionId}`);
    if (!version) return fail('NOT_FOUND', text('house.mapNotFound'));
    const [map] = await read.rows('maps', sql`where agency_id = ${agencyId} and id = ${version.mapId}`);
    const { mapId, number, status, document } = version;
    return ok({
      mapVersionId,
      mapId,
      name: map!.name,
      number,
      status,
      version: version.version,
      document,
      faults: checkDocument(document).map(faultView),
    });
  },
  'map.columns': async (read, { agencyId }, { mapVersionId }) => {
    // Named columns: reading a stadium's document takes longer than all the rest of opening an event.
    const [version] = await read.query(
      { columns: bytes().orNull },
      sql`select columns from map_versions where agency_id = ${agencyId} and id = ${mapVersionId}`,
    );
    if (!version) return fail('NOT_FOUND', text('house.mapNotFound'));
    const { columns } = version;
    if (columns === null) return fail('MAP_NOT_PUBLISHED', text('house.mapNotPublished'));
    return isVersionOne(columns) ? packedAnew(read, agencyId, mapVersionId, columns) : ok({ columns });
  },
};
