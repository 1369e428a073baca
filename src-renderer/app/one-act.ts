/**
 * One act of a person, however often its key is pressed.
 *
 * 1. While it is under way, and once it is over for good, another press does nothing.
 * 2. It has one action id. Where its answer did not come it may have been done all the same: pressing again asks for
 *    that answer with the same id, so that money moves once.
 */
import type { CallTable } from '../../src-shared/contract/calls.ts';
import { fail, type AppError, type Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import type { Program } from './program.ts';

export interface ActState {
  readonly isBusy: boolean;
  /** Why it was refused, until it is tried again. */
  readonly error: AppError | null;
}

export interface OneAct {
  /** `sentence` says what for, should a manager's PIN be needed. Errors: BUSY for a press that does nothing. */
  run<N extends keyof CallTable & string>(
    sentence: string,
    name: N,
    input: CallTable[N]['input'],
  ): Promise<Result<CallTable[N]['output']>>;
}

export interface OneActOptions {
  /** For a form that is put away once it is done: until it is gone from the screen, Enter in it does nothing more. */
  readonly isOnce?: boolean;
}

const UNANSWERED: ReadonlySet<string> = new Set([
  'CORE_LOST',
  'SECOND_JOURNAL_FULL',
  'SECOND_JOURNAL_UNWRITABLE',
  'BUSY',
  'STORE_BUSY',
]);

/**
 * Whether an error leaves open what became of the act: the core was lost, busy, or could not write its second journal.
 * The same action asked again gets the answer.
 */
export function isUnanswered({ code }: AppError): boolean {
  return UNANSWERED.has(code);
}

export function createOneAct(
  program: Pick<Program, 'act'>,
  tell: (state: ActState) => void,
  { isOnce = false }: OneActOptions = {},
): OneAct {
  let isClosed = false;
  let unanswered: { readonly asked: string; readonly action: string } | null = null;
  return {
    run: async (sentence, name, input) => {
      if (isClosed) return fail('BUSY', text('office.busy'));
      isClosed = true;
      tell({ isBusy: true, error: null });
      const asked = JSON.stringify([name, input]);
      const action = unanswered?.asked === asked ? unanswered.action : crypto.randomUUID();
      const result = await program.act(sentence, name, input, { action });
      unanswered = !result.ok && isUnanswered(result.error) ? { asked, action } : null;
      isClosed = isOnce && result.ok;
      tell({ isBusy: false, error: result.ok ? null : result.error });
      return result;
    },
  };
}
