/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), an item a function, each with its test.
 * The items kept elsewhere: content policy in `response-headers.ts`, the protocol in `app-protocol.ts`, the two
 * exposed functions in `preload.ts`, fuses in `electron-builder.yml`. `shell.openExternal` is used nowhere.
 */
import type { App, IpcMainInvokeEvent, Session, WebContents, WebPreferences } from 'electron';

/** The page's origin. Standard and secure, so that it has storage and modules like any site. */
export const appScheme = 'app';
export const appHost = 'parterre';
export const appAddress = `${appScheme}://${appHost}/`;

/** Items 2, 3, 4, 6, 8, 9, 10: every one is spelt out, though most are defaults now; a default may change. */
export function securePreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
  };
}

/** Item 5: camera, location, notifications, USB and the rest. Devices are the core's, never the page's. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
}

/** What a window may load: itself, what it made itself, and the viewer that a printed PDF is drawn by. */
const loadableProtocols = new Set([`${appScheme}:`, 'blob:', 'data:', 'devtools:', 'chrome-extension:']);

export function isLoadable(address: string): boolean {
  return URL.canParse(address) && loadableProtocols.has(new URL(address).protocol);
}

/** Item 1: nothing comes from a network. The core alone speaks to one. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLoadable(details.url) }));
  // A file the page made for saving is its own; anything else has no business on this disk.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appScheme}://${appHost}/`)) event.preventDefault();
  });
}

/** Items 11, 12, 13, 14: every contents that ever comes to be, whoever makes it. */
export function confineContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Our page may load itself again; nothing may take its place.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== appAddress) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Item 17: the top frame of a window of ours, showing our page. */
export function isFromOurPage(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  const { sender, senderFrame } = event;
  if (!senderFrame || senderFrame !== sender.mainFrame || !URL.canParse(senderFrame.url)) return false;
  const { protocol, host } = new URL(senderFrame.url);
  return protocol === `${appScheme}:` && host === appHost;
}
