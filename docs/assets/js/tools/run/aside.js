// Beside a step: how the whole stands, what comes next, which buttons make sense, and the code for phones.
import { find, findAll } from "../../lib/dom.js";
import { isFresh, shared } from "../../lib/run/follow.js";
import { say } from "../../lib/texts.js";
import { code } from "./code.js";
import { write } from "./face.js";
import { beside } from "./plan.js";
import { lasting, truth } from "./words.js";

/**
 * @typedef {import("../../lib/run/clock.js").Reading} Reading
 * @typedef {import("../../lib/run/clock.js").Session} Session
 */

/**
 * @param {HTMLElement} root
 * @param {string[]} titles
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function aside(root, titles, texts) {
  const element = (/** @type {string} */ selector) => find(root, selector, HTMLElement);
  const button = (/** @type {string} */ name) => find(root, `[data-do=${name}]`, HTMLButtonElement);
  const link = find(root, ".run-scan a", HTMLAnchorElement);
  let shownCode = "";
  let scanned = ""; // what phones have that scanned it when it was last right
  let toldOn = -1; // the step on which it was said that they show something else: once is enough
  let undoFor = -1;

  /** @type {(step: number, lengths: Reading["lengths"]) => string} */
  const nextWords = (step, lengths) => {
    const length = lengths[step] ?? null;
    const time = length === null ? say(texts, "no-time") : lasting(texts, length);
    return say(texts, "next-step", { title: titles[step] ?? "", time });
  };

  /** @param {Reading} now */
  const showButtons = ({ step, lengths, status }) => {
    const isPaused = status === "paused";
    const isLast = beside(lengths, step, 1) === null;
    button("next").hidden = isLast;
    button("finish").hidden = !isLast;
    button("pause").hidden = isPaused;
    button("pause-here").hidden = status !== "running";
    button("go-on").hidden = !isPaused;
    button("end").hidden = isLast;
    button("back").disabled = beside(lengths, step, -1) === null;
    button("more").hidden = lengths[step] === null;
    const left = (element(".run-digits").textContent ?? "").trim();
    write(element(".run-still"), isPaused ? say(texts, "still-paused") : say(texts, "still-runs", { left }));
  };

  /** @type {(isStale: boolean, step: number) => void} */
  const showAgain = (isStale, step) => {
    if (isStale && toldOn < 0) toldOn = step;
    element(".run-again").hidden = !isStale || toldOn !== step;
  };

  /** @type {(session: Session, step: number) => void} */
  const showCode = (session, step) => {
    const now = Date.now();
    const fragment = shared(session, now);
    if (!scanned || root.querySelector(".run-follow:not([hidden])")) scanned = fragment;
    showAgain(!isFresh(scanned, session, now), step);
    if (fragment === shownCode) return;
    shownCode = fragment;
    link.hash = fragment;
    for (const place of findAll(root, ".run-code", HTMLElement)) place.replaceChildren(code(link.href));
    element(".run-address").textContent = link.href;
  };

  return {
    /** @type {(session: Session, now: Reading) => void} */
    show(session, now) {
      const next = beside(now.lengths, now.step, 1);
      write(element(".run-truth"), truth(texts, now, session.due !== undefined));
      write(element(".run-next"), next === null ? say(texts, "last-step") : nextWords(next, now.lengths));
      element(".run-undo").hidden = undoFor !== now.step;
      showButtons(now);
      showCode(session, now.step);
    },
    /** @type {(step: number, message?: string) => void} */
    offerUndo(step, message = "") {
      undoFor = step;
      write(element(".run-undo span"), message);
    },
    scanAfresh() {
      scanned = "";
    },
  };
}
