/**
 * Enter at the end of a sale.
 *
 * 1. One action per finish, kept through retries and a second Enter: a sale is finished once.
 * 2. It is never left by giving up: while the core cannot be reached it is asked again.
 */
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { isUnanswered } from '../../app/one-act.ts';
import { NOTHING_TYPED } from './quantity-keys.ts';
import type { SellCore } from './sell-core.ts';
import { NO_WISHES } from './sell-state.ts';

/** How long a core that cannot be reached is left alone before it is asked again, over and above the bridge's own tries. */
const AGAIN_MS = 1_000;

export function createSellFinish(
  core: SellCore,
  after: (delayMs: number, run: () => void) => void,
): (sale: SaleView) => Promise<void> {
  const { store } = core;
  const { bridge } = core.program;

  const wait = (): Promise<void> => new Promise((resolve) => after(AGAIN_MS, resolve));

  /** Asks until the core has answered for good. @returns its refusal, or null */
  const ask = async (saleId: string, action: string): Promise<AppError | null> => {
    for (;;) {
      const result = await bridge.call('sale.finish', { saleId }, { action });
      if (result.ok) return null;
      const { finishing } = store.getState();
      // Somebody else signed in meanwhile: what became of it is read when its clerk is back.
      if (!isUnanswered(result.error) || finishing?.action !== action) return result.error;
      store.setState({ finishing: { ...finishing, waitsFor: result.error } });
      await wait();
    }
  };

  const end = (sale: SaleView): void => {
    core.keep(sale);
    store.setState({ finishing: null, done: sale, last: sale, moment: null, typed: NOTHING_TYPED, wishes: NO_WISHES });
  };

  return async (sale) => {
    const { finishing } = store.getState();
    if (finishing) return store.setState({ finishing: { ...finishing, isRepeated: true } });
    const { saleId } = sale;
    const action = core.newId();
    store.setState({ finishing: { saleId, action, waitsFor: null, isRepeated: false }, moment: null });
    await core.inTurn(async () => {
      const refusal = await ask(saleId, action);
      if (store.getState().finishing?.action !== action) return;
      const answer = await bridge.call('sale.get', { saleId });
      if (answer.ok && answer.value.status === 'CONFIRMED') return end(answer.value);
      store.setState({ finishing: null });
      if (answer.ok) core.keep(answer.value);
      if (refusal) core.refuse(refusal);
    });
  };
}
