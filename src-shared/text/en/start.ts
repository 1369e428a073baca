/** What `parterre start` prints, and why a data folder cannot be opened. */
export const startText = {
  'start.badPort': '--port takes a whole number from 0 to 65535, not “{port}”.',
  'start.readOnly':
    'Parterre cannot write to its data folder {folder}: {reason}. Change its permissions, or choose another folder with --data.',
  'start.inUse':
    'Another copy of Parterre already works in {folder}. Close it first, or choose another folder with --data.',
  'start.notSetUp': 'There is no house in {folder} yet. Start the program once, or run "parterre seed-demo".',
  'start.diskFull': 'The disk with {folder} is full. Nothing is lost. Make room, then start Parterre again.',
  'start.dataUnreadable':
    'A file of the data folder {folder} cannot be opened: {reason}. Look at its permissions and its disk, or choose another folder with --data.',
  'start.fromTheFuture':
    'The data in {folder} was written by a newer version of Parterre (data version {found}, this program knows {known}). It was left as it is. Update Parterre, or restore an older backup.',
  'start.migrationChanged':
    'The data in {folder} does not fit this program: {reason} It was left as it is. Install the Parterre it was made with.',
  'start.databaseDamaged':
    'The database {file} cannot be read ({reason}). It was left as it is. Restore a backup with "parterre restore". Without a backup move the file elsewhere and start again: everything is rebuilt from the second journal {journal}.',
  'start.journalDamaged':
    '{reason} It is {journal}, and it was left as it is. If the database beside it was not restored from a backup since, move the file elsewhere, keep it, and start again: it is written anew from the database. Otherwise call for help.',
  'start.journalsDiffer':
    '{reason} They are {file} and {journal}, and both were left as they are. Nothing is sold until somebody has looked: keep both files and restore a backup.',
  'start.building': 'Preparing the screens. This happens once, and again after an update.',
  'start.noElectron': 'Electron is not on this machine, so Parterre opens in a browser window.',
  'start.alreadyRuns': 'Parterre already runs on this data folder; this opens another window of it.',
  'start.opened': 'Parterre is open. Close its window, or press Ctrl+C here, to stop it.',
  'start.openAddress':
    'Open this address in a browser on this machine; it works once:\n{address}\nPress Ctrl+C to stop.',
} as const;
