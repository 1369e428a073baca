/** Whether a chain of records is whole: nothing altered, dropped or put elsewhere. */
import { text } from '../../text/text.ts';

export interface ChainLink {
  readonly sequence: number;
  /** The hash of the record before, as this one has it. */
  readonly previousHash: string;
  readonly hash: string;
  /** What its hash must be, from its content and the hash before. */
  readonly expectedHash: string;
}

/** Follows a chain link by link, so that a long one need not be held. */
export class ChainWalk {
  #sequence = 0;
  #hash = '';
  readonly problems: string[] = [];

  get count(): number {
    return this.#sequence;
  }

  add(link: ChainLink): void {
    const { sequence } = link;
    if (sequence !== this.#sequence + 1)
      this.problems.push(text('verify.chainGap', { sequence, expected: this.#sequence + 1 }));
    else if (link.previousHash !== this.#hash) this.problems.push(text('verify.chainCut', { sequence }));
    else if (link.hash !== link.expectedHash) this.problems.push(text('verify.chainAltered', { sequence }));
    this.#sequence = sequence;
    this.#hash = link.hash;
  }
}
