// What unfolds over a page closes by Escape, by a click elsewhere, and where the focus leaves it: open, it would cover what has the focus.
import { find } from "../lib/dom.js";

/**
 * @param {HTMLDetailsElement} menu
 * @param {() => boolean} covers whether it lies over the page, now
 */
export function start(menu, covers = () => true) {
  /** @param {EventTarget | null} target */
  const isOutside = (target) => target instanceof Node && !menu.contains(target);
  const close = () => {
    if (covers()) menu.open = false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || !covers()) return;
    close();
    find(menu, "summary", HTMLElement).focus();
  });
  document.addEventListener("click", (event) => {
    if (isOutside(event.target)) close();
  });
  menu.addEventListener("focusout", (event) => {
    if (isOutside(event.relatedTarget)) close();
  });
}
