/** The table of all calls. */
import type { z } from 'zod';
import { cashCalls } from './cash.ts';
import type { CallDefinition } from './define.ts';
import { doorCalls } from './door.ts';
import { eventCalls } from './event.ts';
import { houseCalls } from './house.ts';
import { paperCalls } from './paper.ts';
import { purchasingCalls } from './purchasing.ts';
import { saleCalls } from './sale.ts';
import { sessionCalls } from './session.ts';

export const calls = {
  ...sessionCalls,
  ...houseCalls,
  ...eventCalls,
  ...saleCalls,
  ...cashCalls,
  ...purchasingCalls,
  ...doorCalls,
  ...paperCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.infer<Calls[N]['input']>;
export type Output<N extends CallName> = Calls[N] extends CallDefinition<infer _K, infer _I, infer O> ? O : never;

type NamesOf<Kind> = { [N in CallName]: Calls[N]['kind'] extends Kind ? N : never }[CallName];
export type CommandName = NamesOf<'command'>;
export type QueryName = NamesOf<'query'>;

/** What a window's bridge is typed by. */
export type CallTable = { [N in CallName]: { input: Input<N>; output: Output<N> } };
