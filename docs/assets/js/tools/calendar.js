// A session in the reader's own calendar, on the day and at the time they choose. Nothing is kept, and nothing is sent.
import { find } from "../lib/dom.js";
import { save } from "../lib/save.js";
import { say } from "../lib/texts.js";

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */

/**
 * @param {HTMLElement} root a form that asks for a day and a time, whose action is the session's calendar file
 * @param {Given} given
 */
export function start(root, { texts }) {
  const file = root.getAttribute("action") ?? "";
  const status = find(root, "[role=status]", HTMLElement);
  root.hidden = false;
  root.addEventListener("submit", async (event) => {
    event.preventDefault();
    const day = find(root, "[name=day]", HTMLInputElement).value;
    const time = find(root, "[name=time]", HTMLInputElement).value;
    try {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(`${file} answers ${answer.status}`);
      save(moved(await answer.text(), day, time), file.split("/").pop() ?? file, "text/calendar");
      status.textContent = say(texts, "saved");
    } catch (error) {
      console.warn(error);
      status.textContent = say(texts, "not-fetched");
    }
  });
}

/**
 * The event on another day: each saved one is an event of its own, so that a second does not move the first.
 * @param {string} calendar
 * @param {string} day as an input has it: 2026-12-03
 * @param {string} time 14:30
 */
export function moved(calendar, day, time) {
  const start = `${day.replaceAll("-", "")}T${time.replaceAll(":", "").slice(0, 4)}00`;
  return calendar
    .replace(/^DTSTART:.*$/m, `DTSTART:${start}`)
    .replace(/^UID:.*$/m, `UID:${crypto.randomUUID?.() ?? `${start}-${Math.random()}`}`);
}
