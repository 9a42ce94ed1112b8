// What stands on this page: open where there is room for it beside the words; in a bar over them, it closes as the menu does.
import { start as startMenu } from "./menu.js";

/** @param {HTMLDetailsElement} contents */
export function start(contents) {
  const hasRoom = matchMedia("(min-width: 64rem)");
  contents.open = hasRoom.matches;
  startMenu(contents, () => !hasRoom.matches);
  contents.addEventListener("click", (event) => {
    if (!hasRoom.matches && event.target instanceof HTMLAnchorElement) contents.open = false;
  });
}
