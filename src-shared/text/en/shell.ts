/** What the shells say: starting, losing and regaining the core, and opening a window. */
export const shellText = {
  'shell.coreLost': 'The program behind this window stopped. It is being started again.',
  'shell.coreKeepsDying':
    'The program behind this window stopped {count} times in a row. Nothing sold is lost. Close Parterre and start it again; if it happens again, call for help and say: {reason}.',
  'shell.bug': 'Something went wrong inside Parterre. Nothing was changed. Please report it.',
  'shell.hostCannot': 'This window cannot do that on this machine ({name}).',
  'shell.hostFailed': 'The system refused ({name}): {reason}',
} as const;
