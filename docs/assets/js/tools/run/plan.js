// What a session is run with: the plan as its document gives it, and what was chosen before the start. All of it stands
// in the address, so that a reload or another device goes on. No DOM here.
import { MINUTE } from "../../lib/run/clock.js";
import { readBack, written } from "../../lib/run/kept.js";
import { schedule } from "../../lib/run/schedule.js";

/**
 * @typedef {import("../../lib/run/clock.js").Session} Session
 *
 * @typedef {object} GivenStep in minutes
 * @property {string[]} [seats] its parts that one person takes
 * @property {number} [to] what to plan for; none where it has no set time
 * @property {number} [from] the fewest, where they are fewer than that
 * @property {number} [least]
 * @property {boolean} [required]
 * @property {number} [turn]
 * @property {2 | 3} [in]
 * @property {string} [place]
 *
 * @typedef {object} Given
 * @property {import("../../lib/texts.js").Texts} texts
 * @property {GivenStep[]} steps
 * @property {number} [whole] how long all of them take, where only the document says so and the steps don't
 * @property {{ minutes: number, without: number[] } | null} shorter without: steps, counted from 0
 *
 * @typedef {object} Choices each a number, for the address
 * @property {number} people how many there are; 0 where nobody said
 * @property {number} round how often it was run before, with the same people
 * @property {number} shorter 1 for the shorter version
 * @property {number} place 1 for in person, 2 for online; 0 where it makes no difference
 * @property {number} minutes how long it may take in all; 0 where nobody said
 * @property {number} look how the time is shown
 * @property {number} keys 0 where letters do nothing
 */

/** @type {Choices} */
export const NOTHING_CHOSEN = { people: 0, round: 0, shorter: 0, place: 0, minutes: 0, look: 0, keys: 1 };
const NAMES = /** @type {(keyof Choices)[]} */ (Object.keys(NOTHING_CHOSEN));
export const PLACES = ["", "in-person", "online"];
const BETWEEN = "!"; // what was chosen, and what happened

/**
 * The steps for the clock; those that are left out take no time.
 * @param {Given} given
 * @param {Choices} choices
 * @returns {{ steps: import("../../lib/run/clock.js").Step[], over: number, isShort: boolean }}
 */
export function planned({ steps, shorter, whole }, { shorter: isShorter, place, minutes }) {
  const without = isShorter ? (shorter?.without ?? []) : [];
  const isIn = steps.map(
    (step, index) => !without.includes(index) && (!place || !step.place || step.place === PLACES[place]),
  );
  const most = Math.min(
    minutes || Number.POSITIVE_INFINITY,
    (isShorter && shorter?.minutes) || Number.POSITIVE_INFINITY,
  );
  const asked = steps.map((step, index) => (isIn[index] ? spans(step) : NO_TIME));
  const end = Number.isFinite(most) ? most * MINUTE : undefined;
  const fitted = schedule(asked, 0, end, (whole ?? 0) * MINUTE);
  return {
    steps: steps.map((step, index) => ({
      length: isIn[index] && step.to === undefined ? fitted.lengths[index] || null : (fitted.lengths[index] ?? 0),
      least: step.least === undefined ? null : step.least * MINUTE,
      isRequired: step.required === true,
      ...(step.turn && step.in ? { turn: step.turn * MINUTE, sharing: step.in } : {}),
    })),
    over: fitted.over,
    isShort: fitted.isShort,
  };
}

const NO_TIME = { from: 0, to: 0, least: 0 };

/** @param {GivenStep} step */
const spans = ({ to, from = to, least }) => ({ from: span(from), to: span(to), least: span(least) });

/** @param {number | undefined} minutes */
const span = (minutes) => (minutes === undefined ? null : minutes * MINUTE);

/**
 * The part of an address behind #.
 * @param {Choices} choices
 * @param {Session} session
 */
export const addressed = (choices, session) =>
  `${NAMES.map((name) => choices[name].toString(36)).join(".")}${BETWEEN}${written(session)}`;

/**
 * What such a part says; nothing where it was never written here.
 * @param {string} text
 * @param {number} count of steps
 * @returns {{ choices: Choices, events: Session["events"], due?: number } | null}
 */
export function readAddress(text, count) {
  const [chosen = "", happened] = text.split(BETWEEN);
  const values = chosen.split(".").map((value) => Number.parseInt(value, 36));
  if (
    happened === undefined ||
    values.length !== NAMES.length ||
    !values.every((value) => value >= 0 && value < 1000)
  ) {
    return null;
  }
  const choices = /** @type {Choices} */ (Object.fromEntries(NAMES.map((name, index) => [name, values[index]])));
  if (happened === "") return { choices, events: [] };
  const read = readBack(happened, count);
  return read && { choices, ...read };
}

/**
 * The next step that is not left out, or nothing.
 * @param {(number | null)[]} lengths
 * @param {number} step
 * @param {1 | -1} way
 */
export function beside(lengths, step, way) {
  let index = step + way;
  while (lengths[index] === 0) index += way;
  return index in lengths ? index : null;
}
