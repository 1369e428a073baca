/** The program in React: its state, reading the core, acting on it, hearing scans. */
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CallTable } from '../../src-shared/contract/calls.ts';
import { assert, type AppError } from '../../src-shared/domain/result.ts';
import type { TableName } from '../../src-shared/contract/notices.ts';
import type { EventMap } from './event-maps.ts';
import type { Program, ProgramState } from './program.ts';

export const ProgramContext = createContext<Program | null>(null);

export function useProgram(): Program {
  const program = useContext(ProgramContext);
  assert(program, 'the program is used outside its window');
  return program;
}

export function useProgramState<T>(select: (state: ProgramState) => T): T {
  return useStore(useProgram().store, select);
}

export interface Reading<T> {
  /** The last answer to this question; kept while it is read again. */
  readonly value: T | null;
  readonly error: AppError | null;
  readonly isLoading: boolean;
  readAgain(): void;
}

/**
 * Reads a query, and again whenever a command touches one of `tables`. `input` null reads nothing.
 * An answer to an older question is dropped.
 */
export function useReading<N extends keyof CallTable & string>(
  name: N,
  input: CallTable[N]['input'] | null,
  tables: readonly TableName[],
): Reading<CallTable[N]['output']> {
  const { bridge, onChange } = useProgram();
  const [state, setState] = useState<{ key: string; value: CallTable[N]['output'] | null; error: AppError | null }>({
    key: '',
    value: null,
    error: null,
  });
  const asked = useRef(0);
  const key = JSON.stringify(input);
  const tablesKey = tables.join();

  const read = useCallback(async () => {
    const mine = ++asked.current;
    const answer = await bridge.call(name, JSON.parse(key) as CallTable[N]['input']);
    if (mine !== asked.current) return;
    setState((before) =>
      answer.ok
        ? { key, value: answer.value, error: null }
        : { key, value: before.key === key ? before.value : null, error: answer.error },
    );
  }, [bridge, name, key]);

  useEffect(() => {
    if (key === 'null') return;
    void read();
    return onChange(tablesKey.split(',') as TableName[], () => void read());
  }, [read, onChange, tablesKey, key]);

  const isCurrent = state.key === key;
  return {
    value: isCurrent ? state.value : null,
    error: isCurrent ? state.error : null,
    isLoading: key !== 'null' && !isCurrent,
    readAgain: () => void read(),
  };
}

/** An event's map with live states; null while it loads. */
export function useEventMap(eventId: string | null): { map: EventMap | null; error: AppError | null } {
  const { maps, onChange } = useProgram();
  const [state, setState] = useState<{ map: EventMap | null; error: AppError | null }>({ map: null, error: null });
  useEffect(() => {
    if (eventId === null) return;
    let isWanted = true;
    const load = async (): Promise<void> => {
      const opened = await maps.open(eventId);
      if (isWanted) setState(opened.ok ? { map: opened.value, error: null } : { map: null, error: opened.error });
    };
    void load();
    const stop = onChange(['events', 'priceLevels', 'ticketTypes', 'prices', 'holds'], () => void load());
    return () => {
      isWanted = false;
      stop();
    };
  }, [maps, onChange, eventId]);
  return state.map?.event.eventId === eventId ? state : { map: null, error: state.error };
}
