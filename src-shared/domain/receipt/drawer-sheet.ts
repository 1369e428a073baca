/** What a drawer's receipts say (design: product, MONEY 6): pure, in the order in which they are read. */
import { text } from '../../text/text.ts';
import type { CashMovementKind } from '../cash/cash-session.ts';
import type { LedgerKind } from '../ledger/accounts.ts';
import type { DrawerRow } from './paper.ts';

/** Postings of one kind: their sum in minor units, into the drawer or onto the cards counted up; and how many. */
export interface PostedFigure {
  readonly kind: LedgerKind;
  readonly amountMinor: number;
  readonly count: number;
}

export interface DrawerFigures {
  readonly owner: string;
  readonly openedAt: number;
  /** Of the drawer itself, before its closing is posted: they sum to what should be in it (invariant C1). */
  readonly drawer: readonly PostedFigure[];
  /** By card at this counter meanwhile, whoever sold. */
  readonly cards: readonly PostedFigure[];
  readonly noSales: number;
  /** Null while it is not counted. */
  readonly count: {
    readonly countedMinor: number;
    readonly by: string;
    /** How often it was counted; the last one stands. */
    readonly times: number;
    /** Minor units of a coin or note → how many. */
    readonly denominations: Readonly<Record<string, number>>;
  } | null;
  /** Who agreed to the difference, and why. */
  readonly approval: { readonly by: string; readonly reason: string } | null;
}

function amount(label: string, amountMinor: number, strong = false): DrawerRow {
  return { label, value: { kind: 'AMOUNT', amountMinor }, strong };
}

function words(label: string, said: string): DrawerRow {
  return { label, value: { kind: 'TEXT', text: said }, strong: false };
}

/** `Cash sales (12)`: how many stand behind the sum. */
function posted(figures: readonly PostedFigure[], kind: LedgerKind, label: string): DrawerRow {
  const found = figures.find((figure) => figure.kind === kind);
  return amount(text('receipt.drawer.counted', { label, count: found?.count ?? 0 }), found?.amountMinor ?? 0);
}

const sumOf = (figures: readonly PostedFigure[]): number =>
  figures.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A drawer's state: the same figures while it is open (X) and when it is closed (Z, with its count). */
export function drawerSheet(figures: DrawerFigures, closedAt: number | null): DrawerRow[][] {
  const { drawer, cards, count } = figures;
  const time = (label: string, at: number): DrawerRow => ({ label, value: { kind: 'TIME', at }, strong: false });
  const expectedMinor = sumOf(drawer);
  return [
    [
      words(text('receipt.drawer.owner'), figures.owner),
      time(text('receipt.drawer.opened'), figures.openedAt),
      ...(closedAt === null ? [] : [time(text('receipt.drawer.closed'), closedAt)]),
    ],
    [
      amount(text('till.float'), drawer.find(({ kind }) => kind === 'FLOAT')?.amountMinor ?? 0),
      posted(drawer, 'SALE', text('receipt.drawer.cashSales')),
      posted(drawer, 'REFUND', text('receipt.drawer.cashRefunds')),
      posted(drawer, 'PAID_IN', text('till.paidIn')),
      posted(drawer, 'PAID_OUT', text('till.paidOut')),
      posted(drawer, 'DROP', text('till.dropped')),
      words(text('receipt.drawer.noSales'), String(figures.noSales)),
      amount(text('till.z.expected'), expectedMinor, true),
      ...(count === null ? [] : closingRows(count.countedMinor, expectedMinor)),
    ],
    [
      posted(cards, 'SALE', text('receipt.drawer.cardSales')),
      posted(cards, 'REFUND', text('receipt.drawer.cardRefunds')),
      amount(text('receipt.drawer.cards'), sumOf(cards), true),
    ],
    ...(count === null ? [] : [countRows(count)]),
    ...(figures.approval === null
      ? []
      : [
          [
            words(text('receipt.drawer.approvedBy'), figures.approval.by),
            words(text('till.move.reason'), figures.approval.reason),
          ],
        ]),
  ];
}

function closingRows(countedMinor: number, expectedMinor: number): DrawerRow[] {
  const differenceMinor = countedMinor - expectedMinor;
  const standing = differenceMinor === 0 ? 'till.even' : differenceMinor > 0 ? 'till.over' : 'till.short';
  return [amount(text('till.z.counted'), countedMinor, true), amount(text(standing), differenceMinor, true)];
}

function countRows({ by, times, denominations }: NonNullable<DrawerFigures['count']>): DrawerRow[] {
  const pieces = Object.entries(denominations)
    .map(([value, count]) => ({ valueMinor: Number(value), count }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.valueMinor - left.valueMinor);
  return [
    words(text('till.z.signature'), by),
    words(text('receipt.drawer.counts'), String(times)),
    ...pieces.map(({ valueMinor, count }): DrawerRow => ({
      label: '',
      value: { kind: 'PIECES', valueMinor, count },
      strong: false,
    })),
  ];
}

/** A movement that is no sale: what, how much, why. */
export function movementSheet(kind: CashMovementKind, amountMinor: number, reason: string): DrawerRow[][] {
  const what = text(`till.kind.${kind}`);
  return [[...(kind === 'NO_SALE' ? [] : [amount(what, amountMinor, true)]), words(text('till.move.reason'), reason)]];
}
