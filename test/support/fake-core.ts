/**
 * A core without a store: answers a few made-up calls, so that shells, ports and bridges are tested on their own.
 */
import type { CallAnswer, CallRequest, Notice } from '../../src-shared/contract/wire.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { Core } from '../../src-main/core-port.ts';
import type { Host } from '../../src-main/host.ts';

export interface FakeCore extends Core {
  readonly requests: CallRequest[];
  announce(notice: Notice): void;
}

export function createFakeCore(host?: Host): FakeCore {
  const listeners = new Set<(notice: Notice) => void>();
  const requests: CallRequest[] = [];
  const announce = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };
  const calls: Record<string, (input: unknown) => Promise<Result<unknown>> | Result<unknown>> = {
    'fake.echo': (input) => ok(input),
    'fake.refuse': (input) => fail('FAKE_REFUSED', 'No.', input),
    'fake.throw': () => {
      throw new Error('a bug');
    },
    'fake.die': () => process.exit(3),
    'fake.hang': () => new Promise(() => {}),
    'fake.pid': () => ok(process.pid),
    'fake.printers': () => host?.ask('list-printers', null) ?? fail('NO_HOST', 'No host.'),
    'fake.announce': (input) => {
      announce({ topic: 'fake', data: input });
      return ok(null);
    },
  };
  return {
    requests,
    announce,
    async call(request: CallRequest): Promise<CallAnswer> {
      requests.push(request);
      const handler = calls[request.name];
      const result = handler ? await handler(request.input) : fail('NO_SUCH_CALL', `No call ${request.name}.`);
      return { call: request.call, result };
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => Promise.resolve(),
  };
}
