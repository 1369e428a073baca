/**
 * What may become of a piece of paper. `problem` says why a person must look at it, and is null once it is done with.
 *
 * Invariant P1: one item is sent at most once. Paper that did not come out is asked for anew, by a person.
 * Invariant P2: what may have come out (SENT, UNKNOWN) is never sent again before a person has said that it did not.
 */
import { text } from '../../text/text.ts';
import { printMachine, type PrintState } from '../inventory/states.ts';
import { fail, ok, type Result } from '../result.ts';

export interface PrintItemState {
  readonly state: PrintState;
  readonly attempts: number;
  readonly problem: string | null;
}

/** Whether the item stands in the list of what is not printed. */
export function isOutstanding({ state, problem }: PrintItemState): boolean {
  return state === 'FAILED' ? problem !== null : state !== 'PRINTED';
}

/** What the print queue saw. Errors: WRONG_STATE. */
export function decideMark(
  item: PrintItemState,
  state: Exclude<PrintState, 'QUEUED'>,
  problem: string | null,
): Result<PrintItemState> {
  const moved = printMachine.move(item.state, state);
  if (!moved.ok) return moved;
  return ok({ state: moved.value, attempts: item.attempts + (state === 'SENT' ? 1 : 0), problem });
}

/**
 * What a person saw. FAILED of an item that has failed already, or is not sent yet, means: leave it.
 * Errors: WRONG_STATE.
 */
export function decideSettlement(item: PrintItemState, outcome: 'PRINTED' | 'FAILED'): Result<PrintItemState> {
  if (item.state === 'FAILED' && outcome === 'FAILED') return ok({ ...item, problem: null });
  const moved = printMachine.move(item.state, outcome);
  if (!moved.ok) return moved;
  const stillWanted = outcome === 'FAILED' && item.state !== 'QUEUED';
  return ok({ ...item, state: moved.value, problem: stillWanted ? (item.problem ?? text('print.notOut')) : null });
}

/**
 * Ends an item so that another can be printed in its place; an unsure one is thereby said not to have come out.
 * Errors: PRINTING_STILL, PRINTED_ALREADY, PRINTED_AGAIN_ALREADY.
 */
export function decideReplacement(item: PrintItemState): Result<PrintItemState> {
  if (item.state === 'UNKNOWN' || (item.state === 'FAILED' && item.problem !== null))
    return ok({ ...item, state: 'FAILED', problem: null });
  if (item.state === 'PRINTED') return fail('PRINTED_ALREADY', text('print.already'));
  return item.state === 'FAILED'
    ? fail('PRINTED_AGAIN_ALREADY', text('print.againAlready'))
    : fail('PRINTING_STILL', text('print.still'));
}
