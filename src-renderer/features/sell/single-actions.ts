/** What can be done about a seat that a pick leaves alone, with its keys. */
import type { ActionTable } from '../../app/actions/action.ts';

export interface SingleContext {
  readonly take: () => void;
}

/** Refused: Enter takes what is offered, since what was picked cannot be paid. */
export const refusedSingleActions: ActionTable<SingleContext, 'sell.single.take'> = {
  scope: 'sell.single.refused',
  actions: [
    {
      id: 'sell.single.take',
      label: 'sell.single.take',
      keys: ['Enter', 'F7'],
      enabled: () => true,
      run: ({ take }) => take(),
    },
  ],
};

/** Taken all the same: Enter goes on to paying. */
export const leftSingleActions: ActionTable<SingleContext, 'sell.single.swap'> = {
  scope: 'sell.single.left',
  actions: [
    {
      id: 'sell.single.swap',
      label: 'sell.single.swap',
      keys: ['F7'],
      enabled: () => true,
      run: ({ take }) => take(),
    },
  ],
};

export const passSingleActions: ActionTable<{ readonly pass: () => void }, 'sell.single.pass'> = {
  scope: 'sell.single.pass',
  actions: [
    {
      id: 'sell.single.pass',
      label: 'sell.single.pass',
      keys: ['F8'],
      enabled: () => true,
      run: ({ pass }) => pass(),
    },
  ],
};
