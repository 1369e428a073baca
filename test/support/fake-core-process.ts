/** A real child process with a fake core in it. `--die` ends it at once, `--refuse` says why it cannot open. */
import { fail, ok } from '../../src-shared/domain/result.ts';
import { runCoreProcess } from '../../src-main/core-process-port.ts';
import { createFakeCore } from './fake-core.ts';

// A real core's sockets and timers keep its process alive; so does this.
setInterval(() => {}, 60_000);

if (process.argv.includes('--die')) process.exit(7);
await runCoreProcess(async (host) =>
  process.argv.includes('--refuse') ? fail('DATA_FOLDER_IN_USE', 'Already open.') : ok(createFakeCore(host)),
);
