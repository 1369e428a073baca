/** A receipt as plain data: what the sale's receipt row keeps, and all that its printing needs. */

export interface ReceiptPaper {
  readonly agency: {
    readonly name: string;
    readonly addressLines: readonly string[];
    /** As it must stand on receipts here, for example `VAT GB 123 4567 89`. */
    readonly taxNumber: string | null;
  };
  /** A REFUND's amounts are negative; a copy says so at its top and its end. */
  readonly kind: 'SALE' | 'REFUND';
  readonly copy: boolean;
  readonly number: string;
  /** Epoch ms UTC, shown in `timeZone`. */
  readonly issuedAt: number;
  readonly timeZone: string;
  readonly clerk: string;
  readonly device: string;
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  readonly lines: readonly ReceiptLine[];
  /** Between the lines and the total: fees, discounts, taxes included. */
  readonly subtotals: readonly ReceiptAmount[];
  readonly totalMinor: number;
  readonly tenders: readonly ReceiptAmount[];
  readonly changeMinor: number | null;
  readonly footerLines: readonly string[];
  /** Hash of the audit record this receipt was written with; its last eight characters are printed. */
  readonly auditHash: string;
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
