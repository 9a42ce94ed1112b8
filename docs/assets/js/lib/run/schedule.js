// The clock run sheet: when each step begins, from a start and, where people must end by then, an end.
import { MINUTE, sum } from "./clock.js";

/**
 * @typedef {import("./clock.js").Span} Span
 * @typedef {import("./clock.js").Instant} Instant
 *
 * @typedef {object} Planned a step as its document gives it
 * @property {Span | null} from the fewest minutes; null where it has no set time
 * @property {Span | null} to what to plan for: no step is given more
 * @property {Span | null} least the shortest it still works in; null where it keeps its time
 *
 * @typedef {object} Schedule
 * @property {(Span | null)[]} lengths null where nobody can say how long a step takes
 * @property {(Instant | null)[]} starts null behind such a step
 * @property {Instant | null} end null where there is such a step
 * @property {boolean} isShort whether some step has less than the fewest minutes its document gives
 * @property {Span} over how much later than asked it ends: it can't be made shorter
 * @property {Span} spare how much time is left before the end that was asked for
 */

/**
 * Times for each step. Without an end, every step takes what its document plans for. With one, each takes what fits
 * between its fewest and that; where even the fewest are too long, down to what it still works in. Steps without a
 * set time share what the others leave of the time until the end, or else of the whole.
 * @param {Planned[]} steps
 * @param {Instant} start
 * @param {Instant} [end] asked for by a reader
 * @param {Span} [whole] how long all steps take together; 0 where the document does not say
 * @returns {Schedule}
 */
export function schedule(steps, start, end, whole = 0) {
  const to = steps.map((step) => step.to ?? 0);
  if (end === undefined) return asPlanned(steps, to, start, whole);
  const from = steps.map((step) => step.from ?? 0);
  const least = steps.map((step) => step.least ?? step.from ?? 0);
  const time = end - start;
  if (time >= sum(to)) return timed(opened(steps, to, time), start, end, false);
  if (time >= sum(from)) return timed(between(from, to, time), start, end, false);
  return timed(between(least, from, Math.max(time, sum(least))), start, end, true);
}

/**
 * Nobody asked for an end. Where the whole leaves nothing to the steps without a set time, they stay without.
 * @param {Planned[]} steps
 * @param {Span[]} to
 * @param {Instant} start
 * @param {Span} whole
 * @returns {Schedule}
 */
function asPlanned(steps, to, start, whole) {
  const isOpen = whole <= sum(to) && steps.some((step) => step.to === null);
  if (!isOpen) return timed(opened(steps, to, whole), start);
  const lengths = steps.map((step) => step.to);
  const known = lengths.indexOf(null); // the first step that may take as long as it likes has a start yet
  const { starts } = timed(to, start);
  return { ...IN_TIME, lengths, starts: starts.map((begins, index) => (index > known ? null : begins)), end: null };
}

const IN_TIME = { isShort: false, over: 0, spare: 0 };

/**
 * @param {Span[]} lengths
 * @param {Instant} start
 * @param {Instant} [asked]
 * @param {boolean} [isShort]
 * @returns {Schedule}
 */
function timed(lengths, start, asked = start + sum(lengths), isShort = false) {
  const end = start + sum(lengths);
  const starts = lengths.map((_, index) => start + sum(lengths.slice(0, index)));
  return { lengths, starts, end, isShort, over: Math.max(0, end - asked), spare: Math.max(0, asked - end) };
}

/**
 * What the timed steps leave, in whole minutes to those without a set time: to each as much as to the others.
 * @param {Planned[]} steps
 * @param {Span[]} lengths
 * @param {Span} time
 */
function opened(steps, lengths, time) {
  let open = steps.filter((step) => step.to === null).length;
  let left = time - sum(lengths);
  return lengths.map((length, index) => {
    if (steps[index]?.to !== null) return length;
    const given = Math.floor(left / open / WHOLE) * WHOLE;
    left -= given;
    open -= 1;
    return given;
  });
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
