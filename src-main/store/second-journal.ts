/**
 * The journal's second place: an append-only file of lines, on another disk where there is one. Nothing happens
 * outside (drawer, receipt, ticket, answer) before a record stands here too: a restored database alone resold seats
 * in 16 % of histories (design: sync, "Push, pull").
 *
 * Invariant J1: each line's hash chains to the one before; a torn last line is cut off, any other damage is refused.
 */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { unwritable } from './disk.ts';

export interface JournalLine {
  readonly sequence: number;
  /** The exact text that is hashed. */
  readonly record: string;
  readonly hash: string;
  /** The audit row written with it, so that a replay restores both chains; its detail is the record's facts again. */
  readonly audit: Readonly<Record<string, unknown>>;
}

/** A line in the middle cannot be read: offline sales stop until a person has looked. */
export class JournalDamaged extends Error {}

export interface SecondJournal {
  /** The hashes of the lines that are durable in the file. */
  readonly hashes: readonly string[];
  /** One of those lines; `index` counts from 0. */
  read(index: number): JournalLine;
  /** Takes a line over, to be written by the next flush. */
  append(line: JournalLine): void;
  /** Makes every line taken over durable. @throws StoreUnwritable while the file cannot be written; the lines are kept */
  flush(): void;
  close(): void;
}

/**
 * @throws JournalDamaged
 */
export function openSecondJournal(file: string): SecondJournal {
  const descriptor = openSync(file, 'a+', 0o600);
  const { hashes, offsets, length } = readLines(readFileSync(file));
  ftruncateSync(descriptor, length);
  const pending: { readonly bytes: Buffer; readonly hash: string }[] = [];
  let end = length;
  /** Part of a line may stand behind `end`: the disk that refused the rest may refuse to cut it off as well. */
  let isTorn = false;
  const flush = (): void => {
    while (pending.length > 0) {
      const { bytes, hash } = pending[0]!;
      try {
        if (isTorn) ftruncateSync(descriptor, end);
        isTorn = true;
        writeWhole(descriptor, bytes);
        fdatasyncSync(descriptor);
        isTorn = false;
      } catch (error) {
        throw unwritable(error, dirname(file)) ?? error;
      }
      hashes.push(hash);
      offsets.push(end);
      end += bytes.length;
      pending.shift();
    }
  };
  return {
    hashes,
    read: (index) => {
      const start = offsets[index]!;
      const bytes = Buffer.alloc((offsets[index + 1] ?? end) - start);
      readSync(descriptor, bytes, 0, bytes.length, start);
      return textToLine(bytes.toString('utf8'));
    },
    append: (line) => pending.push({ bytes: Buffer.from(`${lineToText(line)}\n`), hash: line.hash }),
    flush,
    close: () => closeSync(descriptor),
  };
}

/**
 * The record stands last and as it is, in a line that is JSON all the same: escaped as a string it took a third more
 * room, and longer to write than to make.
 */
const RECORD = ',"record":';

function lineToText({ sequence, hash, audit, record }: JournalLine): string {
  return `${JSON.stringify({ sequence, hash, audit }).slice(0, -1)}${RECORD}${record}}`;
}

/** Quotes within a string are escaped, so RECORD is found first where it was put. */
function textToLine(text: string): JournalLine {
  const at = text.indexOf(RECORD);
  const head = JSON.parse(`${text.slice(0, at)}}`) as Omit<JournalLine, 'record'>;
  return { ...head, record: text.slice(at + RECORD.length, text.lastIndexOf('}')) };
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function readLines(content: Buffer): { hashes: string[]; offsets: number[]; length: number } {
  const hashes: string[] = [];
  const offsets: number[] = [];
  let start = 0;
  for (;;) {
    const end = content.indexOf(10, start);
    if (end === -1) return { hashes, offsets, length: start };
    try {
      hashes.push((JSON.parse(content.subarray(start, end).toString('utf8')) as JournalLine).hash);
    } catch {
      throw new JournalDamaged(`Line ${hashes.length + 1} of the second journal cannot be read.`);
    }
    offsets.push(start);
    start = end + 1;
  }
}
