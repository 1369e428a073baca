/**
 * Which column of a seat list is which, by the names people give them.
 */

export const MANIFEST_COLUMNS = [
  'section',
  'row',
  'seat',
  'x',
  'y',
  'category',
  'price',
  'kind',
  'floor',
  'entrance',
  'id',
] as const;

export type ManifestColumn = (typeof MANIFEST_COLUMNS)[number];

/** A person's own answer to "which column is which": our column → the heading in the file. */
export type CsvMapping = Partial<Record<ManifestColumn, string>>;

export const REQUIRED_COLUMNS = ['section', 'row', 'seat'] as const satisfies readonly ManifestColumn[];

/** Headings as letters and digits in lower case; the first that the file has is taken. */
const ALIASES: Record<ManifestColumn, readonly string[]> = {
  section: ['section', 'sectionname', 'sec', 'block', 'zone', 'area', 'bereich', 'bloc', 'sektor', 'sector'],
  row: ['row', 'rowlabel', 'rowname', 'rownumber', 'reihe', 'rang', 'fila', 'rij'],
  seat: ['seat', 'seatnumber', 'seatno', 'seatlabel', 'number', 'no', 'place', 'platz', 'sitz', 'colnumber'],
  x: ['x', 'xpos', 'posx', 'positionx', 'left'],
  y: ['y', 'ypos', 'posy', 'positiony', 'top'],
  category: ['category', 'cat', 'pricelevel', 'priceband', 'pricecategory', 'kategorie', 'categorie'],
  price: ['price', 'amount', 'preis', 'prix', 'precio'],
  kind: ['kind', 'seatkind', 'seattype', 'type'],
  floor: ['floor', 'storey', 'story', 'etage', 'stockwerk'],
  entrance: ['entrance', 'door', 'gate', 'eingang', 'tur'],
  id: ['id', 'seatid', 'guid', 'seatguid', 'uuid'],
};

export interface FoundColumns {
  /** Index of each column in the file's lines. */
  readonly indexOf: Partial<Record<ManifestColumn, number>>;
  readonly missing: readonly ManifestColumn[];
  /** Columns for which the file has the same heading more than once. */
  readonly repeated: readonly ManifestColumn[];
}

/** Finds each column by the person's mapping, else by its aliases. */
export function findColumns(headings: readonly string[], mapping: CsvMapping = {}): FoundColumns {
  const plain = headings.map(plainHeading);
  const indexOf: Partial<Record<ManifestColumn, number>> = {};
  const repeated: ManifestColumn[] = [];
  for (const column of MANIFEST_COLUMNS) {
    const mapped = mapping[column];
    const names = mapped === undefined ? ALIASES[column] : [plainHeading(mapped)];
    const name = names.find((candidate) => plain.includes(candidate));
    if (name === undefined) continue;
    indexOf[column] = plain.indexOf(name);
    if (plain.indexOf(name) !== plain.lastIndexOf(name)) repeated.push(column);
  }
  const missing: ManifestColumn[] = REQUIRED_COLUMNS.filter((column) => indexOf[column] === undefined);
  if ((indexOf.x === undefined) !== (indexOf.y === undefined)) missing.push(indexOf.x === undefined ? 'x' : 'y');
  for (const column of MANIFEST_COLUMNS) {
    if (mapping[column] !== undefined && indexOf[column] === undefined && !missing.includes(column))
      missing.push(column);
  }
  return { indexOf, missing, repeated };
}

/** Letters and digits in lower case. */
export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
