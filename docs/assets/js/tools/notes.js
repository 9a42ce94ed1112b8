// The notes that a reader keeps on their device: to open again, to save in a file or a table, to bring back, and to delete.
import { home } from "../lib/address.js";
import { element, find, findAll } from "../lib/dom.js";
import { canKeep, keepBeside, letGo, notes } from "../lib/notes.js";
import { save } from "../lib/save.js";
import { day, say } from "../lib/texts.js";
import { asFile, asTable, fromFile } from "../lib/written.js";

const FIRST_WORDS = 120; // letters
const FILE = "my-notes";

/** @typedef {import("../lib/texts.js").Texts} Texts */
/** @typedef {import("../lib/written.js").Note} Note */
/** @typedef {{ texts: Texts, folders: Record<string, string> }} Given folders: from a kind of sheet to where its pages stand */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { texts, folders }) {
  const status = find(root, ".status", HTMLElement);
  const list = find(root, ".own-notes", HTMLUListElement);
  const file = find(root, "input[type=file]", HTMLInputElement);
  const dialog = find(root, "dialog", HTMLElement);
  const buttons = findAll(root, "[data-do]", HTMLButtonElement);

  /** @param {string} told what is said of what was done; without it, how many notes there are */
  function show(told = "") {
    const all = notes();
    list.replaceChildren(...all.map((note) => row(note, folders, texts)));
    for (const button of buttons) button.hidden = all.length === 0;
    const count = all.length ? say(texts, "count", { count: all.length }) : say(texts, "none");
    status.textContent = [told, count].filter(Boolean).join(" ");
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {string} type
   */
  function saved(name, text, type) {
    save(text, name, type);
    status.textContent = say(texts, "saved", { file: name });
  }

  /** @type {Record<string, () => void>} */
  const actions = {
    export: () => saved(`${FILE}.json`, asFile(notes()), "application/json"),
    table: () => saved(`${FILE}.csv`, asTable(columns(texts), notes()), "text/csv;charset=utf-8"),
    clear: () => sure(dialog, () => remove(notes(), say(texts, "all-deleted"))),
  };

  /**
   * @param {Note[]} gone
   * @param {string} told
   */
  function remove(gone, told) {
    for (const { id } of gone) letGo(id);
    show(told);
    status.focus(); // the button is gone
  }

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    actions[button?.dataset.do ?? ""]?.();
    const note = notes().find(({ id }) => id === button?.dataset.delete);
    if (note) sure(dialog, () => remove([note], say(texts, "deleted", { title: titleOf(note, texts) })));
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) show(brought(fromFile(await chosen.text()), texts));
    file.value = ""; // the same file may be chosen again
  });
  addEventListener("storage", () => show()); // another tab kept a note, or deleted one
  if (canKeep()) return show();
  status.textContent = say(texts, "on-file");
  for (const control of [file, ...buttons]) control.disabled = true;
}

/**
 * Bring notes back. Returns what to tell the reader.
 * @param {Note[] | null} read
 * @param {Texts} texts
 */
function brought(read, texts) {
  if (!read) return say(texts, "bad-file");
  const { count, isAll } = keepBeside(read);
  if (!isAll) return say(texts, "no-room", { count });
  return count ? say(texts, "brought", { count }) : say(texts, "nothing-new");
}

/**
 * @param {Note} note
 * @param {Texts} texts
 */
const titleOf = ({ title, about }, texts) => (about ? say(texts, "of", { sheet: title, title: about.title }) : title);

/** @param {Texts} texts */
const columns = (texts) => [
  say(texts, "sheet"),
  say(texts, "about"),
  say(texts, "when"),
  say(texts, "heading"),
  say(texts, "text"),
];

/**
 * A note in the list. One whose sheet the library does not know leads nowhere, and is saved with the others.
 * @param {Note} note
 * @param {Record<string, string>} folders
 * @param {Texts} texts
 */
function row(note, folders, texts) {
  const [kind = "", sheet] = note.sheet.split(":");
  const title = titleOf(note, texts);
  const address = folders[kind] && new URL(`${folders[kind]}${sheet}/#note=${note.id}`, home()).href;
  const words = note.boxes
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(" · ");
  const remove = element(
    "button",
    { type: "button", class: "quiet", "data-delete": note.id, "aria-label": `${say(texts, "delete")}: ${title}` },
    say(texts, "delete"),
  );
  return element(
    "li",
    {},
    element("h2", {}, address ? element("a", { href: address }, title) : title),
    element("p", { class: "fine" }, say(texts, "changed", { day: day(note.changed) })),
    element(
      "p",
      { dir: "auto" },
      [...words].slice(0, FIRST_WORDS).join("") + ([...words].length > FIRST_WORDS ? "…" : ""),
    ),
    remove,
  );
}

/**
 * Ask again before something is deleted. Browsers of 2021 have no dialogs but their own.
 * @param {HTMLElement} element
 * @param {() => void} go
 */
function sure(element, go) {
  const dialog = /** @type {HTMLDialogElement} */ (element);
  if (!("showModal" in dialog)) {
    if (confirm(find(element, "p", HTMLElement).textContent ?? "")) go();
    return;
  }
  dialog.returnValue = "no";
  dialog.addEventListener("close", () => dialog.returnValue === "yes" && go(), { once: true });
  dialog.showModal();
}
