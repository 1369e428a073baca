/** What every command of the command line ends with. */
export const EXIT = { done: 0, refused: 1, usage: 2, noData: 3, found: 4 } as const;
