// The whole session as a thin strip: a stretch for each step, to scale, in the colour of who speaks, and how far it has come.
import { drawn } from "../../lib/dom.js";

const UNTIMED = 5 * 60_000; // ms: how wide a step is drawn that may take as long as it likes

/**
 * @param {SVGSVGElement} strip
 * @param {HTMLElement[]} boxes of the steps, whose classes say who speaks
 */
export function stripOn(strip, boxes) {
  const voices = boxes.map((box) => [...box.classList].find((name) => name.startsWith("voice-")) ?? "");
  const all = boxes.map((_, index) => strip.appendChild(stretch(voices[index] ?? "")));
  const done = boxes.map(() => strip.appendChild(stretch("run-done")));

  /** @param {import("../../lib/run/clock.js").Reading} reading */
  return ({ lengths, spent, step }) => {
    const widths = lengths.map((length) => length ?? UNTIMED);
    const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
    let left = 0;
    for (const [index, width] of widths.entries()) {
      const share = index === step ? Math.min(1, Number(spent[index]) / (width || 1)) : Number(index < step);
      place(all[index], left / whole, width / whole);
      place(done[index], left / whole, (share * width) / whole);
      left += width;
    }
  };
}

/** @param {string} name */
const stretch = (name) => drawn("rect", { class: name, height: 8 });

/**
 * @param {SVGRectElement | undefined} rectangle
 * @param {number} left
 * @param {number} width
 */
function place(rectangle, left, width) {
  rectangle?.setAttribute("x", `${(left * 100).toFixed(2)}%`);
  rectangle?.setAttribute("width", `${(width * 100).toFixed(2)}%`);
}
