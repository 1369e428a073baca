/**
 * Scanners the program reads itself (HID POS devices). Scanners that type like a keyboard come through the window and
 * `domain/scanner/wedge.ts`; a camera through the window too.
 */

/** By the AIM identifier in front of the data; null where the scanner sends none or one we do not use. */
export type Symbology = 'QR' | 'DATA_MATRIX' | 'AZTEC' | 'PDF_417' | 'CODE_128' | 'EAN';

export interface ScannedCode {
  readonly text: string;
  readonly symbology: Symbology | null;
}

export interface Scanner {
  /** As people know it: maker and model. */
  readonly name: string;
  /** Calls the listener with every whole code until the returned function is called. */
  onScan(listener: (code: ScannedCode) => void): () => void;
  /** Calls the listener once, when the scanner is pulled out or fails. */
  onLost(listener: (reason: string) => void): () => void;
  close(): void;
}
