// A record sheet that is written in the browser. It begins with what the address says it is about; it is copied box by box,
// saved as a file, and kept on the device where the reader asks for that, as long as they do. Nothing is sent.
import { find, findAll } from "../lib/dom.js";
import { noteAt } from "../lib/notes.js";
import { day, say } from "../lib/texts.js";
import { begin, follow, labelOf, nameOf, reopen } from "./record/boxes.js";
import { keeper } from "./record/keeper.js";
import { copied, saved } from "./record/taking.js";

/** @typedef {import("../lib/written.js").Note} Note */
/** @typedef {{ texts: import("../lib/texts.js").Texts, sheet: string }} Given sheet: as "record:its-id" */

/**
 * @param {HTMLElement} root what can be done with what was written
 * @param {Given} given
 */
export async function start(root, { texts, sheet }) {
  const title = find(document, "h1", HTMLHeadingElement).textContent ?? "";
  const form = root.closest(".form") ?? document.body;
  const told = find(form, ".about", HTMLElement);
  const done = find(root, ".done", HTMLElement);
  const asked = new URLSearchParams(location.hash.slice(1));
  const boxes = () => findAll(form, "textarea", HTMLTextAreaElement);
  const written = () => boxes().map((box) => ({ id: nameOf(box), label: labelOf(box), text: box.value }));
  /** @type {Note["about"]} */
  let about = null;
  let isSafe = true; // nothing would be lost if the page were closed
  const current = () => ({ sheet, title, about, boxes: written(), changed: new Date().toISOString() });
  const keeping = keeper(root, texts, current, (isKept) => {
    isSafe = isKept;
  });

  async function fill() {
    const id = asked.get("note");
    const note = id ? noteAt(id) : null;
    if (note?.sheet === sheet) {
      about = note.about;
      reopen(note, boxes(), texts);
      keeping.goOn(note.id);
      told.textContent = say(texts, "opened", { day: day(note.changed) });
    } else if (id) {
      told.textContent = say(texts, "not-there");
    } else {
      about = await begin(asked, boxes(), texts);
      if (about) told.textContent = say(texts, "about", { title: about.title });
    }
  }

  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    isSafe = false;
    keeping.write();
  });
  keeping.box.addEventListener("change", () => {
    isSafe = keeping.ask() || written().every(({ text }) => !text);
  });
  root.addEventListener("click", async ({ target }) => {
    const { copy, save } = (target instanceof Element ? target.closest("button") : null)?.dataset ?? {};
    if (copy) done.textContent = await copied(copy, boxes(), texts);
    if (save === "print") print();
    else if (save) {
      done.textContent = say(texts, "saved", { file: saved(save, sheet, { title, boxes: written() }) });
      isSafe = true;
    }
  });
  addEventListener("beforeunload", (event) => {
    keeping.settle();
    if (isSafe) return;
    event.preventDefault();
    event.returnValue = true; // what browsers of 2022 go by
  });
  addEventListener("hashchange", () => location.hash.includes("=") && location.reload()); // another note was asked for
  for (const box of boxes()) follow(box);
  await fill();
}
