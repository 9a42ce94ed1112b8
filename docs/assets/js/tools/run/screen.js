// What is on the screen while a session is run: one view at a time, each made of some parts of the page.
import { findAll } from "../../lib/dom.js";

/** @typedef {"before" | "step" | "pause" | "care" | "follow" | "end"} View */

/** From a view to the classes of its parts. @type {Record<View, string[]>} */
const PARTS = {
  before: ["run-before", "run-decide", "run-go"],
  step: ["run-step", "run-clock", "run-aside", "run-controls"],
  pause: ["run-pause", "run-clock", "run-aside", "run-controls"],
  care: ["run-care", "run-pause", "run-decide"],
  follow: ["run-follow"],
  end: ["run-end"],
};
const WITH_SCRIPT = ".run-tools, .run-form, .run-face, .run-side, .run-return, .run-large, .run-over, .run-buttons";
const WITHOUT_SCRIPT = ".run-bank, .run-follow-link";

/**
 * Put away what stands on the page for readers without a script, and show one view at a time from then on.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} steps the parts of the page that show a step each
 */
export function screenOf(root, steps) {
  for (const part of findAll(root, WITH_SCRIPT, HTMLElement)) part.hidden = false;
  for (const part of findAll(root, WITHOUT_SCRIPT, HTMLElement)) part.hidden = true;
  delete document.documentElement.dataset.asked;
  let shown = "";
  let shownStep = Number.NaN;

  /** Whether the view is another than before. @param {View} view */
  const show = (view) => {
    if (view === shown) return false;
    shown = view;
    shownStep = Number.NaN;
    document.documentElement.dataset.run = view;
    for (const name of Object.values(PARTS).flat()) {
      for (const part of findAll(root, `.${name}`, HTMLElement)) part.hidden = !PARTS[view].includes(name);
    }
    scrollTo(0, 0);
    return true;
  };

  /** @param {number} step the one that is to be seen, or -1 */
  const showStep = (step) => {
    if (step === shownStep) return;
    shownStep = step;
    for (const [index, box] of steps.entries()) box.hidden = index !== step;
  };
  return { show, showStep };
}
