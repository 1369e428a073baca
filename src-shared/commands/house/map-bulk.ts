/** What is done to a whole map: told by name, so that the journal does not keep the map twice for each change. */
import { sql } from 'drizzle-orm';
import type { BulkHandler, BulkTransaction } from '../../core/bulk.ts';
import { compileColumns } from '../../domain/seat-map/compile.ts';
import type { SeatMapDocument } from '../../domain/seat-map/document.ts';
import { applyEdit, type MapEdit } from '../../domain/seat-map/edit.ts';
import { packMap, sceneryOf } from '../../domain/seat-map/pack.ts';
import { assert } from '../../domain/result.ts';
import { int, json, text } from '../../schema/kit.ts';

async function readVersion({ agencyId, query }: BulkTransaction, mapVersionId: unknown) {
  const [version] = await query(
    { mapId: text(), document: json<SeatMapDocument>(), seatCount: int() },
    sql`select map_id, document, seat_count from map_versions where agency_id = ${agencyId} and id = ${mapVersionId}`,
  );
  assert(version, 'the map version exists');
  return version;
}

/** Writes the columns and the seats of a version from its document; ordinals are the columns' order. */
const publishMap: BulkHandler = async (transaction, { mapVersionId }) => {
  const { agencyId } = transaction;
  const { document } = await readVersion(transaction, mapVersionId);
  const columns = compileColumns(document);
  await transaction.run(
    sql`update map_versions set columns = ${packMap({ columns, scenery: sceneryOf(document) })} where agency_id = ${agencyId} and id = ${mapVersionId}`,
  );
  const seatById = new Map(document.seats.map((seat) => [seat.id, seat]));
  const seats = Array.from(columns.ids, (seatId, ordinal) => {
    const row = columns.rows[columns.row[ordinal]!]!;
    const section = columns.sections[columns.section[ordinal]!]!;
    const seat = seatById.get(seatId)!;
    return {
      agencyId,
      mapVersionId,
      seatId,
      ordinal,
      sectionId: section.id,
      sectionName: section.name,
      rowLabel: row.label,
      label: seat.label,
      kind: seat.kind,
      categoryId: seat.categoryId,
      restrictedView: seat.restrictedView,
      companionOf: seat.companionOf,
      entrance: section.entrance,
      floor: section.floor,
    };
  });
  await transaction.insertRows('seats', seats);
};

const editMap: BulkHandler = async (transaction, { mapVersionId, edit, at }) => {
  const { document } = await readVersion(transaction, mapVersionId);
  const edited = JSON.stringify(applyEdit(document, edit as MapEdit));
  await transaction.run(
    sql`update map_versions set document = ${edited}, version = version + 1, updated_at = ${at}
        where agency_id = ${transaction.agencyId} and id = ${mapVersionId}`,
  );
};

/** A new draft with a published version's content. */
const copyMapVersion: BulkHandler = async (transaction, { mapVersionId, copyId, number, at }) => {
  const { mapId, document, seatCount } = await readVersion(transaction, mapVersionId);
  const stamps = { version: 1, createdAt: at, updatedAt: at };
  const draft = { status: 'DRAFT', columns: null, publishedAt: null };
  await transaction.insertRows('mapVersions', [
    { id: copyId, agencyId: transaction.agencyId, mapId, number, document, seatCount, ...stamps, ...draft },
  ]);
};

export const mapBulkHandlers: Readonly<Record<string, BulkHandler>> = { publishMap, editMap, copyMapVersion };
