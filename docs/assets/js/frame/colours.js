// The colours button says what it would make them, light or dark, and keeps what a reader chooses. early.js puts that on before the
// next page is drawn.
import { findAll } from "../lib/dom.js";
import { remember } from "../lib/store.js";

/** @param {HTMLButtonElement} button */
export function start(button) {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const areDark = () => (page.dataset.colours ?? (system.matches ? "dark" : "light")) === "dark";
  const words = findAll(button, "span", HTMLElement); // what makes colours dark, then what makes them light

  function tell() {
    for (const [place, told] of words.entries()) told.hidden = areDark() === (place === 0);
  }

  button.addEventListener("click", () => {
    const chosen = areDark() ? "light" : "dark";
    page.dataset.colours = chosen;
    remember("colours", chosen);
    tell();
  });
  system.addEventListener?.("change", tell); // old browsers have no such listener
  tell();
  button.hidden = false;
}
