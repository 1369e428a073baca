import { ok } from '../../domain/result.ts';
import { deviceSettingsId } from '../../queries/device-settings.ts';
import type { Command } from '../registry.ts';

/** What is queued for a printer that goes stays queued: it is asked for again, or left, by a person. */
export const setSettings: Command<'settings.set'> = async (read, { facts, deviceId }, value) => {
  const id = deviceSettingsId(deviceId);
  const [row] = await read.load('settings', { id });
  if (row) facts.change('settings', row, { value });
  else facts.insert('settings', { id, value });
  return ok(null);
};
