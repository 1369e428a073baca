/**
 * Which of many ranks is the highest, when a few of them change between two questions: a tournament whose changed
 * matches alone are played again.
 */

export interface WinnerTree {
  /** Index of the highest rank, the first of equals; the ranks are at least one. */
  best(): number;
  /** Plays again after the rank at an index has changed. */
  changed(index: number): void;
}

/** A tournament over ranks that its owner changes and tells of. */
export function createWinnerTree(ranks: Float64Array): WinnerTree {
  let leaves = 1;
  while (leaves < ranks.length) leaves *= 2;
  // winners[1] has won all; the two that play for node i are the winners of 2i and 2i + 1; the leaves are the ranks.
  const winners = new Int32Array(leaves);
  const contender = (node: number) => (node >= leaves ? node - leaves : winners[node]!);
  const rankOf = (index: number) => ranks[index] ?? -Infinity;
  const play = (node: number) => {
    const [left, right] = [contender(2 * node), contender(2 * node + 1)];
    winners[node] = rankOf(right) > rankOf(left) ? right : left;
  };
  for (let node = leaves - 1; node >= 1; node--) play(node);
  return {
    best: () => contender(1),
    changed(index) {
      for (let node = (leaves + index) >> 1; node >= 1; node >>= 1) play(node);
    },
  };
}
