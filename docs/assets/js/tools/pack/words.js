// A reader's own words on what is in a pack: on the page alone, and on the device while they want that. Never in an address.
import { find } from "../../lib/dom.js";
import { canKeep } from "../../lib/notes.js";
import { forget, read, remember } from "../../lib/store.js";
import { say } from "../../lib/texts.js";

const NAME = "pack-words";

/**
 * @param {HTMLElement} root
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function keeper(root, texts) {
  const box = find(root, ".keep-words input", HTMLInputElement);
  const status = find(root, ".keep-words [role=status]", HTMLElement);
  /** @type {Record<string, string>} by the link of a document */
  const words = kept();

  const tell = (/** @type {string} */ key) => {
    const sentence = say(texts, key);
    if (status.textContent !== sentence) status.textContent = sentence;
  };

  function store() {
    box.checked = remember(NAME, JSON.stringify(words));
    tell(box.checked ? "kept" : "not-kept");
  }

  function letGo() {
    forget(NAME);
    box.checked = false;
  }

  box.checked = Object.keys(words).length > 0;
  box.disabled = !canKeep();
  if (box.disabled) tell("not-kept");
  box.addEventListener("change", () => {
    if (box.checked) return store();
    letGo();
    tell("let-go");
  });
  root.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    words[target.closest("li")?.dataset.link ?? ""] = target.value;
    const printed = target.nextElementSibling;
    if (printed) printed.textContent = target.value;
    if (box.checked) store();
  });

  return {
    forget: letGo,

    /** @param {string} link */
    of: (link) => words[link] ?? "",
  };
}

/** @returns {Record<string, string>} */
const kept = () => Object.fromEntries(Object.entries(read(NAME) ?? {}).filter(([, text]) => typeof text === "string"));
