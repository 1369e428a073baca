/** Verdicts as sounds, made on the spot: no files, no waiting. */
import { FACES, type FaceName } from './verdict-face.ts';

const LOUD_GAIN = 0.5;
const SOFT_GAIN = 0.08;
/** A note that starts or ends at once clicks. */
const EDGE_S = 0.008;

/** @returns what plays a verdict's tune; silent where the PC has no sound, which the screen's words make up for */
export function createDoorSounds(): (face: FaceName, isSoft: boolean) => void {
  let context: AudioContext | null = null;
  return (face, isSoft) => {
    try {
      context ??= new AudioContext();
    } catch {
      return;
    }
    // A browser keeps a page silent until a key or a click; a scan is keys.
    if (context.state === 'suspended') void context.resume();
    const { wave, notes } = FACES[face].tune;
    let at = context.currentTime + 0.01;
    for (const { hz, ms } of notes) {
      if (hz > 0) playNote(context, { wave, hz, at, lengthS: ms / 1000, loudness: isSoft ? SOFT_GAIN : LOUD_GAIN });
      at += ms / 1000;
    }
  };
}

interface PlayedNote {
  readonly wave: OscillatorType;
  readonly hz: number;
  readonly at: number;
  readonly lengthS: number;
  readonly loudness: number;
}

function playNote(context: AudioContext, { wave, hz, at, lengthS, loudness }: PlayedNote): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.type = wave;
  oscillator.frequency.value = hz;
  // Rough waves carry further than round ones.
  const peak = wave === 'sine' || wave === 'triangle' ? loudness : loudness * 0.4;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(peak, at + EDGE_S);
  volume.gain.setValueAtTime(peak, at + lengthS - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, at + lengthS);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + lengthS);
}
