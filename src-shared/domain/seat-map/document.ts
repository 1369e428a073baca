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
  /** What its seats stand round: then they are chairs at a table and not neighbours in a line. */
  readonly table?: Table;
}

/** A table, or a booth's bench and wall; its label is its row's. */
export interface Table {
  readonly kind: 'ROUND' | 'RECTANGLE' | 'BOOTH';
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise about its middle. */
  readonly rotation: number;
  /** Sold to one party whole, never chair by chair. */
  readonly isSoldWhole: boolean;
}

/** General admission: so many people, no seats. Belongs to no section; its name is said in a section's place. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly floor: string | null;
  readonly capacity: number;
  readonly categoryId: string | null;
  readonly outline:
    | { readonly kind: 'POLYGON'; readonly points: readonly Point[] }
    | {
        readonly kind: 'ELLIPSE';
        readonly x: number;
        readonly y: number;
        readonly radiusX: number;
        readonly radiusY: number;
      };
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
  | {
      readonly kind: 'IMAGE';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** A `data:` address of a PNG, JPEG or WebP picture: a map is whole without the network. */
      readonly source: string;
      /** 0 to 1. */
      readonly opacity: number;
    }
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
  /** None when left out. */
  readonly areas?: readonly Area[];
}
