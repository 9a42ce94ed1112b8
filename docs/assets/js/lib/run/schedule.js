// The clock run sheet: when each step begins, from a start and, where people must end by then, an end.
import { MINUTE, sum } from "./clock.js";

/**
 * @typedef {import("./clock.js").Span} Span
 * @typedef {import("./clock.js").Instant} Instant
 *
 * @typedef {object} Planned a step as its document gives it
 * @property {Span | null} from the fewest minutes; null where it has no set time
 * @property {Span | null} to the most
 * @property {Span | null} least the shortest it still works in; null where it keeps its time
 *
 * @typedef {object} Schedule
 * @property {Span[]} lengths
 * @property {Instant[]} starts
 * @property {Instant} end
 * @property {boolean} isShort whether some step has less than the fewest minutes its document gives
 * @property {Span} over how much later than asked it ends: it can't be made shorter
 * @property {Span} spare how much time is left before the end that was asked for
 */

/**
 * Times for each step. Without an end, every step takes the most its document gives. With one, each takes what fits
 * between its fewest and its most; where even the fewest are too long, down to what it still works in. Steps without a
 * set time share what the others leave.
 * @param {Planned[]} steps
 * @param {Instant} start
 * @param {Instant} [end]
 * @returns {Schedule}
 */
export function schedule(steps, start, end) {
  const to = steps.map((step) => step.to ?? 0);
  if (end === undefined) return timed(to, start, start + sum(to), false);
  const from = steps.map((step) => step.from ?? 0);
  const least = steps.map((step) => step.least ?? step.from ?? 0);
  const time = end - start;
  if (time >= sum(to)) return timed(opened(steps, to, time), start, end, false);
  if (time >= sum(from)) return timed(between(from, to, time), start, end, false);
  return timed(between(least, from, Math.max(time, sum(least))), start, end, true);
}

/**
 * @param {Span[]} lengths
 * @param {Instant} start
 * @param {Instant} asked
 * @param {boolean} isShort
 * @returns {Schedule}
 */
function timed(lengths, start, asked, isShort) {
  const end = start + sum(lengths);
  const starts = lengths.map((_, index) => start + sum(lengths.slice(0, index)));
  return { lengths, starts, end, isShort, over: Math.max(0, end - asked), spare: Math.max(0, asked - end) };
}

/**
 * What the timed steps leave, in equal parts to those without a set time.
 * @param {Planned[]} steps
 * @param {Span[]} lengths
 * @param {Span} time
 */
function opened(steps, lengths, time) {
  const open = steps.filter((step) => step.to === null).length;
  const each = open ? Math.floor((time - sum(lengths)) / open / WHOLE) * WHOLE : 0;
  return lengths.map((length, index) => (steps[index]?.to === null ? each : length));
}

/**
 * Lengths between two, in proportion to what lies between, in whole minutes but for what is left over at the end.
 * @param {Span[]} fewest
 * @param {Span[]} most
 * @param {Span} time between the sums of both
 */
function between(fewest, most, time) {
  const room = sum(most) - sum(fewest);
  const share = room ? (time - sum(fewest)) / room : 0;
  let left = time - sum(fewest);
  const lengths = fewest.map((length, index) => {
    const given = Math.floor(((Number(most[index]) - length) * share) / WHOLE) * WHOLE;
    left -= given;
    return length + given;
  });
  return lengths.map((length, index) => {
    const more = Math.min(left, Number(most[index]) - length);
    left -= more;
    return length + more;
  });
}

const WHOLE = MINUTE; // nobody plans in seconds
