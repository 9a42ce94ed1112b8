// The boxes of a record sheet: what they begin with, what is printed of them, and a kept note in them again.
import { element } from "../../lib/dom.js";
import { short, whole } from "../../lib/short.js";
import { day, range, say } from "../../lib/texts.js";

/** @typedef {import("../../lib/texts.js").Texts} Texts */

/** The name of the heading above a box. @param {HTMLElement} box */
export const nameOf = (box) => box.id.replace(/^box-heading-/, "");

/** The words of that heading. @param {HTMLElement} box */
export const labelOf = (box) => document.getElementById(box.getAttribute("aria-labelledby") ?? "")?.textContent ?? "";

/**
 * Let paper show what was written, or else the lines to write on.
 * @param {HTMLTextAreaElement} box
 */
export function follow(box) {
  const tell = () => {
    const [lines, words] = [box.previousElementSibling, box.nextElementSibling];
    if (words) words.textContent = box.value;
    lines?.toggleAttribute("hidden", box.value !== "");
  };
  box.addEventListener("input", tell);
  tell();
}

/**
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 */
function fill(box, text) {
  box.value = text;
  box.dispatchEvent(new Event("input")); // does not bubble: nobody wrote it
}

/**
 * Begin a sheet with what the address says it is about, such as #guide=listening&minutes=40&date=2026-12-03.
 * @param {URLSearchParams} asked
 * @param {HTMLTextAreaElement[]} boxes
 * @param {Texts} texts
 * @returns {Promise<import("../../lib/written.js").Note["about"]>} null where it names nothing, or nothing can be had
 */
export async function begin(asked, boxes, texts) {
  const [kind, id] = [...asked].find(([name]) => name !== "minutes" && name !== "date") ?? [];
  const document = kind ? await short(`${kind}:${id}`).catch(() => null) : null;
  if (!document) return null;
  const known = facts(document, asked, texts);
  for (const box of boxes) {
    const words = (box.dataset.beginsWith ?? "").split(" ").flatMap((name) => known[name] || []);
    if (words.length && !box.value) fill(box, words.join(", "));
  }
  return { link: document.link, title: document.title };
}

/**
 * What is known of what a sheet is about, by the names that its headings ask for. An address may say how long it really
 * took, and on which day.
 * @param {import("../../lib/short.js").Short} document
 * @param {URLSearchParams} asked
 * @param {Texts} texts
 * @returns {Record<string, string>}
 */
export function facts({ title, address, minutes }, asked, texts) {
  const taken = asked.get("minutes") ?? "";
  const length = /^[1-9]\d{0,2}$/.test(taken) ? taken : minutes ? range(minutes) : "";
  const on = asked.get("date") ?? "";
  return {
    title,
    address: whole(address),
    minutes: length && say(texts, "minutes", { range: length, count: Number(length.split("–").pop()) }),
    date: day(/^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) ? `${on}T12:00` : new Date().toISOString()),
  };
}

/**
 * Put a note back into its boxes. What was written under a heading that is gone gets a box of its own: nothing is lost.
 * @param {import("../../lib/written.js").Note} note
 * @param {HTMLTextAreaElement[]} boxes
 * @param {Texts} texts
 */
export function reopen(note, boxes, texts) {
  for (const { id, label, text } of note.boxes) {
    const box = boxes.find((box) => nameOf(box) === id) ?? (text ? added(id, label, boxes, texts) : null);
    if (box) fill(box, text);
  }
}

/**
 * A box behind the last, under a heading that the sheet no longer has.
 * @param {string} id
 * @param {string} label
 * @param {HTMLTextAreaElement[]} boxes
 * @param {Texts} texts
 */
function added(id, label, boxes, texts) {
  const heading = element("h3", { id: `heading-${id}` }, say(texts, "earlier", { label }));
  const box = document.createElement("textarea");
  Object.assign(box, { id: `box-heading-${id}`, className: "box", rows: 4, dir: "auto", spellcheck: false });
  box.setAttribute("aria-labelledby", heading.id);
  const words = element("p", { class: "written print-only", dir: "auto" });
  boxes[boxes.length - 1]?.nextElementSibling?.after(heading, element("div"), box, words);
  follow(box);
  return box;
}
