/** A heat map's figures as people read and hear them. */
import { text } from '../../../src-shared/text/text.ts';
import type { MoneyWords } from '../../ui/use-money.ts';
import { wholeBefore, type Earliness, type HeatStep } from './heat-steps.ts';

const HOURS_SAID_BELOW_MS = 48 * 3_600_000;

/** `€45.00`, `€20.00 to €38.00`. */
export function revenueStepText({ from, to }: HeatStep, { full }: MoneyWords): string {
  return from === to ? full(from) : text('reports.heat.range', { from: full(from), to: full(to) });
}

/** `12 to 20 days before`, `5 hours before`, `Up to 2 days before`, `On the last day`. */
export function speedStepText({ from, to }: HeatStep, unit: Earliness['unit']): string {
  if (to === 0) return text(`reports.heat.last.${unit}`);
  if (from === 0) return text('reports.heat.upTo', { before: beforeText(to, unit) });
  return from === to ? beforeText(to, unit) : text('reports.heat.range', { from, to: beforeText(to, unit) });
}

/** `12 days before`, `1 hour before`. */
function beforeText(count: number, unit: Earliness['unit']): string {
  if (count === 0) return text(`reports.heat.last.${unit}`);
  return count === 1 ? text(`reports.heat.one.${unit}`) : text(`reports.heat.before.${unit}`, { count });
}

/** `45.00, sold 12 days before`: all that is to be said of a sold seat. */
export function seatFigureText(revenueMinor: number, soldAt: number, startsAt: number, money: MoneyWords): string {
  const amount = revenueMinor === 0 ? text('reports.heat.free') : money.full(revenueMinor);
  return text('reports.heat.seat', { amount, sold: soldText(startsAt - soldAt) });
}

function soldText(elapsedMs: number): string {
  if (elapsedMs < 0) return text('reports.heat.soldLate');
  const unit = elapsedMs < HOURS_SAID_BELOW_MS ? 'HOUR' : 'DAY';
  return text('reports.heat.sold', { before: withinSentence(beforeText(wholeBefore(elapsedMs, unit), unit)) });
}

/** `half sold 21 hours before`. */
export function halfSoldText(elapsedMs: number, unit: Earliness['unit']): string {
  return text('reports.heat.half', { before: withinSentence(beforeText(wholeBefore(elapsedMs, unit), unit)) });
}

function withinSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
