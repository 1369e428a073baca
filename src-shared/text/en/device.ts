export const deviceText = {
  'keys.unreadable': 'The ticket keys in {path} can be neither read nor made: {reason}',
  'keys.damaged':
    'The ticket keys in {path} are damaged. Put the file back from a backup; it was left as it is, because tickets sold are signed with it.',
} as const;
