// A link to something that is folded up opens it.

/** Open whatever the address leads to, and whatever that stands in. */
export function start() {
  addEventListener("hashchange", open);
  addEventListener("load", open); // before that, a browser may not have looked for what the address leads to
  open();
}

function open() {
  const target = document.querySelector(":target");
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}
