// Lists the files that are on the reader's own device, where one was asked for that is not.
import { element, find } from "../lib/dom.js";
import { askWorker } from "../lib/sheets.js";

/** @param {HTMLElement} root */
export async function start(root) {
  if (!navigator.serviceWorker) return;
  const { asked, opened } = await askWorker("kept");
  const addresses = [...asked, ...opened].sort();
  const name = (/** @type {string} */ address) => address.split("/").pop() ?? address;
  find(root, "ul", HTMLUListElement).append(
    ...addresses.map((address) => element("li", {}, element("a", { href: address }, name(address)))),
  );
  root.hidden = addresses.length === 0;
}
