/** An act of a person from a screen: asked once however often it is pressed, its refusal kept until the next. */
import { useCallback, useRef, useState } from 'react';
import type { CallTable } from '../../src-shared/contract/calls.ts';
import { fail, type AppError, type Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import { useProgram } from './use-program.ts';

export interface Act {
  readonly isBusy: boolean;
  readonly error: AppError | null;
  clearError(): void;
  /** Says something was wrong before the core was even asked. */
  refuse(error: AppError): void;
  /** `sentence` says what for, should a manager's PIN be needed. While one act runs another is answered with BUSY. */
  run<N extends keyof CallTable & string>(
    sentence: string,
    name: N,
    input: CallTable[N]['input'],
  ): Promise<Result<CallTable[N]['output']>>;
}

export function useAct(): Act {
  const program = useProgram();
  const [state, setState] = useState<{ isBusy: boolean; error: AppError | null }>({ isBusy: false, error: null });
  const isRunning = useRef(false);
  const run = useCallback(
    async <N extends keyof CallTable & string>(
      sentence: string,
      name: N,
      input: CallTable[N]['input'],
    ): Promise<Result<CallTable[N]['output']>> => {
      if (isRunning.current) return fail('BUSY', text('office.busy'));
      isRunning.current = true;
      setState({ isBusy: true, error: null });
      const result = await program.act(sentence, name, input);
      isRunning.current = false;
      setState({ isBusy: false, error: result.ok ? null : result.error });
      return result;
    },
    [program],
  );
  const clearError = useCallback(() => setState((before) => ({ ...before, error: null })), []);
  const refuse = useCallback((error: AppError) => setState({ isBusy: false, error }), []);
  return { ...state, run, clearError, refuse };
}
