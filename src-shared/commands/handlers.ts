/** The table of all commands. A call without a handler does not compile. */
import type { CommandName } from '../contract/calls.ts';
import { cashCommands } from './cash/cash-commands.ts';
import { doorCommands } from './door/door-commands.ts';
import { eventCommands } from './event/event-commands.ts';
import { printCommands } from './paper/print-commands.ts';
import { reprint } from './paper/reprint.ts';
import { setSettings } from './paper/set-settings.ts';
import { holdCommands } from './hold/hold-commands.ts';
import { mapCommands } from './house/map-commands.ts';
import { venueCommands } from './house/venue-commands.ts';
import { seatCommands } from './hold/seat-commands.ts';
import { purchaseOrderCommands } from './purchasing/purchase-order-commands.ts';
import { supplierCommands } from './purchasing/supplier-commands.ts';
import type { Command } from './registry.ts';
import { saleCommands } from './sale/sale-commands.ts';
import { personCommands, setUp, startDevice } from './session/person-commands.ts';
import { sessionCommands } from './session/session-commands.ts';

export const commandHandlers: { readonly [N in CommandName]: Command<N> } = {
  ...sessionCommands,
  ...personCommands,
  ...saleCommands,
  ...eventCommands,
  ...holdCommands,
  ...seatCommands,
  ...venueCommands,
  ...mapCommands,
  ...supplierCommands,
  ...purchaseOrderCommands,
  ...cashCommands,
  ...doorCommands,
  ...printCommands,
  'ticket.reprint': reprint,
  'settings.set': setSettings,
  'system.setUp': setUp,
  'system.startDevice': startDevice,
};
