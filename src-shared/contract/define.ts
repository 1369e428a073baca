/**
 * One entry per call between a window and the core: its schema, who may call it and where it runs. Both sides import
 * it; the router checks by it and nothing else.
 */
import type { z } from 'zod';
import type { Permission } from '../domain/access/permissions.ts';

/** `public` needs nobody signed in; `signed-in` anybody; `system` is run by the core itself and by no window. */
export type Access = Permission | 'public' | 'signed-in' | 'system';

/** What a command touches decides where it runs (design: sync, "Where a command runs"). */
export type Runs = 'sale' | 'device' | 'parent';

export interface CallDefinition<Kind extends 'command' | 'query' | 'service', I extends z.ZodType, O> {
  readonly kind: Kind;
  readonly input: I;
  readonly access: Access;
  readonly runs: Runs;
  /** Input fields whose text is a file or a secret: not looked through for card numbers. */
  readonly rawFields: readonly string[];
  /** Carries the type only. */
  readonly output?: O;
}

interface Options<I extends z.ZodType> {
  readonly input: I;
  readonly access: Access;
  readonly rawFields?: readonly string[];
}

/** Changes data: decided in one transaction, once per action. */
export function command<I extends z.ZodType>(runs: Runs, options: Options<I>) {
  return {
    returns: <O>(): CallDefinition<'command', I, O> => ({
      kind: 'command',
      runs,
      input: options.input,
      access: options.access,
      rawFields: options.rawFields ?? [],
    }),
  };
}

/** Reads committed data. */
export function query<I extends z.ZodType>(options: Options<I>) {
  return {
    returns: <O>(): CallDefinition<'query', I, O> => ({
      kind: 'query',
      runs: 'device',
      input: options.input,
      access: options.access,
      rawFields: options.rawFields ?? [],
    }),
  };
}

/** Does what needs more than the store (check a PIN, make a PDF, ask a printer); changes data only by commands. */
export function service<I extends z.ZodType>(options: Options<I>) {
  return {
    returns: <O>(): CallDefinition<'service', I, O> => ({
      kind: 'service',
      runs: 'device',
      input: options.input,
      access: options.access,
      rawFields: options.rawFields ?? [],
    }),
  };
}
