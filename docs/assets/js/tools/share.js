// The address of this page for other people: by whatever the device sends things with, else to be pasted.
import { find } from "../lib/dom.js";
import { say } from "../lib/texts.js";

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { texts }) {
  const status = find(root, "[role=status]", HTMLElement);
  find(root, "button", HTMLButtonElement).addEventListener("click", async () => {
    const address = location.href.split("#")[0] ?? "";
    status.textContent = await shared(address, texts);
  });
}

/**
 * What to tell the reader of it.
 * @param {string} url
 * @param {import("../lib/texts.js").Texts} texts
 */
async function shared(url, texts) {
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url });
      return "";
    }
    await navigator.clipboard.writeText(url);
    return say(texts, "copied");
  } catch (error) {
    const hasChangedTheirMind = error instanceof DOMException && error.name === "AbortError";
    return hasChangedTheirMind ? "" : say(texts, "not-copied", { address: url });
  }
}
