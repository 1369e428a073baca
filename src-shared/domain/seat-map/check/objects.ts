/**
 * Faults of what stands on a map and is no seat: areas, tables, pictures.
 */
import { text } from '../../../text/text.ts';
import type { Area, SeatMapDocument } from '../document.ts';
import { createFinding } from '../fault.ts';
import type { Finding } from '../fault.ts';
import { areasOf } from '../plan-size.ts';
import { boundsOf } from '../row-geometry.ts';

/** More than any house holds, and it fits a 32-bit column. */
export const CAPACITY_MAX = 1_000_000;

/** A picture is kept in the map itself: an address elsewhere would tell a stranger which map is open, and fail offline. */
const PICTURE_SOURCE = /^data:image\/(?:png|jpeg|webp);base64,[\da-z+/]+={0,2}$/i;

/** Whether a picture's address is one that a map may carry and a window will draw. */
export function isPictureSource(source: string): boolean {
  return PICTURE_SOURCE.test(source);
}

/** BAD_AREA: a capacity that cannot be counted to, or an outline that nobody could stand in. */
export function findBadAreas(document: SeatMapDocument): Finding[] {
  const finding = createFinding('BAD_AREA', 'ERROR');
  for (const area of areasOf(document)) {
    const { capacity, name } = area;
    if (!Number.isInteger(capacity) || capacity < 0 || capacity > CAPACITY_MAX)
      finding.add(name, '', '', text('planFault.areaCapacity', { limit: CAPACITY_MAX }));
    if (!enclosesSomething(area.outline)) finding.add(name, '', '', text('planFault.areaExtent'));
  }
  return finding.done();
}

/** BAD_TABLE: tables without a size or a place. */
export function findBadTables(document: SeatMapDocument): Finding[] {
  const finding = createFinding('BAD_TABLE', 'ERROR');
  const sectionNameById = new Map(document.sections.map((section) => [section.id, section.name]));
  for (const { label, sectionId, table } of document.rows) {
    if (table === undefined) continue;
    const isPlaced = Number.isFinite(table.x + table.y + table.rotation);
    if (isPlaced && isExtent(table.width, table.height)) continue;
    finding.add(sectionNameById.get(sectionId) ?? '', label, '', text('planFault.tableExtent'));
  }
  return finding.done();
}

/** BAD_PICTURE: pictures from elsewhere, of a kind that is not drawn, or without a size. */
export function findBadPictures(document: SeatMapDocument): Finding[] {
  const finding = createFinding('BAD_PICTURE', 'ERROR');
  let number = 0;
  for (const shape of document.shapes) {
    if (shape.kind !== 'IMAGE') continue;
    number += 1;
    const note = (detail: string) => finding.add(text('planFault.picture', { number }), '', '', detail);
    if (!isPictureSource(shape.source)) note(text('planFault.pictureSource'));
    if (!isExtent(shape.width, shape.height)) note(text('planFault.pictureExtent'));
  }
  return finding.done();
}

function enclosesSomething(outline: Area['outline']): boolean {
  if (outline.kind === 'ELLIPSE')
    return isExtent(outline.radiusX, outline.radiusY) && Number.isFinite(outline.x + outline.y);
  const box = boundsOf(outline.points);
  return outline.points.length >= 3 && box !== null && isExtent(box.right - box.left, box.bottom - box.top);
}

function isExtent(width: number, height: number): boolean {
  return width > 0 && height > 0 && Number.isFinite(width * height);
}
