// A short sound and a touch of vibration that say "found" or "not this one" to someone who is looking at their paper and
// not at the screen. Two soft tones up, or one low and longer; the vibrations differ as the sounds do.

export type Cue = 'found' | 'wrong';

interface Tone {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds. */
  readonly from: number;
  readonly lasts: number;
}

const TONES: Readonly<Record<Cue, readonly Tone[]>> = {
  found: [
    { pitch: 660, from: 0, lasts: 0.09 },
    { pitch: 990, from: 0.1, lasts: 0.14 },
  ],
  wrong: [{ pitch: 196, from: 0, lasts: 0.26 }],
};
/** Milliseconds on, off, on. */
const VIBRATIONS: Readonly<Record<Cue, readonly number[]>> = { found: [60], wrong: [120, 80, 120] };
const LOUDNESS = 0.12;
const FADE_SECONDS = 0.02; // a tone that begins or ends at once clicks

let speaker: AudioContext | undefined;

/** Plays it, where the tablet can and the browser lets it: before the first touch browsers stay silent. */
export async function playCue(cue: Cue): Promise<void> {
  if (navigator.userActivation?.hasBeenActive === false) return;
  navigator.vibrate?.([...VIBRATIONS[cue]]);
  if (typeof AudioContext === 'undefined') return;
  speaker ??= new AudioContext();
  // It is suspended while the page is hidden, and where the browser wants another touch first: then this waits or fails.
  await speaker.resume().catch(() => undefined);
  if (speaker.state === 'running') for (const tone of TONES[cue]) play(speaker, tone);
}

function play(context: AudioContext, { pitch, from, lasts }: Tone): void {
  const begin = context.currentTime + from;
  const end = begin + lasts;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + FADE_SECONDS);
  volume.gain.setValueAtTime(LOUDNESS, end - FADE_SECONDS);
  volume.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}
