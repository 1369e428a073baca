/** A map's pictures: decoded once each, outside any frame, and drawn when they are there. */
import { isPictureSource } from '../../src-shared/domain/seat-map/check/objects.ts';

/** BROKEN: of a kind that is not drawn, or not to be decoded. */
export type Picture = CanvasImageSource | 'LOADING' | 'BROKEN';

export interface Pictures {
  /** Begins to decode when first asked. */
  get(source: string): Picture;
  /** The map is gone: nothing that is still being decoded is told of. */
  forget(): void;
}

/** `onChange` is called when a picture has been decoded or has turned out to be broken. */
export function createPictures(onChange: () => void, decode: (source: string) => Promise<CanvasImageSource>): Pictures {
  const known = new Map<string, Picture>();
  let isForgotten = false;

  async function load(source: string): Promise<void> {
    known.set(source, await decode(source).catch(() => 'BROKEN' as const));
    if (!isForgotten) onChange();
  }

  return {
    get(source) {
      const held = known.get(source);
      if (held !== undefined) return held;
      // Whatever wrote the map: nothing but a picture that lies in it is ever asked for.
      if (!isPictureSource(source)) {
        known.set(source, 'BROKEN');
        return 'BROKEN';
      }
      known.set(source, 'LOADING');
      void load(source);
      return 'LOADING';
    },
    forget() {
      isForgotten = true;
    },
  };
}

/** Decodes with the browser, off the main thread. Rejects when the bytes are no picture. */
export async function decodePicture(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
}
