/** The core in Electron's utility process. `fork` is not there in a packaged program: the fuse runAsNode is off. */
import type { FromCore } from '../../../src-shared/contract/wire.ts';
import type { ForkOptions } from '../../core-process-port.ts';
import type { CoreProcess } from '../../core-supervisor.ts';
import type { ElectronModule } from './electron-module.ts';

export function startUtilityCore(
  utilityProcess: ElectronModule['utilityProcess'],
  { entry, args }: ForkOptions,
): CoreProcess {
  const child = utilityProcess.fork(entry, [...args], { serviceName: 'Parterre core', stdio: 'inherit' });
  let hasExited = false;
  child.once('exit', () => {
    hasExited = true;
  });
  return {
    get pid() {
      return child.pid;
    },
    port: {
      send(message) {
        if (!hasExited) child.postMessage(message);
      },
      onMessage: (listener) => void child.on('message', (message: FromCore) => listener(message)),
    },
    onExit: (listener) => void child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => void child.kill(),
  };
}
