/** What every receipt begins with: the house, the next number of this device's gapless series, who and when. */
import { assert } from '../../domain/result.ts';
import type { ReceiptHead } from '../../domain/receipt/paper.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { nextNumber } from '../next-number.ts';

/** Takes a number. The audit hash is known only once the receipt is written, and filled in when it prints. */
export async function receiptHead(read: CommandReader, context: CommandContext): Promise<ReceiptHead> {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  const [device] = await read.loadShared('devices', { id: context.deviceId });
  const [clerk] = await read.loadShared('users', { id: context.userId });
  assert(agency && device, 'the house is set up');
  const number = await nextNumber(read, context, `receipt:${device.number}`);
  return {
    agency: {
      name: agency.name,
      addressLines: agency.address.split('\n').filter((line) => line !== ''),
      taxNumber: null,
    },
    copy: false,
    number: `R${device.number}-${String(number).padStart(6, '0')}`,
    issuedAt: context.now,
    timeZone: agency.timeZone,
    clerk: clerk?.name ?? '',
    device: device.name,
    auditHash: '',
  };
}
