// What other phones need to show the same step without a server: which step runs, since when, and how long each takes.
import { read, SECOND } from "./clock.js";

/**
 * The part behind # of the address that people scan: "r" while the clock runs, "p" while it stands still, "e" once it has
 * ended; then the step, when it would have begun had there been no pause (or, where the clock stands still, how long it
 * ran), and the length of it and of each step after it in seconds. Numbers are to the base of 36; nothing where a step has
 * no set time.
 * @param {import("./clock.js").Session} session
 * @param {import("./clock.js").Instant} now
 */
export function shared(session, now) {
  const { status, step, spent, lengths } = read(session, now);
  const ran = spent[step] ?? 0;
  const since = status === "running" ? now - ran : ran;
  const kind = status === "running" ? "r" : status === "ended" ? "e" : "p";
  const rest = lengths.slice(step).map((length) => (length === null ? "" : short(length / SECOND)));
  return `${kind}${[short(step), short(since / SECOND), ...rest].join(".")}`;
}

/** @param {number} value */
const short = (value) => Math.round(value).toString(36);
