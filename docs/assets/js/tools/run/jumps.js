// A device that slept, or a clock that was put right: the two look the same, so people are asked which it was.
import { element } from "../../lib/dom.js";
import { jump } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { lasting } from "./words.js";

/**
 * @param {HTMLElement} place
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function watching(place, texts) {
  let jumped = 0;
  let last = { wall: Date.now(), steady: performance.now() };

  /** @type {(name: string, words: string) => HTMLElement} */
  const answer = (name, words) => element("button", { type: "button", class: "quiet", "data-do": name }, words);

  return {
    by: () => jumped,
    forget() {
      jumped = 0;
      place.replaceChildren();
    },
    /** Look at both clocks, and ask where they do not agree. */
    look() {
      const now = { wall: Date.now(), steady: performance.now() };
      const by = jump(last, now);
      last = now;
      if (!by) return false;
      jumped += by;
      place.replaceChildren(
        say(texts, "slept", { time: lasting(texts, jumped) }),
        " ",
        answer("slept", jumped > 0 ? say(texts, "device-slept") : say(texts, "clock-right")),
        " ",
        answer("wrong", say(texts, "clock-wrong")),
      );
      return true;
    },
  };
}
