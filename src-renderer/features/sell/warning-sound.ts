/** Two soft notes: a minute is left. Made on the spot, so that no file is needed and no device is held open. */

const NOTES_HZ = [880, 660];
const NOTE_S = 0.16;
/** Heard at the counter, not in the queue. */
const LOUDNESS = 0.12;

export function playWarning(): void {
  // A machine without sound is no reason to stop selling.
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  NOTES_HZ.forEach((frequency, index) => {
    const start = audio.currentTime + index * NOTE_S;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(LOUDNESS, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + NOTE_S);
  });
  setTimeout(() => void audio.close(), 1000);
}
