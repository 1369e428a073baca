import type { Commands } from '../registry.ts';
import {
  abandon,
  comp,
  expire,
  freeSeat,
  keepUnpaid,
  passLimit,
  passNoSingle,
  releaseSeats,
  resume,
  setTicketType,
} from './basket.ts';
import { handOver, setCustomer } from './customer.ts';
import { backToBasket, beginPayment, finish, removeTender, tender } from './pay.ts';
import { cancelSale, refundTickets } from './refund.ts';
import { reserveBest } from './reserve-best.ts';
import { reserveSeats, swapSeats } from './reserve.ts';

export const saleCommands: Commands<'sale'> = {
  'sale.reserveSeats': reserveSeats,
  'sale.reserveBest': reserveBest,
  'sale.releaseSeats': releaseSeats,
  'sale.swapSeats': swapSeats,
  'sale.setTicketType': setTicketType,
  'sale.comp': comp,
  'sale.passLimit': passLimit,
  'sale.passNoSingle': passNoSingle,
  'sale.setCustomer': setCustomer,
  'sale.abandon': abandon,
  'sale.beginPayment': beginPayment,
  'sale.backToBasket': backToBasket,
  'sale.tender': tender,
  'sale.removeTender': removeTender,
  'sale.finish': finish,
  'sale.keepUnpaid': keepUnpaid,
  'sale.resume': resume,
  'sale.freeSeat': freeSeat,
  'sale.cancel': cancelSale,
  'sale.refundTickets': refundTickets,
  'sale.expire': expire,
  'sale.handOver': handOver,
};
