// Keeps what is written on a sheet while the reader wants that, and deletes it once they do not.
import { find } from "../../lib/dom.js";
import { canKeep, keep, letGo, newId } from "../../lib/notes.js";
import { say } from "../../lib/texts.js";

const PAUSE = 800; // ms without a key before what was written is kept

/**
 * @param {HTMLElement} root holds the box to tick
 * @param {import("../../lib/texts.js").Texts} texts
 * @param {() => Omit<import("../../lib/written.js").Note, "id">} current what is written now
 */
export function keeper(root, texts, current) {
  const box = find(root, ".keep input", HTMLInputElement);
  const status = find(root, ".kept", HTMLElement);
  let id = "";
  let timer = 0;

  const tell = (/** @type {string} */ key) => {
    const sentence = say(texts, key);
    if (status.textContent !== sentence) status.textContent = sentence; // said once, not at each pause
  };

  function store() {
    clearTimeout(timer);
    timer = 0;
    box.checked = keep({ id, ...current() });
    tell(box.checked ? "kept" : "not-kept");
    return box.checked;
  }

  box.disabled = !canKeep();
  if (box.disabled) tell("on-file");
  addEventListener("pagehide", () => {
    if (timer) store();
  });

  return {
    box,

    /**
     * Go on with a note that is kept.
     * @param {string} kept its id
     */
    goOn(kept) {
      id = kept;
      box.checked = true;
      tell("kept");
    },

    /** The box was ticked, or the tick taken away. Returns whether what is written is kept. */
    ask() {
      if (box.checked) {
        id = newId();
        if (store()) history.replaceState(null, "", `#note=${id}`);
        return box.checked;
      }
      clearTimeout(timer);
      timer = 0;
      letGo(id);
      history.replaceState(null, "", location.pathname);
      tell("let-go");
      return false;
    },

    /** Something was written. Returns whether it is kept, or will be at the next pause. */
    write() {
      clearTimeout(timer);
      if (box.checked) timer = setTimeout(store, PAUSE);
      return box.checked;
    },
  };
}
