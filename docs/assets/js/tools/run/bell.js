// A soft bell, once the reader has asked for it: two tones that fade.

/** @returns {{ set: (isOn: boolean) => void, ring: () => void }} */
export function bell() {
  /** @type {AudioContext | null} */
  let context = null;
  return {
    set(isOn) {
      if (!isOn) context = null;
      else if ("AudioContext" in window) context = new AudioContext();
    },
    ring() {
      if (!context) return;
      if (context.state === "suspended") context.resume();
      for (const [tone, loudness] of /** @type {const} */ ([
        [528, 0.18],
        [792, 0.07],
      ])) {
        const sound = context.createOscillator();
        const gain = context.createGain();
        sound.frequency.value = tone;
        gain.gain.setValueAtTime(loudness, context.currentTime);
        gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 2.2);
        sound.connect(gain).connect(context.destination);
        sound.start();
        sound.stop(context.currentTime + 2.3);
      }
    },
  };
}
