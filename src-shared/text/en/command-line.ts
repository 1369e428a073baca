export const commandLineText = {
  'cli.help': `parterre: a box office that never sells a seat twice

  parterre start [--data DIR] [--no-open] [--port N]     open the program
  parterre call NAME JSON [--user NAME] [--json]         run a command or query as a person of the house
  parterre import-map FILE [--repair all|ID,ID] [--json] import a plan as a new map
  parterre seed-demo                                     fill a new data folder with the demo house
  parterre backup [--to DIR]                             copy the data, while nobody has it open
  parterre restore BACKUP                                put a backup in place; later sales are replayed over it
  parterre verify [--json]                               check every rule the data must keep

Every command takes --data DIR. Exit codes: 0 done, 1 refused, 2 wrong arguments, 3 no data folder, 4 something found wrong.`,
  'cli.unknown': 'There is no command "{name}". "parterre help" lists them.',
  'cli.callUsage': 'Usage: parterre call NAME JSON [--data DIR] [--user NAME] [--json]',
  'cli.importUsage': 'Usage: parterre import-map FILE [--repair all] [--name NAME] [--data DIR] [--json]',
  'cli.restoreUsage': 'Usage: parterre restore BACKUP-FOLDER [--data DIR]',
  'cli.badJson': 'The input is not JSON: {reason}',
  'cli.noSuchPerson': 'Nobody in this house is called "{name}".',
  'cli.nobodyNamed': 'This house has no owner. Name the person to act as with --user.',
  'cli.fileNotRead': '{file} cannot be read: {reason}',
  'cli.imported': 'Imported {seats} seats as map {mapId} in {seconds} s.',
  'cli.morePlaces': 'and {count} more',
  'cli.repair': '--repair {id}: {sentence}',
  'cli.repaired': 'Repaired: {sentence}',
  'cli.notEmpty': 'There is a house in this folder already. The demo goes into a new one.',
  'cli.demoPerson': '{name}: PIN {pin}',
  'cli.backedUp': 'Backed up to {folder}',
  'cli.restored': 'Restored. {replayed} later records were replayed from the second journal.',
  'cli.checkClean': '✓ {name} ({count})',
  'cli.checkFound': '✗ {name} ({count}): {problems} problems',
  'cli.verified': 'Everything holds.',
  'cli.verifiedWithProblems': '{problems} problems found.',
  'backup.failed':
    'The backup to {folder} failed: {reason}. What was begun was taken away; the data itself is untouched.',
  'backup.notABackup': '{folder} is not a backup: it has no parterre.sqlite.',
  'backup.restoreFailed':
    'Restoring {folder} failed: {reason}. What was there is still there, or in the backups folder.',
} as const;
