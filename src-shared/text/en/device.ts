export const deviceText = {
  'keys.unreadable': 'The ticket keys in {path} can be neither read nor made: {reason}',
  'keys.damaged':
    'The ticket keys in {path} are damaged. Put the file back from a backup; it was left as it is, because tickets sold are signed with it.',
  'printer.refused': 'The printer at {where} cannot print: {reason}. Nothing was printed.',
  'printer.unknown':
    'The printer at {where} stopped in the middle: {reason}. Look what came out before printing again.',
  'printer.system': 'The printer {name}: {reason}',
  'printer.unreachable': 'it does not answer on the network',
  'printer.silent': 'it has gone silent',
  'printer.brokeOff': 'the connection broke',
  'printer.stopped': 'printing was stopped',
  'printer.offline': 'it is offline',
  'printer.paperOut': 'it is out of paper',
  'printer.coverOpen': 'its cover is open',
  'printer.error': 'it reports an error',
  'printer.noPrintSystem': 'this computer has no print system (the lp command)',
  'printer.exitCode': 'the print system refused the job (exit code {exitCode})',
  'scanner.hidUnavailable':
    'HID scanners unavailable: the system lacks what is needed to read them ({reason}). Scanners that type like a keyboard work.',
} as const;
