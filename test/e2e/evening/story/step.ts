/** What the steps of the evening have at hand. */
import type { FakeNetworkPrinter } from '../../../support/fake-network-printer.ts';
import type { Hands } from '../../../support/evening/hands.ts';
import type { EveningProgram } from '../../../support/evening/program.ts';
import type { NodeWindow } from '../../../support/node-window.ts';

export interface Evening {
  readonly program: EveningProgram;
  /** At the PC. */
  readonly hands: Hands;
  /** The same hands in another window. */
  openHands(): Promise<Hands>;
  /** A second pair of eyes at the core. */
  readonly eyes: NodeWindow;
  readonly receiptPrinter: FakeNetworkPrinter;
  shot(name: string): Promise<void>;
  /** What later steps need of earlier ones. */
  readonly known: {
    /** Sales' numbers by the name they are under. */
    readonly numbers: Map<string, string>;
    /** The square codes on Ada's tickets, as printed; the first was given back. */
    codes: readonly string[];
  };
}

export interface Step {
  readonly name: string;
  run(evening: Evening): Promise<void>;
}
