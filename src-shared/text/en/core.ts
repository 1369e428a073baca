/** What the core itself refuses with, whatever was asked. */
export const coreText = {
  'core.signInFirst': 'Sign in first.',
  'core.notPermitted': 'This needs somebody with the right to do it.',
  'core.mayNotAllow': '{name} may not allow this.',
  'core.noSuchPerson': 'Nobody of that name may sign in here.',
  'core.wrongPin': 'That is not the right PIN.',
  'core.pinLocked': 'Too many wrong tries. Wait {seconds} seconds.',
  'core.secretNeeded': 'A person needs a PIN or a password.',
  'core.nameTaken': 'There is a {name} already.',
  'core.ownAccount': 'Nobody can take themselves off the list.',
  'core.setUpAlready': 'This data folder is set up already.',
  'core.notSetUp': 'This data folder is not set up.',
  'core.unknownCall': 'There is no call named {name}.',
  'core.wrongState': 'A {subject} that is {from} cannot become {to}.',
  'core.actionReused': 'This action was already used for something else. Try again.',
  'core.storeBusy': 'Somebody else is changing this right now. Try again.',
  'core.seatTaken': 'One of these seats was taken a moment ago.',
  'core.exists': 'Something like this exists already.',
  'core.thisPlace': 'the database',
  'core.storeFull':
    'The disk with {place} is full. Nothing was changed and nothing is lost; make room, then try again.',
  'core.storeUnwritable':
    'The disk with {place} does not take what is written ({reason}). This was not saved, and what was saved before is not lost. Look at the disk, then try again: it is done once.',
  'core.secondJournalFull':
    'It is saved, but its second copy in {place} cannot be written, because the disk is full. Make room, then try again: nothing is done twice.',
  'core.secondJournalUnwritable':
    'It is saved, but its second copy in {place} cannot be written ({reason}). Look at the disk, then try again: nothing is done twice.',

  'core.cardNumber':
    'This looks like a card number. Parterre never keeps card numbers: type the reference the card terminal printed.',
  'core.brokenCharacter': 'has a broken character (half of a pair)',
  'core.nullCharacter': 'has a character that cannot be stored (U+0000)',
  'core.badAction': 'The name of an action is 1 to 128 letters, digits and dashes.',
} as const;
