// Keeps what is written on a sheet while the reader wants that, and deletes it once they do not.
import { find } from "../../lib/dom.js";
import { canKeep, keep, letGo, newId } from "../../lib/notes.js";
import { say } from "../../lib/texts.js";

const PAUSE = 800; // ms without a key before what was written is kept

/**
 * @param {HTMLElement} root holds the box to tick
 * @param {import("../../lib/texts.js").Texts} texts
 * @param {() => Omit<import("../../lib/written.js").Note, "id">} current what is written now
 * @param {(isKept: boolean) => void} tried told whether what is written is kept, each time that was tried
 */
export function keeper(root, texts, current, tried) {
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
    tried(box.checked);
    return box.checked;
  }

  /** Keep at once what waits for the next pause. */
  function settle() {
    if (timer) store();
  }

  box.disabled = !canKeep();
  if (box.disabled) tell("on-file");
  addEventListener("pagehide", settle);

  return {
    box,
    settle,

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

    /** Something was written: it is kept at the next pause, where that was asked for. */
    write() {
      clearTimeout(timer);
      if (box.checked) timer = setTimeout(store, PAUSE);
    },
  };
}
