// The time in words and in digits.
import { MINUTE, SECOND } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";

/**
 * @typedef {import("../../lib/texts.js").Texts} Texts
 * @typedef {import("../../lib/run/clock.js").Reading} Reading
 */

const KEPT = 30 * SECOND; // within so much, a session has kept its time

/**
 * A length of time: in minutes, or below one in seconds.
 * @param {Texts} texts
 * @param {number} span
 */
export function lasting(texts, span) {
  const size = Math.abs(span);
  if (size >= 45 * SECOND) return say(texts, "minutes", { count: Math.round(size / MINUTE) || 1 });
  return say(texts, "seconds", { count: Math.round(size / SECOND) });
}

/**
 * As a clock shows it: 2:41. What is left is rounded up, so that nothing is left only when it is.
 * @param {number} span
 * @param {(value: number) => number} round
 */
export function digits(span, round = Math.ceil) {
  const seconds = round(Math.abs(span) / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {number} instant */
export const timeOfDay = (instant) =>
  new Date(instant).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

/**
 * How the session stands against what was agreed, against its own start, and when it ends.
 * @param {Texts} texts
 * @param {Reading} reading
 * @param {boolean} wasAgreed whether a start was
 */
export function truth(texts, reading, wasAgreed) {
  const hasTimes = reading.lengths.some((length) => length !== null && length > 0);
  if (!hasTimes || reading.expectedEnd === null) return "";
  return [began(texts, reading, wasAgreed), since(texts, reading, wasAgreed), ending(texts, reading)]
    .filter(Boolean)
    .join(" ");
}

/** @type {(texts: Texts, reading: Reading, wasAgreed: boolean) => string} */
function began(texts, { late }, wasAgreed) {
  if (!wasAgreed || Math.abs(late) < KEPT) return "";
  return late > 0
    ? say(texts, "began-late", { time: lasting(texts, late) })
    : say(texts, "began-early", { time: lasting(texts, late) });
}

/** @type {(texts: Texts, reading: Reading, wasAgreed: boolean) => string} */
function since(texts, { slipped, late }, wasAgreed) {
  const time = lasting(texts, slipped);
  const isSince = wasAgreed && Math.abs(late) >= KEPT;
  if (Math.abs(slipped) < KEPT) return isSince ? say(texts, "kept-since") : say(texts, "kept");
  if (slipped > 0) return isSince ? say(texts, "lost-since", { time }) : say(texts, "lost", { time });
  return isSince ? say(texts, "gained-since", { time }) : say(texts, "gained", { time });
}

/** @type {(texts: Texts, reading: Reading) => string} */
function ending(texts, { lengths, step, expectedEnd }) {
  if (lengths.slice(step).includes(null)) return ""; // nobody can say how long that takes
  return say(texts, "ends-at", { clock: timeOfDay(Number(expectedEnd)) });
}

/**
 * How much of a step is left, without a number.
 * @param {Texts} texts
 * @param {number | null} length
 * @param {number} left
 */
export function roughly(texts, length, left) {
  if (length === null) return say(texts, "as-long");
  if (left <= 0) return say(texts, "time-is-up");
  if (left <= MINUTE) return say(texts, "last-minute");
  const share = left / length;
  if (share > 0.85) return say(texts, "nearly-all");
  if (share > 0.6) return say(texts, "most");
  return share > 0.4 ? say(texts, "about-half") : say(texts, "a-little");
}
