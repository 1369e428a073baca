/**
 * The road through Electron's preload: structured clones over its IPC, always open while the window lives.
 */
import type { CallAnswer, CallRequest, Notice } from '../../src-shared/contract/wire.ts';
import type { Connection, Transport } from './transport.ts';

/** The two functions the preload puts on the window, and nothing else. */
export interface PreloadApi {
  call(request: CallRequest): Promise<CallAnswer>;
  on(listener: (notice: Notice) => void): () => void;
}

const open: Connection = { kind: 'open' };

export function createPreloadTransport(api: PreloadApi): Transport {
  return {
    call: (request) => api.call(request),
    onNotice: (listener) => api.on(listener),
    connection: () => open,
    onConnection: () => () => {},
  };
}
