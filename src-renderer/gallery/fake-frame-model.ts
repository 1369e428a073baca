/** A house on a Friday evening, for looking at the frame. */
import { fail, ok } from '../../src-shared/domain/result.ts';
import type {
  EventChip,
  FrameModel,
  PaletteFinds,
  PaletteHit,
  Person,
  PinAnswer,
  SignedInUser,
} from '../app/frame-model.ts';

export const NOW_MS = Date.UTC(2026, 10, 20, 17, 48);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function chip(id: string, name: string, startsAtMs: number, freeSeats: number, basketSeats = 0): EventChip {
  return { id, name, startsAtMs, timeZone: 'Europe/Vienna', freeSeats, basketSeats };
}

const CURTAIN_MS = NOW_MS + 42 * MINUTE_MS;

export const EVENTS: readonly EventChip[] = [
  chip('e1', 'The Marriage of Figaro', CURTAIN_MS, 131, 4),
  chip('e2', 'Late Night Jazz', NOW_MS + 222 * MINUTE_MS, 48),
  chip('e3', 'Kids’ Matinee: Peter and the Wolf', CURTAIN_MS + DAY_MS - 270 * MINUTE_MS, 212),
  chip('e4', 'The Marriage of Figaro', CURTAIN_MS + DAY_MS, 77, 2),
  chip('e5', 'Chamber Music IV', CURTAIN_MS + 2 * DAY_MS, 0),
  chip('e6', 'Così fan tutte', CURTAIN_MS + 12 * DAY_MS, 645),
];

export const PEOPLE: readonly Person[] = [
  { id: 'p1', name: 'Ana Bećirović', role: 'Clerk' },
  { id: 'p2', name: 'Ben Okafor', role: 'Clerk' },
  { id: 'p3', name: 'Charlotte von Hohenstein-Wallerstein', role: 'Clerk' },
  { id: 'p4', name: 'Dilek Şahin', role: 'Manager' },
  { id: 'p5', name: 'Émile Zola', role: 'Venue admin' },
  { id: 'p6', name: 'Fadi Haddad', role: 'Door' },
  { id: 'p7', name: 'Gwen Pryce', role: 'Buyer' },
];

const EVERY_RIGHT = [
  'sale.sell',
  'door.scan',
  'cash.session',
  'event.manage',
  'map.manage',
  'purchasing.manage',
  'report.read',
  'settings.manage',
];

/** The PIN everyone here has. */
export const PIN = '2468';

export function signedIn(id: string): SignedInUser | null {
  const person = PEOPLE.find((each) => each.id === id);
  return person ? { ...person, permissions: EVERY_RIGHT } : null;
}

export async function answerPin(pin: string, wrongBefore: number): Promise<PinAnswer> {
  if (pin === PIN) return ok(null);
  const waitMs = wrongBefore >= 2 ? 30_000 : 0;
  return fail('WRONG_PIN', 'That is not the PIN.', { waitMs });
}

export async function searchHouse(words: string): Promise<PaletteFinds> {
  const all: readonly Omit<PaletteHit, 'open'>[] = [
    { id: 'b1', kind: 'Booking', name: 'ORD-20261120-7K3QMD', detail: 'Miller, 4 seats, Figaro tonight, paid' },
    { id: 'c1', kind: 'Customer', name: 'Miller, Josephine', detail: 'j.miller@example.org, 12 bookings' },
    { id: 's1', kind: 'Seat', name: 'Stalls M 12', detail: 'Figaro tonight, free, 45.00' },
  ];
  const hits = all
    .filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(words.toLowerCase()))
    .map((hit) => ({ ...hit, open: () => undefined }));
  return { hits, problem: null };
}

export const MODEL: FrameModel = {
  houseName: 'Stadttheater Sankt Pölten',
  user: null,
  people: PEOPLE,
  lastUserId: 'p1',
  events: EVENTS,
  chosenEventId: 'e1',
  exceptions: 2,
  printQueue: 3,
  house: { kind: 'OFFLINE', seatsLeft: 37, salesToSend: 3 },
  nowMs: NOW_MS,
  undoLabel: null,
  hidesRail: false,
};
