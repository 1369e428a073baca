/** What the shells say: starting, losing and regaining the core, and opening a window. */
export const shellText = {
  'shell.coreLost': 'The program behind this window stopped. It is being started again.',
  'shell.coreKeepsDying':
    'The program behind this window stopped {count} times in a row. Nothing sold is lost. Close Parterre and start it again; if it happens again, call for help and say: {reason}.',
  'shell.bug': 'Something went wrong inside Parterre. Nothing was changed. Please report it.',
  'shell.hostCannot': 'This window cannot do that on this machine ({name}).',
  'shell.noPrinting':
    'this machine has no printing system (“lp” was not found). Save the tickets as a PDF and print that, or set one up.',
  'shell.hostFailed': 'The system refused ({name}): {reason}',
  'shell.busy': 'Parterre is still busy with what was asked before. Try again in a moment.',
  'shell.portTaken': 'Port {port} on this machine is taken ({reason}). Choose another with --port, or leave it out.',
  'shell.forbidden': 'This was refused: it did not come from a window of Parterre.',
  'shell.cannotStart': 'Parterre cannot start',
  'shell.printFailed': 'The printer did not take it: {reason}',
  'shell.noKeychain': 'This machine has no keychain that is unlocked, so the secret was not stored.',
  'shell.tooLarge': 'That is more than 64 MB at once. Use a smaller file.',
  'shell.addressUsed':
    'This address was opened before, or Parterre was started anew. Open Parterre again with “npm start”.',
} as const;
