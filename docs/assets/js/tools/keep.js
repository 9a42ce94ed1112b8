// Keeps the files of a page on the reader's own device, because they asked for it, until they no longer want it.
import { find, findAll } from "../lib/dom.js";
import { askWorker } from "../lib/sheets.js";
import { say } from "../lib/texts.js";

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */

/**
 * @param {HTMLElement} root stands beside the lists of the files it keeps
 * @param {Given} given
 */
export async function start(root, { texts }) {
  if (!navigator.serviceWorker) return;
  const box = find(root, "input", HTMLInputElement);
  const status = find(root, "[role=status]", HTMLElement);
  const lists = root.parentElement ?? document.body;
  const addresses = findAll(lists, "ul.files a", HTMLAnchorElement).map(({ href }) => href);

  /** @param {number} count */
  const tell = (count) => {
    const sentence = count === addresses.length ? "kept" : "some-kept";
    status.textContent = say(texts, sentence, { count, all: addresses.length });
  };

  box.addEventListener("change", async () => {
    if (!box.checked) {
      await askWorker("let-go", addresses);
      status.textContent = say(texts, "let-go");
      return;
    }
    status.textContent = say(texts, "working");
    const { asked } = await askWorker("keep", addresses);
    box.checked = asked.length > 0;
    tell(asked.length);
  });

  const { asked } = await askWorker("kept", addresses);
  box.checked = asked.length > 0;
  if (asked.length) tell(asked.length);
  root.hidden = false;
}
