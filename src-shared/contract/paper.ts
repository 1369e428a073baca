/** Tickets and receipts on paper, and what the printer has done with them. */
import { z } from 'zod';
import type { PrintState } from '../domain/inventory/states.ts';
import { command, query, service } from './define.ts';
import { id, line, nothing, reason } from './fields.ts';

export interface PrintItemView {
  readonly printItemId: string;
  readonly kind: 'TICKET' | 'RECEIPT';
  readonly saleId: string | null;
  readonly saleNumber: string | null;
  readonly what: string;
  readonly state: PrintState;
  readonly isCopy: boolean;
  readonly problem: string | null;
  readonly at: number;
}

export interface DeviceSettings {
  /** NONE: tickets are kept as PDFs to open and print by hand. */
  readonly ticketPrinter: { readonly kind: 'NONE' } | { readonly kind: 'SYSTEM'; readonly name: string };
  readonly ticketLayout: 'A4' | 'A6';
  readonly receiptPrinter:
    | { readonly kind: 'NONE' }
    | {
        readonly kind: 'NETWORK';
        readonly host: string;
        readonly port: number;
        /** False for one that never answers: its receipts count as sent, never as printed. */
        readonly reportsStatus: boolean;
      };
  readonly receiptColumns: 32 | 42 | 48;
  readonly gate: string;
  /** Maps move on by themselves when a drag is let go in motion. */
  readonly mapGlides: boolean;
}

export const deviceSettings = z.object({
  ticketPrinter: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('NONE') }),
    z.object({ kind: z.literal('SYSTEM'), name: z.string().max(200) }),
  ]),
  ticketLayout: z.enum(['A4', 'A6']),
  receiptPrinter: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('NONE') }),
    z.object({
      kind: z.literal('NETWORK'),
      host: z.string().min(1).max(200),
      port: z.number().int().min(1).max(65_535),
      reportsStatus: z.boolean(),
    }),
  ]),
  receiptColumns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  gate: z.string().trim().min(1).max(60),
  // Not kept by programs that had no such choice.
  mapGlides: z.boolean().default(false),
});

export const paperCalls = {
  /** What is not printed, oldest first: QUEUED, SENT, FAILED, UNKNOWN. */
  'print.queue': query({ access: 'signed-in', input: nothing }).returns<readonly PrintItemView[]>(),
  'print.ofSale': query({ access: 'booking.find', input: z.object({ saleId: id }) }).returns<
    readonly PrintItemView[]
  >(),
  /** A new item for each; the failed one is done with. */
  'print.again': command('device', {
    access: 'sale.sell',
    input: z.object({ printItemIds: z.array(id).min(1).max(500) }),
  }).returns<null>(),
  /** A person says what came out. */
  'print.settle': command('device', {
    access: 'sale.sell',
    input: z.object({ printItemId: id, outcome: z.enum(['PRINTED', 'FAILED']) }),
  }).returns<null>(),
  /** Run by the print queue. */
  'print.mark': command('device', {
    access: 'system',
    input: z.object({
      printItemId: id,
      state: z.enum(['SENT', 'PRINTED', 'FAILED', 'UNKNOWN']),
      problem: z.string().max(300).nullable(),
    }),
  }).returns<null>(),
  /** A copy: same code, counted, audited. */
  'ticket.reprint': command('device', {
    access: 'ticket.reprint',
    input: z.object({ ticketIds: z.array(id).min(1).max(100), reason }),
  }).returns<null>(),
  'ticket.pdf': service({
    access: 'booking.find',
    input: z.object({ ticketIds: z.array(id).min(1).max(500) }),
  }).returns<{ fileName: string; bytes: Uint8Array }>(),
  /** A picture of exactly the bytes that go to the printer. */
  'receipt.picture': service({ access: 'booking.find', input: z.object({ receiptId: id }) }).returns<{
    number: string;
    svg: string;
  }>(),
  'settings.get': query({ access: 'signed-in', input: nothing }).returns<DeviceSettings>(),
  'settings.set': command('device', { access: 'settings.manage', input: deviceSettings }).returns<null>(),
  'printer.test': service({
    access: 'settings.manage',
    input: z.object({ which: z.enum(['TICKET', 'RECEIPT']) }),
  }).returns<{
    outcome: 'PRINTED' | 'SENT' | 'NONE';
  }>(),
  'audit.list': query({
    access: 'audit.read',
    input: z.object({ before: z.number().int().optional(), text: line(100).optional() }),
  }).returns<
    readonly {
      id: string;
      sequence: number | null;
      at: number;
      name: string;
      userName: string;
      allowedByName: string | null;
      detail: string;
    }[]
  >(),
  'system.verify': service({ access: 'audit.read', input: nothing }).returns<{
    readonly checks: readonly { readonly name: string; readonly count: number; readonly problems: readonly string[] }[];
  }>(),
  'system.backup': service({ access: 'settings.manage', input: nothing }).returns<{ file: string }>(),
};
