// The menu closes by Escape, by a click elsewhere, and where the focus leaves it: open, it would cover what has the focus.
import { find } from "../lib/dom.js";

/** @param {HTMLDetailsElement} menu */
export function start(menu) {
  /** @param {EventTarget | null} target */
  const isOutside = (target) => target instanceof Node && !menu.contains(target);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    find(menu, "summary", HTMLElement).focus();
  });
  document.addEventListener("click", (event) => {
    if (isOutside(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (isOutside(event.relatedTarget)) menu.open = false;
  });
}
