/**
 * `app://parterre/`: the built renderer from its allow-list, and `app://document/<id>`: a PDF that waits to be printed.
 * Nothing is read from a path that a request names.
 */
import { readFile } from 'node:fs/promises';
import type { ElectronModule } from './electron-module.ts';
import type { RendererFiles } from '../renderer-files.ts';
import { securityHeaders } from '../response-headers.ts';
import { appHost, appScheme } from './security.ts';

const documentHost = 'document';

/** Must run before the app is ready. `corsEnabled` with `supportFetchAPI`: without it other origins could read us (CVE-2026-70604). */
export function registerAppScheme(protocol: ElectronModule['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

export interface PrintDocuments {
  /** Holds a PDF until it is dropped; the address shows it. */
  add(pdf: Uint8Array): { readonly address: string; drop(): void };
  get(id: string): Uint8Array | undefined;
}

export function createPrintDocuments(newId: () => string): PrintDocuments {
  const documents = new Map<string, Uint8Array>();
  return {
    add(pdf) {
      const id = newId();
      documents.set(id, pdf);
      return { address: `${appScheme}://${documentHost}/${id}`, drop: () => void documents.delete(id) };
    },
    get: (id) => documents.get(id),
  };
}

export function createAppProtocol(files: RendererFiles, documents: PrintDocuments) {
  return async (request: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    if (request.method !== 'GET' || !URL.canParse(request.url)) return refuse(405);
    const { host, pathname } = new URL(request.url);
    if (host === documentHost) return answerDocument(documents.get(pathname.slice(1)));
    const found = host === appHost ? files.get(pathname) : undefined;
    if (!found) return refuse(404);
    const body = new Uint8Array(await readFile(found.file));
    return new Response(body, { headers: { ...securityHeaders(), 'content-type': found.contentType } });
  };
}

function answerDocument(pdf: Uint8Array | undefined): Response {
  if (!pdf) return refuse(404);
  return new Response(new Uint8Array(pdf), {
    headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store' },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...securityHeaders() } });
}
