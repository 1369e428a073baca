/** An act of a person from a screen: asked once however often it is pressed, its refusal kept until the next. */
import { useCallback, useState } from 'react';
import type { AppError } from '../../src-shared/domain/result.ts';
import { createOneAct, type ActState, type OneAct, type OneActOptions } from './one-act.ts';
import { useProgram } from './use-program.ts';

export interface Act extends ActState, OneAct {
  clearError(): void;
  /** Says something was wrong before the core was even asked. */
  refuse(error: AppError): void;
}

/** @param options as they are at first; later ones are not looked at */
export function useAct(options?: OneActOptions): Act {
  const program = useProgram();
  const [state, setState] = useState<ActState>({ isBusy: false, error: null });
  const [{ run }] = useState(() => createOneAct(program, setState, options));
  const clearError = useCallback(() => setState((before) => ({ ...before, error: null })), []);
  const refuse = useCallback((error: AppError) => setState({ isBusy: false, error }), []);
  return { ...state, run, clearError, refuse };
}
