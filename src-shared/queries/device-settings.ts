/** This PC's printers, gate and maps. */
import { sql } from 'drizzle-orm';
import { deviceSettings, type DeviceSettings } from '../contract/paper.ts';
import type { Reader } from '../core/store.ts';
import { text } from '../text/text.ts';

/** The row that keeps a device's settings. */
export function deviceSettingsId(deviceId: string): string {
  return `device:${deviceId}`;
}

/** What is kept, or a PC without printers when nothing is, or nothing that this program understands. */
export function settingsFrom(row: { readonly value: unknown } | undefined): DeviceSettings {
  const kept = deviceSettings.safeParse(row?.value);
  if (kept.success) return kept.data;
  return {
    ticketPrinter: { kind: 'NONE' },
    ticketLayout: 'A4',
    receiptPrinter: { kind: 'NONE' },
    receiptColumns: 42,
    gate: text('settings.gate'),
    mapGlides: false,
  };
}

export async function readDeviceSettings(read: Reader, agencyId: string, deviceId: string): Promise<DeviceSettings> {
  const [row] = await read.rows('settings', sql`where agency_id = ${agencyId} and id = ${deviceSettingsId(deviceId)}`);
  return settingsFrom(row);
}
