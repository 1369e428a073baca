import type { PreloadApi } from './preload-transport.ts';

declare global {
  interface Window {
    /** Only in Electron: what the preload exposes. */
    readonly parterre?: PreloadApi;
  }
}
