/**
 * Whose baskets these are. Locking keeps everything for when the same clerk comes back; another clerk begins with what
 * the core kept for them; a start brings back baskets, what was tendered and the last sale.
 */
import { liveTickets } from './basket-lines.ts';
import type { SellCore } from './sell-core.ts';
import { FIRST_STATE } from './sell-state.ts';

export function followPerson(core: SellCore): void {
  const { program, store } = core;

  const restore = async (userId: string): Promise<void> => {
    const [open, last] = await Promise.all([
      program.bridge.call('sale.open', {}),
      program.bridge.call('sale.last', {}),
    ]);
    if (store.getState().userId !== userId || !open.ok) return;
    const stillOpen = new Set(open.value.map(({ saleId }) => saleId));
    // What ran out while nobody was here is told as if it ran out now.
    for (const saleId of Object.keys(store.getState().sales)) if (!stillOpen.has(saleId)) await core.refresh(saleId);
    for (const sale of open.value) core.keep(sale);
    if (last.ok) store.setState({ last: last.value });
    const paying = open.value.find(({ status }) => status === 'PAYING');
    const eventId = paying && liveTickets(paying)[0]?.eventId;
    if (eventId !== undefined) program.chooseEvent(eventId);
  };

  const become = (userId: string | null): void => {
    if (userId === null) return;
    if (store.getState().userId !== userId) {
      store.setState({ ...FIRST_STATE, userId }, true);
      program.store.setState({ basketSeats: {} });
    }
    void core.inTurn(() => restore(userId));
  };

  const readAgain = (): void => {
    if (!program.store.getState().signedIn) return;
    for (const saleId of Object.keys(store.getState().sales)) void core.inTurn(() => core.refresh(saleId));
  };

  let userId = program.store.getState().signedIn?.user.id ?? null;
  become(userId);
  program.store.subscribe(({ signedIn }) => {
    const next = signedIn?.user.id ?? null;
    if (next === userId) return;
    userId = next;
    become(next);
  });
  program.onChange(['sales'], readAgain);
}
