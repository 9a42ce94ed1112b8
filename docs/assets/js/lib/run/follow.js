// What other phones need to show the same step without a server: which step runs, since when, and how long each takes.
import { MINUTE, read, SECOND } from "./clock.js";
import { followed } from "./followed.js";

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
  const [first = null, ...later] = lengths.slice(step);
  const rest = [overrun(first, ran), ...later].map((length) => (length === null ? "" : short(length / SECOND)));
  return `${kind}${[short(step), short(since / SECOND), ...rest].join(".")}`;
}

/**
 * A step that runs over goes on for most of a minute at least: whoever scans now would see the next one else.
 * @param {number | null} length
 * @param {number} ran
 */
const overrun = (length, ran) =>
  length === null || ran < length ? length : Math.ceil((ran + MINUTE / 2) / MINUTE) * MINUTE;

const NEAR = 10; // seconds that a phone may be wrong by: nobody scans again for less

/**
 * Whether phones that scanned an address still show what runs, and how much is left of it.
 * @param {string} scanned
 * @param {import("./clock.js").Session} session
 * @param {import("./clock.js").Instant} now
 */
export function isFresh(scanned, session, now) {
  const theirs = followed(scanned, now);
  const ours = followed(shared(session, now), now);
  if (!theirs || !ours) return false;
  return (
    theirs.kind === ours.kind &&
    theirs.step === ours.step &&
    Math.abs(theirs.spent - ours.spent) <= NEAR &&
    Math.abs((theirs.length ?? 0) - (ours.length ?? 0)) <= NEAR
  );
}

/** @param {number} value */
const short = (value) => Math.round(value).toString(36);
