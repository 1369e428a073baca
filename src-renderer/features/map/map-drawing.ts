/** A map that is not yet published as the seat layer draws it. */
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { STATE_OWNED, STATE_PRICED, type SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import type { Area, SeatMapDocument, Shape } from '../../../src-shared/domain/seat-map/document.ts';
import { areasOf } from '../../../src-shared/domain/seat-map/plan-size.ts';
import { createCategoryTheme, type SeatTheme } from '../../canvas/marks.ts';
import { createSeatStateStore, type SeatStateSource } from '../../canvas/seat-state-source.ts';

export interface MapDrawing {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
  readonly source: SeatStateSource;
}

/** The drawing of a document without errors. Categories come by the theme, so that giving them keeps the view. */
export function drawDocument(document: SeatMapDocument): MapDrawing {
  const columns = compileColumns(document);
  const source = createSeatStateStore({
    sequence: 0,
    status: new Uint8Array(columns.count),
    level: new Uint8Array(columns.count).fill(255),
    bits: new Uint8Array(columns.count).fill(STATE_OWNED | STATE_PRICED),
    hold: new Uint16Array(columns.count),
  });
  return { columns, shapes: document.shapes, areas: areasOf(document), source };
}

/** Each seat's place in the document's categories, by ordinal; as many as there are categories for none. */
export function categoryOfSeats(columns: SeatColumns, document: SeatMapDocument): Uint16Array {
  const indexById = new Map(document.categories.map((category, index) => [category.id, index]));
  const none = document.categories.length;
  const category = new Uint16Array(columns.count).fill(none);
  for (const seat of document.seats) {
    const ordinal = columns.ids.ordinalOf(seat.id);
    if (ordinal !== null) category[ordinal] = indexById.get(seat.categoryId ?? '') ?? none;
  }
  return category;
}

/** The document's categories as they stand now, on a drawing made of it or of an earlier state of it. */
export function themeOfDocument(columns: SeatColumns, document: SeatMapDocument): SeatTheme {
  const category = categoryOfSeats(columns, document);
  return { ...createCategoryTheme(document.categories), styleOf: (ordinal) => category[ordinal] ?? 0 };
}
