// What every page does: the colours button, a copy for offline, a menu that closes, and a table of contents that is open where there is room.
const root = document.documentElement;

const dark = () => (root.dataset.colours ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

const button = document.querySelector("button.colours");
button.hidden = false;
button.setAttribute("aria-pressed", String(dark()));
button.addEventListener("click", () => {
  root.dataset.colours = dark() ? "light" : "dark";
  button.setAttribute("aria-pressed", String(dark()));
  try {
    localStorage.setItem("colours", root.dataset.colours);
  } catch {
    // Storage is switched off: the choice lasts until the page is left.
  }
});

const menu = document.querySelector("details.menu");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (menu.open && !menu.contains(event.target)) menu.open = false;
});
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

// A copy of the library for offline, unless the reader's browser is set to save data. Where there is no worker, nothing happens.
if (navigator.serviceWorker && !navigator.connection?.saveData) {
  navigator.serviceWorker.register(new URL("../../sw.js", import.meta.url)).catch(() => {});
}

const contents = document.querySelector(".contents details");
if (contents && matchMedia("(min-width: 64rem)").matches) contents.open = true;
