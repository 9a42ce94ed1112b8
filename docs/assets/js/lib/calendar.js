// Calendar files (RFC 5545): the one of a session, with the day, the times and the agenda of a reader.

const MOST = 74; // octets in a line, without its end; a space at the start of the next says that it goes on

/**
 * @typedef {object} Own
 * @property {string} day as an input has it: 2026-12-03
 * @property {string} start 14:30
 * @property {number | null} minutes how long it takes; null where nobody can say, and then no end is written
 * @property {[before: string, after: string][]} agenda from each line of its description to what stands there now
 */

/**
 * The event on a day of the reader's. Each that is saved is an event of its own, so that a second does not move the first.
 * @param {string} calendar
 * @param {Own} own
 */
export function moved(calendar, { day, start, minutes, agenda }) {
  const at = `${day.replaceAll("-", "")}T${start.replaceAll(":", "").slice(0, 4)}00`;
  const lines = calendar
    .replace(/\r?\n[ \t]/g, "")
    .replace(/^DTSTART:.*$/m, `DTSTART:${at}`)
    .replace(/^DURATION:.*(\r?\n)/m, minutes === null ? "" : `DURATION:PT${minutes}M$1`)
    .replace(/^UID:.*$/m, `UID:${crypto.randomUUID?.() ?? `${at}-${Math.random()}`}`)
    .split(/\r?\n/);
  return lines.map((line) => folded(line.startsWith("DESCRIPTION") ? replaced(line, agenda) : line)).join("\r\n");
}

/**
 * @param {string} description
 * @param {Own["agenda"]} agenda
 */
function replaced(description, agenda) {
  const lines = description.split("\\n");
  let from = 0; // two steps may have the same words: each line is taken once
  for (const [before, after] of agenda) {
    const place = lines.indexOf(escaped(before), from);
    if (place >= 0) lines[place] = escaped(after);
    from = Math.max(from, place + 1);
  }
  return lines.join("\\n");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&");

/** @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let length = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > MOST) {
      pieces.push(" ");
      length = 1;
    }
    pieces[pieces.length - 1] += letter;
    length += octets;
  }
  return pieces.join("\r\n");
}
