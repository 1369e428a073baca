export const paperServiceText = {
  'paper.noSuchReceipt': 'There is no such receipt.',
  'paper.nothingToPrint': 'None of these tickets is paid, so there is nothing to print.',
  'paper.drawerOpens': 'The drawer opens.',
  'paper.noPrinterSet': 'No printer is set for this.',
  'paper.testPage': 'Test page',
  'paper.specimen': 'SPECIMEN',
} as const;
