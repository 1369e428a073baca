/** Who seats are bought from. */
import { fail, ok } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { Commands } from '../registry.ts';

export const supplierCommands: Commands<'supplier'> = {
  'supplier.create': async (read, { facts, newId }, input) => {
    const [namesake] = await read.load('suppliers', { name: input.name, archivedAt: null });
    if (namesake) return fail('NAME_TAKEN', text('purchasing.supplierNameTaken', { name: input.name }));
    const supplierId = newId();
    facts.insert('suppliers', { id: supplierId, ...input, archivedAt: null });
    return ok({ supplierId });
  },
};
