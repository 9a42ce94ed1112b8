// Single letters for what the buttons do, as the buttons show, until the reader switches them off (WCAG 2.1.4).
import { findAll } from "../../lib/dom.js";

/**
 * @param {HTMLElement} root
 * @param {() => boolean} areOn
 */
export function listen(root, areOn) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return press(root, "[data-do=return]");
    const { target } = event;
    const isTyped = target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox])");
    const letter = event.key.toUpperCase();
    if (areOn() && !isTyped && /^[A-Z]$/.test(letter)) press(root, `[data-key=${letter}]`);
  });
}

/**
 * Say on each button which letter does the same, or that none does.
 * @param {HTMLElement} root
 * @param {boolean} areOn
 */
export function showKeys(root, areOn) {
  root.toggleAttribute("data-keys", areOn);
  for (const button of findAll(root, "[data-key]", HTMLElement)) {
    if (areOn) button.setAttribute("aria-keyshortcuts", button.dataset.key ?? "");
    else button.removeAttribute("aria-keyshortcuts");
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function press(root, selector) {
  findAll(root, selector, HTMLElement)
    .find((button) => button.getClientRects().length > 0)
    ?.click();
}
