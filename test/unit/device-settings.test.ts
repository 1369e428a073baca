import { expect, test } from 'vitest';
import { settingsFrom } from '../../src-shared/queries/device-settings.ts';

const BEFORE_GLIDES = {
  ticketPrinter: { kind: 'SYSTEM', name: 'Tickets' },
  ticketLayout: 'A6',
  receiptPrinter: { kind: 'NONE' },
  receiptColumns: 48,
  gate: 'North',
};

test('a PC that was set before maps could glide keeps all it was set to, and its maps do not', () => {
  expect(settingsFrom({ value: BEFORE_GLIDES })).toEqual({ ...BEFORE_GLIDES, mapGlides: false });
  expect(settingsFrom({ value: { ...BEFORE_GLIDES, mapGlides: true } })).toEqual({ ...BEFORE_GLIDES, mapGlides: true });
});

test('a PC that nobody has set, or of which nothing is understood, has no printers', () => {
  expect(settingsFrom(undefined)).toMatchObject({ ticketPrinter: { kind: 'NONE' }, mapGlides: false });
  expect(settingsFrom({ value: { gate: 7 } })).toEqual(settingsFrom(undefined));
});
