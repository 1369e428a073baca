/**
 * The shell of the tests: a core in this process behind the same client as in a window. Values are cloned on the way
 * in and out, so that what a real process boundary would lose or refuse is lost or refused here too.
 */
import type { CallAnswer, CallRequest, Notice } from '../../../src-shared/contract/wire.ts';
import type { Core } from '../../core-port.ts';

export function openMemoryShell(core: Core): Core {
  return {
    async call(request: CallRequest): Promise<CallAnswer> {
      return structuredClone(await core.call(structuredClone(request)));
    },
    on: (listener: (notice: Notice) => void) => core.on((notice) => listener(structuredClone(notice))),
    stop: () => core.stop(),
  };
}
