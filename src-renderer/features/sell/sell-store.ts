/**
 * The counter's memory: open sales, what is typed and wished, the moment that needs an answer. It lives as long as the
 * program, not the screen: locking parks the basket, and a start brings back what the core kept.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { text } from '../../../src-shared/text/text.ts';
import type { Program } from '../../app/program.ts';
import { liveTickets } from './basket-lines.ts';
import { quantityOf, type TypedQuantity } from './quantity-keys.ts';
import { createSellBest, type SellBest } from './sell-best.ts';
import { createSellBasket, type SellBasket } from './sell-basket.ts';
import { createSellCore, isOpenBasket } from './sell-core.ts';
import { followPerson } from './sell-person.ts';
import { createSellPayment, type SellPayment } from './sell-payment.ts';
import { createSellPicks, type SellPicks } from './sell-picks.ts';
import { FIRST_STATE, joinableSale, saleForEvent, type Moment, type SellState, type Wishes } from './sell-state.ts';

export interface SellStore {
  readonly store: StoreApi<SellState>;
  readonly picks: SellPicks;
  readonly best: SellBest;
  readonly basket: SellBasket;
  readonly payment: SellPayment;
  type(change: (typed: TypedQuantity) => TypedQuantity): void;
  wish(change: Partial<Wishes>): void;
  /** One wheelchair place more; none after as many as are typed, or four. */
  wishWheelchair(): void;
  /** Another event's picks go into the sale touched last. */
  join(eventId: string): void;
  /** A sale that came into this clerk's hands elsewhere: an unpaid booking taken up to be paid. */
  bring(saleId: string): void;
  say(moment: Moment | null): void;
  /** The first Esc: the second gives the basket up, anything else and some seconds keep it. */
  askToGiveUp(): void;
  /** Another event is shown: what was asked or said about the one before is over, but not what became of its seats. */
  turnTo(eventId: string | null): void;
  /** No drawer was opened for the cash that waits. */
  forgetCash(): void;
}

export interface SellDeps {
  readonly program: Program;
  readonly newId?: () => string;
  /** Runs once, later. */
  readonly after?: (delayMs: number, run: () => void) => void;
}

export function createSellStore({
  program,
  newId = () => crypto.randomUUID(),
  after = (delayMs, run) => void setTimeout(run, delayMs),
}: SellDeps): SellStore {
  const store = createStore<SellState>(() => FIRST_STATE);
  const core = createSellCore({ program, store, newId });

  followPerson(core);

  const wish: SellStore['wish'] = (change) =>
    store.setState(({ wishes, moment }) => ({ wishes: { ...wishes, ...change }, done: null, moment: kept(moment) }));

  return {
    store,
    picks: createSellPicks(core),
    best: createSellBest(core),
    basket: createSellBasket(core),
    payment: createSellPayment(core, after),
    type: (change) =>
      store.setState(({ typed, moment }) => ({ typed: change(typed), done: null, moment: kept(moment) })),
    wish,
    wishWheelchair: () => {
      const { wishes, typed } = store.getState();
      const most = Math.min(quantityOf(typed) ?? WHEELCHAIRS_MAX, WHEELCHAIRS_MAX);
      wish({ wheelchairs: wishes.wheelchairs < most ? wishes.wheelchairs + 1 : 0 });
    },
    askToGiveUp: () => {
      const moment: Moment = { kind: 'GIVE_UP_ASKED' };
      core.say(moment);
      after(GIVE_UP_MS, () => (store.getState().moment === moment ? core.say(null) : undefined));
    },
    turnTo: (eventId) => {
      const before = store.getState();
      const left = saleForEvent(before, before.shownEventId);
      store.setState({
        shownEventId: eventId,
        moment: momentElsewhere(before.moment),
        ...(left && liveTickets(left).length > 0 && { recentSaleId: left.saleId }),
      });
    },
    join: (eventId) => {
      const sale = joinableSale(store.getState(), eventId);
      if (!sale || !isOpenBasket(sale)) return;
      store.setState(({ saleByEvent }) => ({ saleByEvent: { ...saleByEvent, [eventId]: sale.saleId }, done: null }));
      core.say({ kind: 'NOTICE', sentence: text('sell.joined', { title: sale.bookings[0]?.eventTitle ?? '' }) });
    },
    bring: (saleId) =>
      void core.inTurn(async () => {
        const sale = await core.refresh(saleId);
        if (!sale || !isOpenBasket(sale)) return;
        const mine = Object.fromEntries(sale.bookings.map(({ eventId }) => [eventId, saleId]));
        store.setState(({ saleByEvent }) => ({ saleByEvent: { ...saleByEvent, ...mine }, done: null }));
      }),
    say: core.say,
    forgetCash: () => store.setState({ cashWaitingMinor: null }),
  };
}

/** More in one party are asked for in the sale line. */
const WHEELCHAIRS_MAX = 4;

/** Long enough for the second Esc of somebody who means it. */
const GIVE_UP_MS = 5_000;

/** Anything but the second Esc keeps the seats. */
function kept(moment: Moment | null): Moment | null {
  return moment?.kind === 'GIVE_UP_ASKED' ? null : moment;
}

function momentElsewhere(moment: Moment | null): Moment | null {
  return moment?.kind === 'EXPIRED' || moment?.kind === 'GIVEN_UP' ? moment : null;
}

const stores = new WeakMap<Program, SellStore>();

/** The program's one counter, made when it is first looked at. */
export function sellStoreOf(program: Program): SellStore {
  const known = stores.get(program) ?? createSellStore({ program });
  stores.set(program, known);
  return known;
}
