/**
 * What a plan's file may be at most. Beyond these the program says no before it reads, rather than stalling a counter.
 */
import { text } from '../../../text/text.ts';
import { fail } from '../../result.ts';
import { SEATS_MAX } from '../check/selling.ts';

/** The largest plan seen (a stadium of 40,000 seats with all pretix fields) has 15 MB; 64 leaves room for 150,000. */
export const PLAN_BYTES_MAX = 64 * 1024 * 1024;

/** Told before a house is made of a file that has more. */
export const PLAN_SEATS_MAX = SEATS_MAX;

const MEGABYTE = 1024 * 1024;

/** PLAN_TOO_LARGE. Callers that know a file's size check it against PLAN_BYTES_MAX before they read it. */
export function fileTooLarge(fileName: string, sizeBytes: number, limitBytes = PLAN_BYTES_MAX) {
  const values = { fileName, size: Math.ceil(sizeBytes / MEGABYTE), limit: limitBytes / MEGABYTE };
  return fail('PLAN_TOO_LARGE', text('planImport.tooLarge', values), { sizeBytes, limitBytes });
}

export function tooManySeats(fileName: string, count: number) {
  const data = { count, limit: PLAN_SEATS_MAX };
  return fail('PLAN_TOO_MANY_SEATS', text('planImport.tooManySeats', { fileName, ...data }), data);
}

export function noSeats(fileName: string) {
  return fail('PLAN_NO_SEATS', text('planImport.noSeats', { fileName }));
}

export function notRecognised(fileName: string) {
  return fail('PLAN_NOT_RECOGNISED', text('planImport.notRecognised', { fileName }));
}

/** What a map is called whose file does not say: the file's name without folder and ending. */
export function planName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}

/** The first few problems in one line, and how many more there are. */
export function firstFew(problems: readonly string[], count: number): string {
  const shown = problems.slice(0, 5).join('; ');
  return count <= 5 ? shown : text('planImport.andMore', { shown, count: count - 5 });
}
