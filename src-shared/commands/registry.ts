/** How a subject offers its commands and queries; the tables below prove that none is missing. */
import type { CommandHandler, QueryHandler } from '../core/context.ts';
import type { CommandName, Input, Output, QueryName } from '../contract/calls.ts';

type Group<Names extends string, Prefix extends string> = Extract<Names, `${Prefix}.${string}`>;

/** Every command whose name begins with the prefix. */
export type Commands<Prefix extends string> = {
  readonly [N in Group<CommandName, Prefix>]: CommandHandler<Input<N>, Output<N>>;
};

export type Queries<Prefix extends string> = {
  readonly [N in Group<QueryName, Prefix>]: QueryHandler<Input<N>, Output<N>>;
};

export type Command<N extends CommandName> = CommandHandler<Input<N>, Output<N>>;
export type Query<N extends QueryName> = QueryHandler<Input<N>, Output<N>>;
