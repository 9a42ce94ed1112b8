// A link to something that is folded up opens it. Where there is room, the parts that people take stand open beside each other.
import { findAll } from "../lib/dom.js";

/** Open whatever the address leads to, and whatever that stands in; and the parts, where a style sheet shows them open. */
export function start() {
  addEventListener("hashchange", open);
  addEventListener("load", open); // before that, a browser may not have looked for what the address leads to
  if (matchMedia("(min-width: 48rem)").matches) {
    for (const part of findAll(document, ".role details", HTMLDetailsElement)) part.open = true;
  }
  open();
}

function open() {
  const target = document.querySelector(":target");
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}
