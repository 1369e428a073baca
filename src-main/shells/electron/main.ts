/**
 * Electron's main process: a window, a core in a utility process, and what only Electron can do for the core. It holds
 * no rule of the business and reads no message but its envelope.
 */
import { join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import { createCoreSupervisor, type CoreSupervisor } from '../../core-supervisor.ts';
import type { HostAnswers } from '../../host.ts';
import type { Timers } from '../../timers.ts';
import type { RendererFiles } from '../renderer-files.ts';
import { createAppProtocol, createPrintDocuments, registerAppScheme, type PrintDocuments } from './app-protocol.ts';
import type { ElectronModule } from './electron-module.ts';
import { menuTemplate } from './menu.ts';
import { answerPageCalls, noticeChannel, sendNotices } from './page-calls.ts';
import { createPrinting, listPrinters } from './printing.ts';
import { appScheme, blockNetwork, confineContents, denyPermissions } from './security.ts';
import { secretAnswers } from './secrets.ts';
import { startUtilityCore } from './utility-core.ts';
import { openWindow, reloadAfterCrash } from './window.ts';

export interface ElectronProgramDeps {
  readonly electron: ElectronModule;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly platform: NodeJS.Platform;
  readonly dataFolder: string;
  readonly files: RendererFiles;
  /** The bundled preload and core. */
  readonly preload: string;
  readonly coreEntry: string;
}

/** The folder after `--data` (or `--data=`) in Electron's arguments; null when none is named. */
export function dataFolderFrom(argv: readonly string[]): string | null {
  const index = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  const argument = argv[index];
  if (argument === undefined) return null;
  const folder = argument.includes('=') ? argument.slice('--data='.length) : argv[index + 1];
  return folder ? resolve(folder) : null;
}

/** Resolves when the window is open, or when this start has nothing to open. */
export async function startElectronProgram(deps: ElectronProgramDeps): Promise<void> {
  const { app, dialog, ipcMain, Menu, protocol, session } = deps.electron;
  app.setPath('userData', join(deps.dataFolder, 'electron'));
  // The lock is kept in userData, so two data folders may be open at once and one may not be twice.
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  registerAppScheme(protocol);
  confineContents(app);
  await app.whenReady();

  const documents = createPrintDocuments(deps.newId);
  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession);
  protocol.handle(appScheme, createAppProtocol(deps.files, documents));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(deps.platform, app.isPackaged)));

  let window: BrowserWindow | null = null;
  const supervisor = createCoreSupervisor({
    timers: deps.timers,
    hostAnswers: hostAnswers(deps, documents, () => window),
    startProcess: () =>
      startUtilityCore(deps.electron.utilityProcess, { entry: deps.coreEntry, args: ['--data', deps.dataFolder] }),
  });
  endWithCore(app, supervisor);
  const started = await supervisor.start();
  if (!started.ok) {
    dialog.showErrorBox(text('shell.cannotStart'), started.error.message);
    return app.exit(1);
  }

  answerPageCalls(ipcMain, supervisor);
  const opened = openWindow(deps.electron, deps.preload);
  window = opened;
  opened.once('closed', () => {
    window = null;
  });
  sendNotices(opened.webContents, supervisor);
  tellFailureOnLoad(opened, supervisor);
  reloadAfterCrash(opened);
  app.on('second-instance', () => {
    if (opened.isMinimized()) opened.restore();
    opened.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** The program quits when the core has finished what runs; Electron would not wait by itself. */
function endWithCore(app: ElectronModule['app'], supervisor: CoreSupervisor): void {
  let isEnding = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void supervisor.stop().then(() => app.exit(0));
  });
}

/** A page that loads while the core cannot be had must hear it too. */
function tellFailureOnLoad({ webContents }: BrowserWindow, supervisor: CoreSupervisor): void {
  webContents.on('did-finish-load', () => {
    const state = supervisor.state();
    if (state.kind === 'failed') webContents.send(noticeChannel, { topic: 'core-failed', data: state.error });
  });
}

function hostAnswers(
  deps: ElectronProgramDeps,
  documents: PrintDocuments,
  window: () => BrowserWindow | null,
): HostAnswers {
  const { shell, safeStorage } = deps.electron;
  return {
    ...secretAnswers(safeStorage, deps.platform),
    'print-pdf': createPrinting(deps.electron, documents),
    'list-printers': async () => {
      const contents = window()?.webContents;
      return contents ? listPrinters(contents) : ok([]);
    },
    'open-folder': async ({ path }) => {
      // CVE-2026-70603: what follows a null byte is not part of the path that was checked.
      const reason = path.includes('\0') ? 'the path is not a path' : await shell.openPath(path);
      return reason === '' ? ok(null) : fail('HOST_FAILED', text('shell.hostFailed', { name: 'open-folder', reason }));
    },
  };
}
