/** What the pages can be asked from outside. Times are milliseconds. */

/** Of the frames of one journey. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** OVERVIEW: across the whole house and back · CLOSE: a lap where seats are numbered · ZOOM: from the whole house to a few rows */
export type Journey = 'OVERVIEW' | 'CLOSE' | 'ZOOM';

/**
 * LAYER: ours · LIVE: ours, 200 seats changing state before each frame · RAW: a canvas path a colour, all seats ·
 * CULLED: the same of the seats in the window, found by flatbush, numbered when large · BLIT: one finished bitmap
 */
export type Drawer = 'LAYER' | 'LIVE' | 'RAW' | 'CULLED' | 'BLIT';

export interface LayerPage {
  /** Fetches the house. Nothing of it is in the page before. */
  load(): Promise<void>;
  /** Makes the layer; until all of it is drawn and in the pixels. Once, before what follows. */
  firstDraw(): Promise<number>;
  /** A straight loop over the columns into an image: the least that drawing every seat once can cost. */
  pixelLoop(): number;
  /** Script and raster of each frame, nothing else between them. Each `run` takes its journey elsewhere. */
  work(journey: Journey, drawer: Drawer, run: number): Promise<Spread>;
  /** From frame to frame as the screen asks for them. */
  intervals(journey: Journey, drawer: Drawer, run: number): Promise<Spread>;
  /** What the pixels of all living canvases take, once garbage is collected; the control's is not counted. */
  canvasBytes(): number;
}

/** @alisaitteke/seatmap-canvas. */
export interface SvgPage {
  load(): Promise<void>;
  /** Until its first frame is past. */
  firstDraw(): Promise<number>;
  /** Its own stage group moved by a transform: the cheapest way there is. */
  panIntervals(): Promise<Spread>;
}

/** A react-konva node a seat. */
export interface KonvaPage {
  load(): Promise<void>;
  firstDraw(): Promise<number>;
  /** Script and raster. */
  panWork(): Spread;
}

export interface BenchPages {
  readonly layer: LayerPage;
  readonly svg: SvgPage;
  readonly konva: KonvaPage;
}

declare global {
  interface Window {
    readonly bench: BenchPages;
  }
}
