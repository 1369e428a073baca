/** Loads node-hid where the system can run it; on Linux without libusb or hidraw its first call throws. */
import type * as NodeHid from 'node-hid';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';

export type HidLibrary = Pick<typeof NodeHid, 'devicesAsync' | 'HIDAsync'>;

/** Errors: HID_UNAVAILABLE, with what is missing in words; wedge scanners go on working. */
export async function loadHid(load: () => Promise<HidLibrary> = loadNodeHid): Promise<Result<HidLibrary>> {
  try {
    const library = await load();
    // Listing is the first thing that touches the system, and so the first that fails.
    await library.devicesAsync();
    return ok(library);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('HID_UNAVAILABLE', text('scanner.hidUnavailable', { reason }), { reason });
  }
}

async function loadNodeHid(): Promise<HidLibrary> {
  const { default: library } = await import('node-hid');
  return library;
}
