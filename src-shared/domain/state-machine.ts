/**
 * A table of allowed transitions. The arrows are the only way from state to state; trying another is an error that
 * names both (design: product, "State machines").
 */
import { fail, ok, type Result } from './result.ts';
import { text } from '../text/text.ts';

export interface StateMachine<S extends string> {
  readonly subject: string;
  readonly states: readonly S[];
  allows(from: S, to: S): boolean;
  /** @returns the new state, or WRONG_STATE with both. */
  move(from: S, to: S): Result<S>;
}

export function createStateMachine<S extends string>(
  subject: string,
  arrows: Readonly<Record<S, readonly S[]>>,
): StateMachine<S> {
  const allows = (from: S, to: S): boolean => arrows[from].includes(to);
  return {
    subject,
    states: Object.keys(arrows) as S[],
    allows,
    move: (from, to) =>
      allows(from, to)
        ? ok(to)
        : fail('WRONG_STATE', text('core.wrongState', { subject, from, to }), { subject, from, to }),
  };
}
