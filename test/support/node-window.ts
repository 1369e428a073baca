/** A window without a page: the renderer's own bridge in Node, for tests that need a second pair of hands at the core. */
import { WebSocket as NodeWebSocket } from 'ws';
import type { Loopback } from '../../src-main/shells/loopback/loopback.ts';
import { createBridge } from '../../src-renderer/bridge/bridge.ts';
import { browserWaiting } from '../../src-renderer/bridge/transport.ts';
import { createWebSocketTransport } from '../../src-renderer/bridge/websocket-transport.ts';
import type { CallTable } from '../../src-shared/contract/calls.ts';

export interface NodeWindow {
  /** @throws when the call is refused */
  do<N extends keyof CallTable & string>(name: N, input: CallTable[N]['input']): Promise<CallTable[N]['output']>;
  close(): void;
}

/** Opens a window and signs somebody in. @param name as the house knows the person */
export async function openNodeWindow(loopback: Loopback, name: string, pin: string): Promise<NodeWindow> {
  const address = new URL(loopback.newAddress());
  const kept = new Map<string, string>();
  const sockets: NodeWebSocket[] = [];
  const bridge = createBridge<CallTable>(
    createWebSocketTransport({
      location: { origin: address.origin, hash: address.hash },
      forgetHash: () => undefined,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin: address.origin } }),
      openSocket: (url, protocols) => {
        const socket = new NodeWebSocket(url, protocols, { headers: { origin: address.origin } });
        sockets.push(socket);
        return socket as unknown as WebSocket;
      },
      waiting: browserWaiting,
    }),
  );
  const call: NodeWindow['do'] = async (call, input) => {
    const result = await bridge.call(call, input);
    if (!result.ok) throw new Error(`${call}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  };
  const house = await call('session.house', {});
  const person = house.people.find((each) => each.name === name);
  if (!person) throw new Error(`nobody here is called ${name}`);
  const signedIn = await call('session.signIn', { userId: person.id, pin });
  bridge.setSession(signedIn.session);
  return { do: call, close: () => sockets.forEach((socket) => socket.terminate()) };
}
