/** A house in a real folder, synchronous=FULL and all, with an event of `n` seats on sale; copied for each run. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeviceRecorder } from '../../src-main/store/recorder.ts';
import { openSecondJournal, type SecondJournal } from '../../src-main/store/second-journal.ts';
import { openSqliteStore, type SqliteStore } from '../../src-main/store/sqlite-store.ts';
import { bulkHandlers } from '../../src-shared/commands/bulk-handlers.ts';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import { createExecutor, type Executor } from '../../src-shared/core/execute.ts';
import { createSeatFinders, type SeatFinders } from '../../src-shared/core/seat-finders.ts';
import type { Row, Seat, SeatMapDocument } from '../../src-shared/domain/seat-map/document.ts';
import { createRandom, createSequence } from '../support/determinism.ts';
import { createEventOnSale } from '../support/selling.ts';
import { putMap } from '../support/small-house.ts';
import { TEST_DEVICE } from '../support/stores.ts';
import { testVerifier } from '../support/ticket-keys.ts';
import { createTestCore, EVENING } from '../support/test-core.ts';

export const OWNER = { userId: 'owner', allowedBy: null } as const;

const SEATS_A_ROW = 40;
const ROWS_A_SECTION = 25;

/** Sections of 25 rows of 40. */
function housePlan(n: number): SeatMapDocument {
  const rows: Row[] = [];
  const seats: Seat[] = [];
  for (let i = 0; i < n; i++) {
    const row = Math.floor(i / SEATS_A_ROW);
    const section = Math.floor(row / ROWS_A_SECTION);
    const rowId = `row-${row}`;
    if (i % SEATS_A_ROW === 0)
      rows.push({
        id: rowId,
        sectionId: `section-${section}`,
        label: String((row % ROWS_A_SECTION) + 1),
        labelPosition: 'BOTH',
      });
    seats.push({
      id: seatIdOf(i),
      rowId,
      label: String((i % SEATS_A_ROW) + 1),
      x: (section % 10) * 2400 + (i % SEATS_A_ROW) * 50,
      y: 300 + Math.floor(section / 10) * 2800 + (row % ROWS_A_SECTION) * 90,
      radius: 20,
      categoryId: section % 2 === 0 ? 'premium' : 'standard',
      kind: 'STANDARD',
      restrictedView: false,
      companionOf: null,
    });
  }
  const sections = [...new Set(rows.map(({ sectionId }) => sectionId))];
  return {
    name: 'Bench house',
    width: 25_000,
    height: 3000 + Math.ceil(sections.length / 10) * 2800,
    focalPoint: { x: 12_000, y: 0 },
    categories: [
      { id: 'premium', name: 'Premium', color: '#8e4585', letter: 'P', defaultPriceMinor: 5000 },
      { id: 'standard', name: 'Standard', color: '#1f6fb2', letter: 'S', defaultPriceMinor: 3000 },
    ],
    sections: sections.map((id) => ({ id, name: id, floor: null, entrance: null, outline: null })),
    rows,
    seats,
    shapes: [],
  };
}

export function seatIdOf(ordinal: number): string {
  return `seat-${ordinal}`;
}

export interface OpenHouse {
  readonly store: SqliteStore;
  readonly second: SecondJournal;
  readonly executor: Executor;
  readonly seatFinders: SeatFinders;
  close(): Promise<void>;
}

export interface HouseOnDisk {
  readonly eventId: string;
  readonly mapVersionId: string;
  readonly database: string;
  /** A fresh copy of the house's two files. @returns where they are */
  copy(name: string): { readonly database: string; readonly journal: string };
  remove(): void;
}

export async function createHouseOnDisk(n: number): Promise<HouseOnDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-bench-'));
  const original = { database: join(folder, 'house.sqlite'), journal: join(folder, 'house.journal') };
  const house = await openHouse(original, 1);
  const core = await createTestCore({
    kind: 'SQLite',
    ...house,
    clock: { now: EVENING },
    newId: createSequence(2),
    random: createRandom(2),
    committed: [],
    notices: [],
  });
  const mapVersionId = await putMap(core, housePlan(n));
  const { eventId } = await createEventOnSale(core, { mapVersionId });
  house.store.writer.pragma('wal_checkpoint(truncate)');
  await house.close();
  return {
    eventId,
    mapVersionId,
    database: original.database,
    copy: (name) => {
      const copied = { database: join(folder, `${name}.sqlite`), journal: join(folder, `${name}.journal`) };
      for (const suffix of ['-wal', '-shm']) rmSync(copied.database + suffix, { force: true });
      copyFileSync(original.database, copied.database);
      copyFileSync(original.journal, copied.journal);
      return copied;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The program's own store, record and executor on these files. @param seed of ids and draws: the same gives the same */
export async function openHouse(
  files: { readonly database: string; readonly journal: string },
  seed: number,
): Promise<OpenHouse> {
  const store = openSqliteStore({ file: files.database, agencyId: 'local', bulkHandlers, backupFolder: null });
  const second = openSecondJournal(files.journal);
  const newId = createSequence(seed);
  const recorder = await openDeviceRecorder({
    store,
    second,
    deviceId: TEST_DEVICE.id,
    incarnation: () => 1,
    newId,
  });
  const seatFinders = createSeatFinders({ agencyId: store.agencyId });
  const executor = createExecutor({
    store,
    recorder,
    handlers: commandHandlers,
    device: TEST_DEVICE,
    now: () => EVENING,
    newId,
    random: createRandom(seed),
    ticketVerifier: testVerifier,
    seatFinders,
    notify: () => undefined,
  });
  const close = async (): Promise<void> => {
    await store.close();
    second.close();
  };
  return { store, second, executor, seatFinders, close };
}
