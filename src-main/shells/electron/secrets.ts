/**
 * Seals secrets with the operating system's keychain. On a Linux without one Electron would fall back to a key that
 * everybody knows; then we refuse, and the core says so.
 */
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { HostAnswers } from '../../host.ts';
import type { ElectronModule } from './electron-module.ts';

type SecretAnswers = Required<Pick<HostAnswers, 'seal-secret' | 'open-secret'>>;

export function secretAnswers(safeStorage: ElectronModule['safeStorage'], platform: NodeJS.Platform): SecretAnswers {
  const isSafe = async (): Promise<boolean> =>
    (await safeStorage.isAsyncEncryptionAvailable()) &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  return {
    'seal-secret': async ({ plain }) =>
      (await isSafe())
        ? ok({ sealed: new Uint8Array(await safeStorage.encryptStringAsync(plain)) })
        : fail('NO_KEYCHAIN', text('shell.noKeychain')),
    'open-secret': async ({ sealed }) =>
      (await isSafe())
        ? ok({ plain: (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result })
        : fail('NO_KEYCHAIN', text('shell.noKeychain')),
  };
}
