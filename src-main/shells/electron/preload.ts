/**
 * What the page gets of Electron: two functions, and neither takes a channel. Bundled to one CommonJS file, because a
 * sandboxed preload cannot require files of its own.
 */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('parterre', {
  call: (request: unknown): Promise<unknown> => ipcRenderer.invoke('parterre:call', request),
  on(listener: (notice: unknown) => void): () => void {
    // The event itself stays here: it would hand the page the whole of ipcRenderer.
    const pass = (_event: unknown, notice: unknown): void => listener(notice);
    ipcRenderer.on('parterre:notice', pass);
    return () => {
      ipcRenderer.off('parterre:notice', pass);
    };
  },
});
