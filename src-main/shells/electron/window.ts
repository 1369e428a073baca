/** The program's window. */
import type { BrowserWindow } from 'electron';
import type { ElectronModule } from './electron-module.ts';
import { appAddress, securePreferences } from './security.ts';

/** Opens hidden and shows itself when its first picture is ready, so that nobody sees it white. */
export function openWindow(
  { app, BrowserWindow }: Pick<ElectronModule, 'app' | 'BrowserWindow'>,
  preload: string,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    // The smallest screen the counter is laid out for.
    minWidth: 1024,
    minHeight: 700,
    autoHideMenuBar: true,
    webPreferences: securePreferences(preload, app.isPackaged),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appAddress);
  return window;
}

/** A window whose page crashed is loaded again: its basket is in the core. */
export function reloadAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
}
