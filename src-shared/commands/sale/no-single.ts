/**
 * The no-single rule on what is picked and let go by hand (product.md, FIND 3): strict refuses what leaves a seat
 * alone and need not, lenient says so. What the finder offered to the same sale is its own answer and is never judged again.
 */
import { sql } from 'drizzle-orm';
import type { LeavesSingle, SeatProposal } from '../../contract/sale.ts';
import type { CommandContext } from '../../core/context.ts';
import type { EventFinder } from '../../core/seat-finders.ts';
import type { CommandReader } from '../../core/store.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { refusalOf } from '../../domain/inventory/sale-seats.ts';
import type { PickJudgement } from '../../domain/seat-finder/question.ts';
import type { SeatColumns } from '../../domain/seat-map/columns.ts';
import { seatsInWords } from '../../domain/seat-map/seat-words.ts';
import { json } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';

/** What becomes of a booking's seats, by ordinal. Seats given up are among the command's facts. */
export interface SeatMove {
  readonly take: readonly number[];
  /** Stay in the booking. */
  readonly keep: readonly number[];
}

type Rule = Row<'events'>['noSingleRule'];

/**
 * @returns who is left alone by what is done all the same: under a lenient rule, or because its neighbours leave no
 *   better way; null for nobody. Errors: LEAVES_SINGLE (LeavesSingle).
 */
export async function judgeMove(
  read: CommandReader,
  context: CommandContext,
  { noSingleRule: rule }: Row<'events'>,
  booking: Row<'bookings'>,
  move: SeatMove,
): Promise<Result<LeavesSingle | null>> {
  if (rule === 'OFF' || booking.singlePassReason !== null) return ok(null);
  const event = await context.seatFinders.of(read.peek, booking.eventId, context.deviceId);
  if (!event) return ok(null);
  // What goes back to its hold is no place for anybody, alone or not.
  const given = context.facts
    .rowsOf('eventSeats')
    .filter(({ after }) => after.eventId === booking.eventId && refusalOf(after, context.deviceId) === null)
    .map(({ after }) => after.ordinal);
  const { columns } = event;
  const { verdict, alone, instead } = judged(event, move, given, rule);
  if (verdict === 'FINE' || (await wasOffered(read, booking, move.take))) return ok(null);
  const leavesSingle = { alone: nameOrdinals(columns, alone), instead: instead && nameOrdinals(columns, instead) };
  if (verdict === 'WARN') return ok(leavesSingle);
  const key = alone.length === 1 ? 'sale.leavesSingle' : 'sale.leavesSingles';
  return fail('LEAVES_SINGLE', text(key, { seats: leavesSingle.alone.words }), leavesSingle);
}

/**
 * A seat that is let go can be the one left alone: F 1 of F 1–3 is, by the two that stay. To see it the booking's seats
 * of that row are judged as if they were picked anew; what they left alone before is not held against them again.
 */
function judged(
  { finder, columns }: EventFinder,
  { take, keep }: SeatMove,
  given: readonly number[],
  rule: Rule,
): Pick<PickJudgement, 'verdict' | 'alone' | 'instead'> {
  const picked = finder.judgePick(take, given, rule);
  const rows = new Set(given.map((seat) => columns.row[seat]));
  const beside = keep.filter((seat) => rows.has(columns.row[seat]));
  const anew = ascending([...beside, ...take.filter((seat) => rows.has(columns.row[seat]))]);
  const whole = finder.judgePick(anew, [...beside, ...given], rule);
  const left = whole.alone.filter((seat) => given.includes(seat) && !picked.alone.includes(seat));
  if (left.length === 0) return picked;
  const verdict = picked.verdict === 'REFUSE' ? 'REFUSE' : whole.verdict;
  return { verdict, alone: ascending([...picked.alone, ...left]), instead: null };
}

function ascending(ordinals: readonly number[]): number[] {
  return ordinals.toSorted((a, b) => a - b);
}

function nameOrdinals(columns: SeatColumns, ordinals: readonly number[]) {
  return { seatIds: ordinals.map((ordinal) => columns.ids.at(ordinal)), words: seatsInWords(columns, ordinals) };
}

const bestAnswer = { answer: json<{ taken: SeatProposal; others: readonly SeatProposal[] }>() };

/** Answers are kept with their commands, so that what was offered need not be believed. */
async function wasOffered(
  read: CommandReader,
  { agencyId, saleId }: Row<'bookings'>,
  take: readonly number[],
): Promise<boolean> {
  const answers = await read.peek(
    bestAnswer,
    sql`select c.answer from audit_records a join commands c on c.agency_id = a.agency_id and c.id = a.command_id
        where a.agency_id = ${agencyId} and a.subject = ${saleId} and a.name = 'sale.reserveBest'`,
  );
  const wanted = ascending(take).join();
  return answers.some(({ answer: { taken, others } }) =>
    [taken, ...others].some((one) => one.ordinals.join() === wanted),
  );
}
