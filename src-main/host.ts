/**
 * What the core may ask of the shell around it: the few things only the shell can do. A shell that cannot answers
 * with code HOST_CANNOT, which the core treats as "not on this machine", never as a bug.
 */
import type { Result } from '../src-shared/domain/result.ts';

export interface SystemPrinter {
  /** The name the operating system knows it by; what `print-pdf` is given. */
  readonly name: string;
  readonly displayName: string;
}

export interface PrintJob {
  /** The system printer's name; null prints on the system's default printer. */
  readonly printer: string | null;
  readonly pdf: Uint8Array;
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
  readonly copies: number;
}

/** Each thing that can be asked, with what goes in and what comes back. Secrets come back sealed; the core stores them. */
export interface HostRequests {
  'list-printers': { readonly input: null; readonly output: readonly SystemPrinter[] };
  'print-pdf': { readonly input: PrintJob; readonly output: null };
  'open-folder': { readonly input: { readonly path: string }; readonly output: null };
  'seal-secret': { readonly input: { readonly plain: string }; readonly output: { readonly sealed: Uint8Array } };
  'open-secret': { readonly input: { readonly sealed: Uint8Array }; readonly output: { readonly plain: string } };
}

export type HostRequestName = keyof HostRequests;

export interface Host {
  ask<Name extends HostRequestName>(
    name: Name,
    input: HostRequests[Name]['input'],
  ): Promise<Result<HostRequests[Name]['output']>>;
}

/** The answers a shell gives; one that is left out is answered HOST_CANNOT. */
export type HostAnswers = {
  readonly [Name in HostRequestName]?: (
    input: HostRequests[Name]['input'],
  ) => Promise<Result<HostRequests[Name]['output']>>;
};
