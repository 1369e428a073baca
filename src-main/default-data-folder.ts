/** Where a PC keeps its data when nobody says otherwise: the operating system's folder for an application's data. */
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface DataFolderSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export function defaultDataFolder(
  { platform, env, home }: DataFolderSearch = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Parterre');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Parterre');
  // XDG: a relative path must be ignored.
  const xdg = env['XDG_DATA_HOME'];
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'parterre');
}
