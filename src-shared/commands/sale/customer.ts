/** The name on a sale, and handing it over. */
import { fail, ok } from '../../domain/result.ts';
import { foldText, searchWords } from '../../domain/text/fold.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { queuePrint } from '../paper/queue-print.ts';
import type { Command } from '../registry.ts';
import { loadSale } from './load-sale.ts';

interface CustomerInput {
  readonly customerId: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A phone is found by its tail, whatever the code in front and however it is written. */
const PHONE_TAIL_DIGITS = 5;

function termsOf({ name, phone, email }: CustomerInput): string[] {
  const digits = (phone ?? '').replace(/\D/g, '');
  const terms = [
    ...searchWords(name),
    ...(email ? [foldText(email)] : []),
    ...(digits ? [digits, digits.slice(-PHONE_TAIL_DIGITS)] : []),
  ];
  return [...new Set(terms)];
}

async function storeCustomer(
  read: CommandReader,
  context: CommandContext,
  input: CustomerInput,
): Promise<Row<'customers'> | null> {
  const { facts } = context;
  const values = {
    name: input.name,
    sortKey: foldText(input.name),
    email: input.email || null,
    phone: input.phone || null,
  };
  if (input.customerId !== null) {
    const [known] = await read.load('customers', { id: input.customerId });
    if (!known) return null;
    return facts.change('customers', known, values);
  }
  const customer = facts.insert('customers', { id: context.newId(), note: null, ...values });
  for (const term of termsOf(input))
    facts.insert('searchTerms', { id: context.newId(), kind: 'CUSTOMER', refId: customer.id, term });
  return customer;
}

export const setCustomer: Command<'sale.setCustomer'> = async (read, context, { saleId, customer, delivery }) => {
  if (customer === null && delivery === 'WILL_CALL') return fail('NAME_NEEDED', text('sale.nameNeeded'));
  const stored = customer === null ? null : await storeCustomer(read, context, customer);
  if (customer !== null && stored === null) return fail('NO_SUCH_CUSTOMER', text('sale.noSuchCustomer'));
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale } = loaded.value;
  if (sale.status !== 'RESERVED' && sale.status !== 'PAYING')
    return fail('WRONG_STATE', text('sale.notABasket', { state: sale.status }), { state: sale.status });
  context.facts.change('sales', sale, { customerId: stored?.id ?? null, delivery });
  return ok({ saleId });
};

export const handOver: Command<'sale.handOver'> = async (read, context, { saleId }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale, tickets } = loaded.value;
  if (sale.status !== 'CONFIRMED') return fail('NOT_PAID', text('sale.notPaid'));
  if (sale.handedOverAt !== null)
    return fail('HANDED_OVER_ALREADY', text('sale.handedOverAlready'), { at: sale.handedOverAt });
  context.facts.change('sales', sale, { handedOverAt: context.now });
  const unprinted = tickets.filter((ticket) => ticket.printedCopies === 0);
  await queuePrint(read, context, { saleId, tickets: unprinted, receiptId: null, isCopy: false, reason: null });
  return ok({ saleId });
};
