// A wheel: the segment a reader chooses is told beside it, as it is in the list below, where its link leads otherwise.
import { element, find, findAll } from "../lib/dom.js";

/** @param {HTMLElement} root */
export function start(root) {
  const place = find(root, ".chosen", HTMLElement);
  const links = findAll(root, ".wheel a", SVGAElement);

  /** @param {SVGAElement} chosen */
  const show = (chosen) => {
    for (const link of links) link.removeAttribute("aria-current");
    chosen.setAttribute("aria-current", "true");
    place.replaceChildren(...told(find(document, chosen.href.baseVal, HTMLHeadingElement)));
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link);
      place.scrollIntoView({ block: "nearest" });
      history.replaceState(null, "", link.href.baseVal);
    });
    if (link.href.baseVal === location.hash) show(link);
  }
}

/**
 * What the list tells below a heading, with its word in place of the heading, and without ids: they stay in the list.
 * @param {HTMLHeadingElement} heading
 */
function told(heading) {
  const copies = [...(heading.parentElement?.children ?? [])]
    .slice(1)
    .map((part) => /** @type {Element} */ (part.cloneNode(true)));
  for (const copy of copies)
    for (const part of [copy, ...findAll(copy, "[id]", HTMLElement)]) part.removeAttribute("id");
  return [element("p", { class: "chosen-word" }, heading.textContent ?? ""), ...copies];
}
