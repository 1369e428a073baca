/** Puts together what is stamped for a seat or a text at one scale, once for all that look the same. */
import type { SeatStyle } from '../marks.ts';
import { HALF_CAP_EM } from '../paint-seats.ts';
import { expandBounds } from '../view.ts';
import type { Stamp } from './mask.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { pixelOf, withAlpha } from './pixels.ts';
import { DIMMED_ALPHA } from './priority.ts';
import {
  bodyParts,
  drawPart,
  LETTER_FROM_PX,
  markPart,
  type SeatPart,
  type SeatText,
  seatTexts,
  wheelchairPart,
} from './seat-parts.ts';

/** All that is stamped of seats of one style, outline and radius. */
export interface SeatStamps {
  /** All but the text, lowest first. */
  bodyOf(isLit: boolean): readonly Stamp[];
  /** Whether they are large enough for figures and letters. */
  readonly hasText: boolean;
  /** Figures and letters of a seat with that label. */
  textOf(label: string): readonly Stamp[];
}

export function createSeatStamps(
  atlas: MaskAtlas,
  family: string,
  style: SeatStyle,
  outline: number,
  radiusPx: number,
): SeatStamps {
  const bodies = bodyParts(style, outline, radiusPx);
  const marks = [markPart(style, radiusPx), wheelchairPart(style, outline, radiusPx)].filter((part) => part !== null);
  const body = bodies.map((part) => stampOf(atlas, part));
  const lit = [...body, ...marks.map((part) => stampOf(atlas, part))];
  const dimmed = body.map((stamp) => ({ ...stamp, color: withAlpha(stamp.color, DIMMED_ALPHA) }));
  const texts = new Map<string, readonly Stamp[]>();
  return {
    bodyOf: (isLit) => (isLit ? lit : dimmed),
    hasText: radiusPx >= LETTER_FROM_PX,
    textOf(label) {
      let held = texts.get(label);
      if (held === undefined) {
        held = seatTexts(style, outline, radiusPx, label).flatMap((each) =>
          textStamps(atlas, family, fitting(atlas, family, each, radiusPx)),
        );
        texts.set(label, held);
      }
      return held;
    },
  };
}

/** The text, set smaller where its letters are wider than usual: nothing of a seat may lie beyond it. */
function fitting(atlas: MaskAtlas, family: string, wanted: SeatText, radiusPx: number): SeatText {
  const fits = Math.min(1, (radiusPx * 1.9) / textWidth(atlas, family, wanted));
  return fits === 1 ? wanted : { ...wanted, fontPx: wanted.fontPx * fits };
}

function stampOf(atlas: MaskAtlas, part: SeatPart): Stamp {
  const reach = part.reachPx + (part.line === null ? 0 : part.line.widthPx / 2);
  const box = { left: -reach, top: -reach, right: reach, bottom: reach };
  return { set: atlas.request(part.key, box, (ctx) => drawPart(ctx, part)), dx: 0, dy: 0, color: pixelOf(part.color) };
}

/** A text centred on its place, letter by letter, so that a house of thousands of numbers needs ten figures. */
export function textStamps(
  atlas: MaskAtlas,
  family: string,
  { label, fontPx, weight, color, dy, field }: SeatText,
): Stamp[] {
  const font = `${weight} ${fontPx}px ${family}`;
  const letters = lettersOf(label).map((letter) => ({ letter, ...atlas.measure(font, letter) }));
  const toPhases = (lengthPx: number) => Math.round(lengthPx * atlas.pixelRatio * atlas.phases);
  const baseline = toPhases(dy + fontPx * HALF_CAP_EM);
  const stamps: Stamp[] = field === null ? [] : [fieldStamp(atlas, label, fontPx, field, toPhases(dy))];
  let at = -letters.reduce((sum, { advance }) => sum + advance, 0) / 2;
  for (const { letter, ink, advance } of letters) {
    // Fitted to the pixels of its size, a letter may be drawn a pixel beyond what it measures.
    const set = atlas.request(`${font} ${letter}`, expandBounds(ink, 1), (ctx) => {
      ctx.font = font;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      ctx.fillText(letter, 0, 0);
    });
    stamps.push({ set, dx: toPhases(at), dy: baseline, color: pixelOf(color) });
    at += advance;
  }
  return stamps;
}

/** In CSS pixels, as `textStamps` sets it. */
export function textWidth(
  atlas: MaskAtlas,
  family: string,
  { label, fontPx, weight }: Pick<SeatText, 'label' | 'fontPx' | 'weight'>,
): number {
  const font = `${weight} ${fontPx}px ${family}`;
  return lettersOf(label).reduce((sum, letter) => sum + atlas.measure(font, letter).advance, 0);
}

/** Scripts that join or combine their letters are drawn as one. */
function lettersOf(label: string): readonly string[] {
  return /^[ -~]*$/.test(label) ? [...label] : [label];
}

function fieldStamp(atlas: MaskAtlas, label: string, fontPx: number, color: string, dy: number): Stamp {
  const half = fontPx * 0.34 * label.length + 1;
  const box = { left: -half, top: -fontPx * 0.52, right: half, bottom: fontPx * 0.52 };
  const set = atlas.request(`field ${half} ${fontPx}`, box, (ctx) => {
    ctx.beginPath();
    ctx.roundRect(box.left, box.top, half * 2, fontPx * 1.04, fontPx * 0.3);
    ctx.fill();
  });
  return { set, dx: 0, dy, color: pixelOf(color) };
}
