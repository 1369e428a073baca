/** Two ports joined in memory. Messages are cloned and arrive in a later microtask, as between processes. */
import type { Port } from '../../src-shared/contract/wire.ts';

export function createPortPair<A, B>(): { readonly left: Port<A, B>; readonly right: Port<B, A> } {
  const toRight = new Set<(message: A) => void>();
  const toLeft = new Set<(message: B) => void>();
  const end = <Out, In>(out: Set<(message: Out) => void>, incoming: Set<(message: In) => void>): Port<Out, In> => ({
    send(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of out) listener(copy);
      });
    },
    onMessage: (listener) => {
      incoming.add(listener);
    },
  });
  return { left: end(toRight, toLeft), right: end(toLeft, toRight) };
}
