export const cashText = {
  'cash.noSession': 'No drawer is open here. Open it with a counted float to take cash.',
  'cash.sessionOfOther': 'The open drawer belongs to {name}. Sell by card, or close that drawer first.',
  'cash.counting': 'The drawer is being counted. Go back to selling first.',
  'cash.drawerOpen': 'The drawer here is open already, since {name} opened it. Close that session first.',
  'cash.badDenomination': '{denomination} is no coin or note.',
  'cash.countTooLarge': 'This count comes to more than a drawer holds. Look for a mistyped number.',
  'cash.amountNeeded': 'Say how much.',
  'cash.amountNotWanted': 'Opening the drawer without a sale moves no money. Use paid in or paid out for an amount.',
  'cash.tenderWaiting':
    'A sale has cash on it that is not finished. Finish that sale, or take the cash back, before counting.',
  'cash.notCounting': 'The drawer is not being counted. Begin the count first.',
  'cash.notCounted': 'Count the drawer before closing it.',
  'cash.differenceNeedsApproval':
    'The count and the books differ by more than is allowed. Count again, or let a manager approve it.',
  'cash.closeOfOther': 'This drawer belongs to {name}. A manager can close it.',
  'cash.noSuchSession': 'There is no such cash session.',
  'cash.float': 'Float',
  'cash.difference': 'Counted against the books',
  'cash.emptied': 'Drawer closed',
  'cash.emptiedApproved': 'Drawer closed: {reason}',
} as const;
