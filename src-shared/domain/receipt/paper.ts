/** A receipt as plain data: what the receipt row of a sale or a drawer keeps, and all that its printing needs. */
import type { CashMovementKind } from '../cash/cash-session.ts';

/** What stands on every receipt, whatever it is for. */
export interface ReceiptHead {
  readonly agency: {
    readonly name: string;
    readonly addressLines: readonly string[];
    /** As it must stand on receipts here, for example `VAT GB 123 4567 89`. */
    readonly taxNumber: string | null;
  };
  /** A copy says so at its top and its end. */
  readonly copy: boolean;
  readonly number: string;
  /** Epoch ms UTC, shown in `timeZone`. */
  readonly issuedAt: number;
  readonly timeZone: string;
  readonly clerk: string;
  readonly device: string;
  /** Hash of the audit record this receipt was written with; its last eight characters are printed. */
  readonly auditHash: string;
}

export interface ReceiptPaper extends ReceiptHead {
  /** A REFUND's amounts are negative. */
  readonly kind: 'SALE' | 'REFUND';
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  readonly lines: readonly ReceiptLine[];
  /** Between the lines and the total: fees, discounts, taxes included. */
  readonly subtotals: readonly ReceiptAmount[];
  readonly totalMinor: number;
  readonly tenders: readonly ReceiptAmount[];
  readonly changeMinor: number | null;
  readonly footerLines: readonly string[];
}

export interface ReceiptLine {
  readonly text: string;
  /** A second line under it, indented: seats, a reason. */
  readonly detail: string | null;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly amountMinor: number;
}

interface ReceiptAmount {
  readonly label: string;
  readonly amountMinor: number;
}

/** What a drawer's receipt is for: its state while it is open, its closing, or a movement that is no sale. */
export type DrawerReceiptKind = 'X' | 'Z' | CashMovementKind;

/** A drawer's receipt: figures in sections, with a rule between two of them. */
export interface DrawerPaper extends ReceiptHead {
  readonly kind: DrawerReceiptKind;
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  readonly sections: readonly (readonly DrawerRow[])[];
  /** Who signs: a line to write on stands above each. */
  readonly signatures: readonly string[];
}

export interface DrawerRow {
  readonly label: string;
  readonly value:
    | { readonly kind: 'AMOUNT'; readonly amountMinor: number }
    /** Epoch ms UTC. */
    | { readonly kind: 'TIME'; readonly at: number }
    /** Coins or notes of one value: how many, and what they come to. */
    | { readonly kind: 'PIECES'; readonly valueMinor: number; readonly count: number }
    | { readonly kind: 'TEXT'; readonly text: string };
  readonly strong: boolean;
}

export type AnyPaper = ReceiptPaper | DrawerPaper;

export function isDrawerPaper(paper: AnyPaper): paper is DrawerPaper {
  return paper.kind !== 'SALE' && paper.kind !== 'REFUND';
}
