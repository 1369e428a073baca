/** The bundle's first file, and the only one that imports Electron at run time. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as electron from 'electron';
import { defaultDataFolder } from '../../default-data-folder.ts';
import { systemTimers } from '../../timers.ts';
import { listRendererFiles } from '../renderer-files.ts';
import { dataFolderFrom, startElectronProgram } from './main.ts';

const dist = join(electron.app.getAppPath(), 'dist');

void startElectronProgram({
  electron,
  timers: systemTimers,
  newId: randomUUID,
  platform: process.platform,
  dataFolder: dataFolderFrom(process.argv) ?? defaultDataFolder(),
  files: listRendererFiles(join(dist, 'renderer')),
  preload: join(dist, 'electron', 'preload.cjs'),
  coreEntry: join(dist, 'electron', 'core-process.mjs'),
});
