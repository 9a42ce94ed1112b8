// Ways to end in time when a session is behind. They are offered, never imposed; the group's own plan says what may shrink.
import { read, SECOND, sum } from "./clock.js";

/**
 * @typedef {import("./clock.js").Span} Span
 * @typedef {import("./clock.js").Instant} Instant
 * @typedef {(Span | null)[]} Lengths one for each step; 0 leaves it out
 *
 * @typedef {object} Offers
 * @property {Span} behind
 * @property {Instant | null} end when it ends if nothing changes; null where a step to come has no set time
 * @property {{ lengths: Lengths, short: Span } | null} share taken from all steps that may shrink; short: what still lacks
 * @property {{ step: number, lengths: Lengths }[]} single taken from one step alone, which can give it all
 * @property {{ step: number, saves: Span }[]} leave steps that can be left out, and what that saves
 * @property {boolean} isFar whether so much lacks that shrinking steps would spoil them: leave some out, or end later
 */

const NOT_WORTH_SAYING = 15 * SECOND;
const FAR = 1 / 3; // of the whole session

/**
 * What can be offered. Nothing where the session keeps its time, waits, or has ended.
 * @param {import("./clock.js").Session} session
 * @param {Instant} now
 * @returns {Offers | null}
 */
export function offers(session, now) {
  const reading = read(session, now);
  const { behind, expectedEnd } = reading;
  if (expectedEnd === null || reading.status === "ended" || behind < NOT_WORTH_SAYING) return null;
  const whole = sum(session.steps.map(({ length }) => length ?? 0));
  if (!whole) return null; // no step has a set time: nothing can be late
  const spare = spareOf(session, reading);
  return {
    behind,
    end: reading.lengths.slice(reading.step).includes(null) ? null : expectedEnd,
    share: sum(spare) > 0 ? shared(reading.lengths, spare, behind) : null,
    single: spare.flatMap((span, step) =>
      span >= behind ? [{ step, lengths: without(reading.lengths, step, behind) }] : [],
    ),
    leave: session.steps.flatMap((_, step) =>
      canLeave(session, reading, step) ? [{ step, saves: toCome(reading, step) }] : [],
    ),
    isFar: behind > whole * FAR,
  };
}

/**
 * The lengths after a step is left out.
 * @param {Lengths} lengths
 * @param {number} step
 */
export const leftOut = (lengths, step) => lengths.map((length, index) => (index === step ? 0 : length));

/**
 * How much each step can still give: nothing of what is over, of the ending, and of what keeps its time.
 * @param {import("./clock.js").Session} session
 * @param {import("./clock.js").Reading} reading
 */
function spareOf({ steps }, { step, lengths, spent }) {
  return steps.map(({ least, isRequired }, index) => {
    const length = lengths[index] ?? 0;
    if (index < step || index === steps.length - 1 || isRequired || least === null) return 0;
    return Math.max(0, length - Math.max(least, spent[index] ?? 0));
  });
}

/**
 * What is lacking, taken from each step in proportion to what it can give, in whole seconds.
 * @param {Lengths} lengths
 * @param {Span[]} spare
 * @param {Span} lacking
 */
function shared(lengths, spare, lacking) {
  const can = sum(spare);
  const taken = Math.min(lacking, can);
  let left = taken; // rounding up step by step never takes more than is left, and the last to give gives the rest
  const given = spare.map((span) => {
    const share = Math.min(left, span, Math.ceil(((span / can) * taken) / SECOND) * SECOND);
    left -= share;
    return share;
  });
  return { lengths: lengths.map((length, index) => less(length, given[index] ?? 0)), short: lacking - taken };
}

/**
 * @param {Lengths} lengths
 * @param {number} step
 * @param {Span} by
 */
const without = (lengths, step, by) => lengths.map((length, index) => less(length, index === step ? by : 0));

/**
 * @param {Span | null} length
 * @param {Span} by
 */
const less = (length, by) => (length === null ? null : length - by);

/**
 * @param {import("./clock.js").Session} session
 * @param {import("./clock.js").Reading} reading
 * @param {number} index
 */
function canLeave({ steps }, reading, index) {
  return index > reading.step && index < steps.length - 1 && !steps[index]?.isRequired && toCome(reading, index) > 0;
}

/**
 * What a later step is still to take: the group may have been there before.
 * @param {import("./clock.js").Reading} reading
 * @param {number} index
 */
const toCome = ({ lengths, spent }, index) => Math.max(0, (lengths[index] ?? 0) - (spent[index] ?? 0));
