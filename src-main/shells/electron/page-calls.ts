/**
 * The one place where a page's messages come in and notices go out; `electron-security.test.ts` counts the handlers.
 */
import type { WebContents } from 'electron';
import type { CallAnswer } from '../../../src-shared/contract/wire.ts';
import { fail } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Core } from '../../core-port.ts';
import { parseCallRequest } from '../call-request.ts';
import type { ElectronModule } from './electron-module.ts';
import { isFromOurPage } from './security.ts';

export const callChannel = 'parterre:call';
export const noticeChannel = 'parterre:notice';

/** Answers the page's calls from the core; a message from anywhere else is refused unread. */
export function answerPageCalls(ipcMain: ElectronModule['ipcMain'], core: Pick<Core, 'call'>): void {
  ipcMain.handle(callChannel, async (event, message: unknown): Promise<CallAnswer> => {
    const request = isFromOurPage(event) ? parseCallRequest(message) : null;
    if (!request) return { call: 0, result: fail('FORBIDDEN', text('shell.forbidden')) };
    return core.call(request);
  });
}

/** Passes the core's notices to a window until the window is gone. */
export function sendNotices(contents: WebContents, core: Pick<Core, 'on'>): void {
  const stop = core.on((notice) => {
    if (!contents.isDestroyed()) contents.send(noticeChannel, notice);
  });
  contents.once('destroyed', stop);
}
