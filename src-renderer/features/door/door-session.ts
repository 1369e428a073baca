/**
 * One door's work: what it serves, what it last said. The core decides; this asks, one question at a time, and keeps
 * what to show. It outlives the screen, so that a look at Bookings forgets nothing.
 *
 * 1. While a question is out nothing is shown: the verdict before it never stands for the guest after it.
 * 2. A question that got no answer shows that, never an old verdict.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScanAnswer } from '../../../src-shared/contract/door.ts';
import type { AppError, Result } from '../../../src-shared/domain/result.ts';
import { faceOf, type FaceName } from './verdict-face.ts';

export const MOST_RECENT = 5;

export type Shown =
  | { readonly kind: 'ANSWER'; readonly answer: ScanAnswer; readonly isCorrection: boolean }
  | { readonly kind: 'REFUSED'; readonly error: AppError };

export interface RecentScan {
  readonly key: number;
  readonly answer: ScanAnswer;
  readonly isCorrection: boolean;
}

export interface DoorState {
  /** Null until somebody said what this door lets in to. */
  readonly eventIds: readonly string[] | null;
  readonly isBusy: boolean;
  readonly shown: Shown | null;
  /** Newest first. */
  readonly recent: readonly RecentScan[];
  readonly isMuted: boolean;
}

export interface DoorPlace {
  readonly eventIds: string[];
  readonly gate: string;
}

export interface DoorCalls {
  scan(input: DoorPlace & { text: string }): Promise<Result<ScanAnswer>>;
  admitByHand(input: DoorPlace & { ticketId: string; reason: string }, seat: string): Promise<Result<ScanAnswer>>;
  correct(input: { scanId: string; gate: string; reason: string }, seat: string): Promise<Result<ScanAnswer>>;
}

export interface DoorSessionDeps {
  readonly calls: DoorCalls;
  /** Softly when it only says again what was said. */
  readonly play: (face: FaceName, isSoft: boolean) => void;
}

export interface DoorSession {
  readonly store: StoreApi<DoorState>;
  serve(eventIds: readonly string[]): void;
  stopServing(): void;
  toggleSound(): void;
  scan(text: string, gate: string): Promise<void>;
  admitByHand(found: { readonly ticketId: string; readonly seat: string }, reason: string, gate: string): Promise<void>;
  /** Takes back the admission that is shown. */
  correct(reason: string, gate: string): Promise<void>;
  /** Shows what could not even be asked. */
  refuse(error: AppError): void;
}

/** The admission that Backspace would take back; null when nothing shown is one. */
export function correctable(
  shown: Shown | null,
): { readonly scanId: string; readonly ticket: NonNullable<ScanAnswer['ticket']> } | null {
  if (shown?.kind !== 'ANSWER' || shown.isCorrection || shown.answer.verdict !== 'ADMIT') return null;
  const { scanId, ticket } = shown.answer;
  return scanId !== null && ticket ? { scanId, ticket } : null;
}

export function createDoorSession({ calls, play }: DoorSessionDeps): DoorSession {
  const store = createStore<DoorState>(() => ({
    eventIds: null,
    isBusy: false,
    shown: null,
    recent: [],
    isMuted: false,
  }));
  let lastKey = 0;
  let asked: Promise<void> = Promise.resolve();

  function sound(face: FaceName, isSoft: boolean): void {
    if (!store.getState().isMuted) play(face, isSoft);
  }

  function refuse(error: AppError): void {
    store.setState({ isBusy: false, shown: { kind: 'REFUSED', error } });
    sound('NOT_TAKEN', false);
  }

  function show(answer: ScanAnswer, isCorrection: boolean): void {
    lastKey += 1;
    const entry = { key: lastKey, answer, isCorrection };
    store.setState(({ recent }) => ({
      isBusy: false,
      shown: { kind: 'ANSWER', answer, isCorrection },
      recent: answer.isRepeat ? recent : [entry, ...recent].slice(0, MOST_RECENT),
    }));
    sound(faceOf(answer, isCorrection), answer.isRepeat);
  }

  async function askNow(question: () => Promise<Result<ScanAnswer>>, isCorrection: boolean): Promise<void> {
    store.setState({ isBusy: true, shown: null });
    const answer = await question();
    if (answer.ok) show(answer.value, isCorrection);
    else refuse(answer.error);
  }

  /** A scan while an act by hand waits for a manager's PIN comes after it. */
  function ask(question: () => Promise<Result<ScanAnswer>>, isCorrection: boolean): Promise<void> {
    asked = asked.then(() => askNow(question, isCorrection));
    return asked;
  }

  const placeAt = (gate: string): DoorPlace => ({ eventIds: [...(store.getState().eventIds ?? [])], gate });

  return {
    store,
    serve: (eventIds) => store.setState({ eventIds, shown: null }),
    stopServing: () => store.setState({ eventIds: null, shown: null }),
    toggleSound: () => store.setState(({ isMuted }) => ({ isMuted: !isMuted })),
    scan: (text, gate) => ask(() => calls.scan({ ...placeAt(gate), text }), false),
    admitByHand: ({ ticketId, seat }, reason, gate) =>
      ask(() => calls.admitByHand({ ...placeAt(gate), ticketId, reason }, seat), false),
    correct: async (reason, gate) => {
      const last = correctable(store.getState().shown);
      if (!last) return;
      const { section, row, label } = last.ticket;
      await ask(() => calls.correct({ scanId: last.scanId, gate, reason }, `${section} ${row} ${label}`), true);
    },
    refuse,
  };
}
