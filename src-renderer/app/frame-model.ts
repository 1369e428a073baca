/**
 * What the frame shows and what it asks for, as plain data and functions. Whoever joins the frame to the core makes
 * these; the frame fetches nothing itself.
 */
import type { AppError, Result } from '../../src-shared/domain/result.ts';
import { AREAS, type Area } from './area.ts';

/** Someone who may sign in here. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** In words: `Clerk`. */
  readonly role: string;
}

export interface SignedInUser extends Person {
  readonly permissions: readonly string[];
}

export interface EventChip {
  readonly id: string;
  readonly name: string;
  readonly startsAtMs: number;
  /** IANA, the event's own. */
  readonly timeZone: string;
  readonly freeSeats: number;
  /** Seats in this counter's parked basket for it. */
  readonly basketSeats: number;
}

export type HouseState =
  | { readonly kind: 'ALONE' }
  | { readonly kind: 'CONNECTED' }
  | { readonly kind: 'OFFLINE'; readonly seatsLeft: number; readonly salesToSend: number }
  /** The core behind the window died and is being started again. */
  | { readonly kind: 'CORE_LOST' };

export interface FrameModel {
  readonly houseName: string;
  /** Null while locked. */
  readonly user: SignedInUser | null;
  readonly people: readonly Person[];
  /** Who was here last: chosen when the screen locks. */
  readonly lastUserId: string | null;
  /** Today's and the next, at most six. */
  readonly events: readonly EventChip[];
  readonly chosenEventId: string | null;
  readonly exceptions: number;
  readonly printQueue: number;
  readonly house: HouseState;
  readonly nowMs: number;
  /** What Undo would take back, in words; null for nothing. Never money, tickets or scans. */
  readonly undoLabel: string | null;
  /** On a PC that only serves a door. */
  readonly hidesRail: boolean;
}

/** Something found by the palette. */
export interface PaletteFinds {
  readonly hits: readonly PaletteHit[];
  /** Why not everything could be looked for; null when it was. */
  readonly problem: string | null;
}

export interface PaletteHit {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** In words: `Booking`. */
  readonly kind: string;
  readonly open: () => void;
}

/**
 * A PIN that is not taken is an error whose `data` may carry `{ waitMs }`: how long until the next try.
 */
export type PinAnswer = Result<unknown, AppError>;

export interface FrameServices {
  readonly signIn: (personId: string, pin: string) => Promise<PinAnswer>;
  readonly lock: () => void;
  readonly chooseEvent: (eventId: string) => void;
  readonly findEvent: () => void;
  readonly openExceptions: () => void;
  readonly openPrintQueue: () => void;
  readonly undo: () => void;
  /** Bookings, events, customers and seats by any text. */
  readonly search: (words: string) => Promise<PaletteFinds>;
}

/** Any one of these rights opens an area. */
export type AreaRights = Readonly<Record<Area, readonly string[]>>;

/** The areas a person may use, in the order of the rail. */
export function permittedAreas(permissions: readonly string[], rights: AreaRights): readonly Area[] {
  return AREAS.filter((area) => rights[area].some((right) => permissions.includes(right)));
}

/** How long a refused PIN has to wait, in milliseconds. */
export function pinWaitMs(error: AppError): number {
  const { data } = error;
  const waitMs = typeof data === 'object' && data !== null && 'waitMs' in data ? data.waitMs : 0;
  return typeof waitMs === 'number' ? Math.max(0, waitMs) : 0;
}
