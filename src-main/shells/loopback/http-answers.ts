/**
 * The loopback shell's HTTP side: the renderer's files, the exchange of a token for a key, and a new address for
 * whoever holds the control key. Host is compared exactly on every request, Origin on every one that is not a file.
 */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { RendererFiles } from '../renderer-files.ts';
import { securityHeaders } from '../response-headers.ts';
import { isSameSecret, type Admission } from './admission.ts';

export interface HttpAnswersDeps {
  readonly files: RendererFiles;
  readonly admission: Admission;
  /** `127.0.0.1:port`, known once the server listens. */
  readonly host: () => string;
  /** Lets a second start of the program ask this one for an address. */
  readonly controlKey: string;
}

/** Far above any body we take; a longer one is cut off. */
const bodyBytesMax = 1_024;

const sessionBody = z.union([
  z.strictObject({ token: z.string().max(200) }),
  z.strictObject({ key: z.string().max(200) }),
]);
const addressBody = z.strictObject({ controlKey: z.string().max(200) });

export function createHttpAnswers(deps: HttpAnswersDeps): RequestListener {
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders([`ws://${deps.host()}`]))) {
      response.setHeader(name, value);
    }
    // Compared exactly, so that a name that a stranger points at 127.0.0.1 gets nothing.
    if (request.headers.host !== deps.host()) return refuse(response, 403);
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/session') return void answerSession(deps, request, response);
    if (path === '/address') return void answerAddress(deps, request, response);
    answerFile(deps.files, path, request, response);
  };
}

function answerFile(files: RendererFiles, path: string, request: IncomingMessage, response: ServerResponse): void {
  const found = files.get(path);
  if (!found) return refuse(response, 404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  response.setHeader('content-type', found.contentType);
  if (request.method === 'HEAD') return void response.end();
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** POST { token } → { key }; POST { key } → 204 while the key still opens the socket. 401 to anything else. */
async function answerSession(deps: HttpAnswersDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405);
  if (request.headers.origin !== `http://${deps.host()}`) return refuse(response, 403);
  const body = sessionBody.safeParse(await readJson(request));
  if (!body.success) return refuse(response, 400);
  if ('key' in body.data) return refuse(response, deps.admission.admits(body.data.key) ? 204 : 401);
  const key = deps.admission.exchange(body.data.token);
  if (!key) return refuse(response, 401);
  answerJson(response, { key });
}

/** POST { controlKey } → { token }. For a program that can read the data folder; a browser always sends an Origin and is refused. */
async function answerAddress(deps: HttpAnswersDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405);
  if (request.headers.origin !== undefined) return refuse(response, 403);
  const body = addressBody.safeParse(await readJson(request));
  if (!body.success || !isSameSecret(body.data.controlKey, deps.controlKey)) return refuse(response, 401);
  answerJson(response, { token: deps.admission.issueToken() });
}

/** The body as JSON; undefined when it is none, or too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > bodyBytesMax) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
