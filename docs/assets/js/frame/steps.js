// The steps of a plan, opened or closed all at once.
import { findAll } from "../lib/dom.js";

/** @param {HTMLButtonElement} button */
export function start(button) {
  const steps = findAll(document, ".say-and-do", HTMLDetailsElement);
  button.hidden = false;
  button.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isOpen));
    for (const step of steps) step.open = isOpen;
  });
}
