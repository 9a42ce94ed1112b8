// What stands on this page: open where there is room for it beside the words.

/** @param {HTMLDetailsElement} contents */
export function start(contents) {
  if (matchMedia("(min-width: 64rem)").matches) contents.open = true;
}
