// A plan on the clock: a reader says when they start, and when they must end; the table says when each step starts.
// What they say stands in the address behind #, to send or to come back to. Nothing is kept, and nothing is sent.
import { moved } from "../lib/calendar.js";
import { find, findAll } from "../lib/dom.js";
import { MINUTE } from "../lib/run/clock.js";
import { schedule } from "../lib/run/schedule.js";
import { save } from "../lib/save.js";
import { say } from "../lib/texts.js";

/**
 * @typedef {{ from: number | null, to: number | null, least: number | null, title: string, line: string }} Row in minutes;
 *   to: what to plan for, null where it has no set time
 * @typedef {{ texts: import("../lib/texts.js").Texts, steps: Row[], whole?: number, discreet?: string }} Given whole: the minutes
 *   that all steps take, where only the document says so and the steps don't; discreet: what a file is saved as that must not
 *   say its subject, and so has no agenda; empty or left out for any other
 * @typedef {{ day: string, start: string, end: string }} Asked as inputs have them; empty where nothing was said
 */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, given) {
  const form = find(root, "form", HTMLFormElement);
  const verdict = find(root, ".verdict", HTMLElement);
  const does = find(root, ".clock-actions", HTMLElement);
  const field = (/** @type {string} */ name) => find(form, `[name=${name}]`, HTMLInputElement);
  const asked = () => ({ day: field("day").value, start: field("start").value, end: field("end").value });
  const untimed = findAll(root, ".begins, .length", HTMLElement).map((cell) => ({ cell, text: cell.textContent }));

  const show = () => {
    const now = asked();
    const times = planned(given, now);
    for (const { cell, text } of untimed) cell.textContent = text;
    if (times) write(root, times);
    verdict.textContent = told(given.texts, now, times);
    does.hidden = !times;
    history.replaceState(null, "", `#${new URLSearchParams(Object.entries(now).filter(([, value]) => value))}`);
  };

  for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
    for (const input of findAll(form, `[name="${CSS.escape(name)}"]`, HTMLInputElement)) input.value = value;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (field("start").value) show();
  find(does, "[name=print]", HTMLButtonElement).addEventListener("click", () => print());
  for (const button of findAll(does, "[name=save]", HTMLButtonElement)) {
    const status = find(does, "[role=status]", HTMLElement);
    button.addEventListener("click", async () => {
      status.textContent = await saved(find(root, "p > a[href$='.ics']", HTMLAnchorElement).href, given, asked());
    });
  }
}

/**
 * When each step starts, or nothing while no start is said, or where the end comes before it.
 * @param {Pick<Given, "steps" | "whole">} given
 * @param {Asked} asked
 */
export function planned({ steps, whole }, { day, start, end }) {
  const at = (/** @type {string} */ time) => new Date(`${day || "2000-01-03"}T${time}`).getTime();
  if (!start || (end && at(end) <= at(start))) return null;
  const span = (/** @type {number | null} */ minutes) => (minutes === null ? null : minutes * MINUTE);
  const rows = steps.map(({ from, to, least }) => ({ from: span(from), to: span(to), least: span(least) }));
  return schedule(rows, at(start), end ? at(end) : undefined, (whole ?? 0) * MINUTE);
}

/**
 * Whether it fits, in a sentence.
 * @param {import("../lib/texts.js").Texts} texts
 * @param {Asked} asked
 * @param {ReturnType<typeof planned>} times
 */
export function told(texts, asked, times) {
  if (!times) return asked.start ? say(texts, "backwards") : "";
  if (times.end === null) return say(texts, "open");
  const end = clock(times.end);
  if (times.over) return say(texts, "over", { end, count: Math.round(times.over / MINUTE) });
  if (times.isShort) return say(texts, "short", { end });
  if (times.spare) return say(texts, "spare", { end, count: Math.round(times.spare / MINUTE) });
  return say(texts, asked.end ? "fits" : "ends", { end });
}

/** A time of day, as 14:05. @param {number} instant */
function clock(instant) {
  const time = new Date(instant);
  return [time.getHours(), time.getMinutes()].map((number) => String(number).padStart(2, "0")).join(":");
}

/**
 * @param {HTMLElement} root
 * @param {import("../lib/run/schedule.js").Schedule} times
 */
function write(root, { starts, lengths, end }) {
  for (const cell of findAll(root, ".ends > .begins", HTMLElement)) if (end !== null) cell.textContent = clock(end);
  for (const [index, row] of findAll(root, "tbody tr:not(.ends)", HTMLTableRowElement).entries()) {
    const begins = starts[index] ?? null;
    if (begins !== null) find(row, ".begins", HTMLElement).textContent = clock(begins);
    const minutes = (lengths[index] ?? 0) / MINUTE;
    if (minutes) find(row, ".length", HTMLElement).textContent = String(minutes);
  }
}

/**
 * Save the event with its times. What to tell the reader of it.
 * @param {string} file
 * @param {Given} given
 * @param {Asked} asked
 */
async function saved(file, given, asked) {
  const { texts, steps, discreet } = given;
  const times = planned(given, asked);
  if (!times || !asked.day) return say(texts, "needs-day");
  try {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${file} answers ${answer.status}`);
    const lines = discreet ? [] : agenda(texts, steps, times);
    const event = moved(await answer.text(), { ...asked, minutes: sumOf(times), agenda: lines });
    save(event, discreet || (file.split("/").pop() ?? file), "text/calendar");
    return say(texts, "saved");
  } catch (error) {
    console.warn(error);
    return say(texts, "not-fetched");
  }
}

/** The whole, in minutes; null where nobody can say. @param {import("../lib/run/schedule.js").Schedule} times */
const sumOf = ({ starts, end }) => (end === null ? null : Math.round((end - (starts[0] ?? end)) / MINUTE));

/**
 * From each line of the file's own agenda to what stands there now. Where nobody can say when a step starts, or how long it
 * takes, its line stays as it is, or says no length.
 * @param {import("../lib/texts.js").Texts} texts
 * @param {Row[]} steps
 * @param {import("../lib/run/schedule.js").Schedule} times
 * @returns {[string, string][]}
 */
export const agenda = (texts, steps, { starts, lengths }) =>
  steps.map(({ line, title }, index) => {
    const begins = starts[index] ?? null;
    if (begins === null) return [line, line];
    const count = (lengths[index] ?? 0) / MINUTE;
    return [line, say(texts, count ? "step" : "step-open", { start: clock(begins), title, count })];
  });
