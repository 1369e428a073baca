/** What `parterre start` prints. */
export const startText = {
  'start.badPort': '--port takes a whole number from 0 to 65535, not “{port}”.',
  'start.badDataFolder': 'The data folder {folder} cannot be made: {reason}',
  'start.dataUnreadable':
    'A file of the data folder {folder} cannot be opened: {reason}. Look at its permissions, or choose another folder with --data.',
  'start.building': 'Preparing the screens. This happens once, and again after an update.',
  'start.noElectron': 'Electron is not on this machine, so Parterre opens in a browser window.',
  'start.alreadyRuns': 'Parterre already runs on this data folder; this opens another window of it.',
  'start.opened': 'Parterre is open. Close its window, or press Ctrl+C here, to stop it.',
  'start.openAddress':
    'Open this address in a browser on this machine; it works once:\n{address}\nPress Ctrl+C to stop.',
} as const;
