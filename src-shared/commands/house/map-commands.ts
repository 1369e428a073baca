/** Seat maps: drafts that change and published versions that never do. */
import { sql } from 'drizzle-orm';
import { checkDocument, hasErrors } from '../../domain/seat-map/check/check-document.ts';
import { decideEdit, type MapEdit } from '../../domain/seat-map/edit.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { int, text as textColumn } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import type { Command, Commands } from '../registry.ts';
import { importMap, storeMap } from './import-map.ts';
import { faultsError } from './plan-preview.ts';

/** The draft that was seen, locked. Errors: NOT_FOUND, MAP_PUBLISHED, DRAFT_CHANGED { version }. */
async function loadDraft(
  read: CommandReader,
  { mapVersionId, version }: { readonly mapVersionId: string; readonly version: number },
): Promise<Result<Row<'mapVersions'>>> {
  const [draft] = await read.load('mapVersions', { id: mapVersionId });
  if (!draft) return fail('NOT_FOUND', text('house.mapNotFound'));
  if (draft.status === 'PUBLISHED') return fail('MAP_PUBLISHED', text('house.mapPublished'));
  if (draft.version !== version) return fail('DRAFT_CHANGED', text('house.draftChanged'), { version: draft.version });
  return ok(draft);
}

async function editDraft(
  read: CommandReader,
  { facts, now }: CommandContext,
  seen: { readonly mapVersionId: string; readonly version: number },
  edit: MapEdit,
): Promise<Result<{ version: number }>> {
  const draft = await loadDraft(read, seen);
  if (!draft.ok) return draft;
  const decided = decideEdit(draft.value.document, edit);
  if (!decided.ok) return decided;
  facts.bulk('editMap', { mapVersionId: draft.value.id, edit, at: now }, ['mapVersions']);
  return ok({ version: draft.value.version + 1 });
}

const publish: Command<'map.publish'> = async (read, { facts, now }, seen) => {
  const draft = await loadDraft(read, seen);
  if (!draft.ok) return draft;
  const faults = checkDocument(draft.value.document);
  if (hasErrors(faults)) return faultsError('MAP_HAS_FAULTS', 'house.mapHasFaults', faults);
  facts.change('mapVersions', draft.value, { status: 'PUBLISHED', publishedAt: now });
  facts.bulk('publishMap', { mapVersionId: draft.value.id }, ['mapVersions', 'seats']);
  return ok({ seatCount: draft.value.seatCount });
};

const startDraft: Command<'map.startDraft'> = async (read, { facts, now, agencyId, newId }, { mapVersionId }) => {
  const shape = { id: textColumn(), mapId: textColumn(), status: textColumn<'DRAFT' | 'PUBLISHED'>(), number: int() };
  const peekVersions = (where: ReturnType<typeof sql>) =>
    read.peek(
      shape,
      sql`select id, map_id, status, number from map_versions where agency_id = ${agencyId} and ${where}`,
    );
  const [source] = await peekVersions(sql`id = ${mapVersionId}`);
  if (!source) return fail('NOT_FOUND', text('house.mapNotFound'));
  if (source.status === 'DRAFT') return fail('WRONG_STATE', text('house.notYetPublished'), { from: 'DRAFT' });
  // Whoever makes a version locks the map, so its versions stand still from here on.
  await read.load('maps', { id: source.mapId });
  const versions = await peekVersions(sql`map_id = ${source.mapId}`);
  const draft = versions.find((version) => version.status === 'DRAFT');
  if (draft) return fail('DRAFT_EXISTS', text('house.draftExists'), { mapVersionId: draft.id });
  const copyId = newId();
  const number = 1 + Math.max(...versions.map((version) => version.number));
  facts.bulk('copyMapVersion', { mapVersionId, copyId, number, at: now }, ['mapVersions']);
  return ok({ mapVersionId: copyId });
};

export const mapCommands: Commands<'map'> = {
  'map.import': importMap,
  'map.store': storeMap,
  'map.assignCategory': (read, context, { seatIds, categoryId, ...seen }) =>
    editDraft(read, context, seen, { kind: 'ASSIGN_CATEGORY', seatIds, categoryId }),
  'map.setCategories': (read, context, { categories, ...seen }) =>
    editDraft(read, context, seen, { kind: 'SET_CATEGORIES', categories }),
  'map.publish': publish,
  'map.startDraft': startDraft,
};
