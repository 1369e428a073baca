/**
 * The seat map as its editor and importers see it: normalised records in map units (1 unit is about 1 cm on a
 * plan of a real house; importers keep the file's own units). It knows nothing of events, prices in force or sales.
 *
 * A seat's `id` is its identity for ever; section, row and label are data and may change.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type SeatKind = 'STANDARD' | 'VIP' | 'WHEELCHAIR' | 'COMPANION' | 'HOUSE';

/** Becomes a price level in an event. `letter` stands beside the colour, which never carries meaning alone. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly letter: string;
  readonly defaultPriceMinor: number | null;
}

export interface Section {
  readonly id: string;
  readonly name: string;
  readonly floor: string | null;
  readonly entrance: string | null;
  readonly outline: readonly Point[] | null;
}

export interface Row {
  readonly id: string;
  readonly sectionId: string;
  readonly label: string;
  /** Where the row's letter is drawn. */
  readonly labelPosition: 'START' | 'END' | 'BOTH' | 'NONE';
}

export interface Seat {
  readonly id: string;
  readonly rowId: string;
  /** The printed number, unique within its section and row. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly categoryId: string | null;
  readonly kind: SeatKind;
  readonly restrictedView: boolean;
  /** For a COMPANION place: the seat id of its wheelchair place. */
  readonly companionOf: string | null;
}

export type Shape = {
  readonly id: string;
  readonly color: string | null;
  readonly borderColor: string | null;
  /** Degrees clockwise about the shape's own middle; a text turns about its position, which is its middle. */
  readonly rotation: number;
} & (
  | { readonly kind: 'POLYGON'; readonly points: readonly Point[] }
  | {
      readonly kind: 'RECTANGLE';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'ELLIPSE';
      readonly x: number;
      readonly y: number;
      readonly radiusX: number;
      readonly radiusY: number;
    }
  | { readonly kind: 'TEXT'; readonly x: number; readonly y: number; readonly text: string; readonly size: number }
  | { readonly kind: 'STAGE'; readonly points: readonly Point[]; readonly text: string }
);

export interface SeatMapDocument {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly focalPoint: Point;
  readonly categories: readonly Category[];
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  /** In reading order: by section, row, then along the row. The index of a seat here is its ordinal. */
  readonly seats: readonly Seat[];
  readonly shapes: readonly Shape[];
}
