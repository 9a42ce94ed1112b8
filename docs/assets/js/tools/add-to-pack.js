// The button that puts a document into the reader's pack, or takes it out. The tab keeps the pack until it is closed.
import { home } from "../lib/address.js";
import { element, find } from "../lib/dom.js";
import { isTooMany, keep, kept, MOST } from "../lib/pack.js";
import { pieces, say } from "../lib/texts.js";

/** @typedef {{ texts: import("../lib/texts.js").Texts, link: string }} Given link: of the document, as "guide:its-id" */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { texts, link }) {
  const button = find(root, "button", HTMLButtonElement);
  const status = find(root, "[role=status]", HTMLElement);

  function show() {
    const links = kept();
    const isIn = links.includes(link);
    button.textContent = say(texts, isIn ? "take-out" : "add");
    return { links, isIn };
  }

  function lead() {
    const count = kept().length;
    return element("a", { href: new URL("my-pack/", home()).href }, say(texts, "see", { count }));
  }

  button.addEventListener("click", () => {
    const { links, isIn } = show();
    const wanted = isIn ? links.filter((other) => other !== link) : [...links, link];
    const isKept = keep(wanted);
    show();
    if (isTooMany(wanted)) status.replaceChildren(...pieces(texts, "full", { most: MOST, pack: lead() }));
    else if (!isKept) status.replaceChildren(say(texts, "not-kept"));
    else if (isIn) status.replaceChildren(say(texts, "taken-out"));
    else status.replaceChildren(...pieces(texts, "added", { pack: lead() }));
  });
  const { links } = show();
  if (links.length) status.replaceChildren(lead());
}
