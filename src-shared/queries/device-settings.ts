/** A device's own settings, with what holds until somebody sets them. */
import { sql } from 'drizzle-orm';
import { deviceSettings, type DeviceSettings } from '../contract/paper.ts';
import type { Reader } from '../core/store.ts';
import { text } from '../text/text.ts';

export const DEFAULT_DEVICE_SETTINGS: DeviceSettings = {
  ticketPrinter: { kind: 'NONE' },
  ticketLayout: 'A4',
  receiptPrinter: { kind: 'NONE' },
  receiptColumns: 42,
  gate: text('settings.gate'),
};

/** The settings row's id. */
export function deviceSettingsId(deviceId: string): string {
  return `device:${deviceId}`;
}

/** What the row keeps; the defaults when there is none, or one that this program does not understand. */
export function settingsFrom(row: { readonly value: unknown } | undefined): DeviceSettings {
  const kept = deviceSettings.safeParse(row?.value);
  return kept.success ? kept.data : DEFAULT_DEVICE_SETTINGS;
}

export async function readDeviceSettings(read: Reader, agencyId: string, deviceId: string): Promise<DeviceSettings> {
  const [row] = await read.rows('settings', sql`where agency_id = ${agencyId} and id = ${deviceSettingsId(deviceId)}`);
  return settingsFrom(row);
}
