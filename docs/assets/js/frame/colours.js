// The colours button: light or dark, kept once a reader has chosen. early.js puts the choice on before the next page is drawn.
import { remember } from "../lib/store.js";

/** @param {HTMLButtonElement} button */
export function start(button) {
  const page = document.documentElement;
  const areDark = () =>
    (page.dataset.colours ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tell = () => button.setAttribute("aria-pressed", String(areDark()));

  button.addEventListener("click", () => {
    const chosen = areDark() ? "light" : "dark";
    page.dataset.colours = chosen;
    remember("colours", chosen);
    tell();
  });
  tell();
  button.hidden = false;
}
