// The clock of a session. What happened is kept, with the instant of each; all else is worked out from that and from now.
// Nothing counts ticks, so a sleeping device, midnight and the nights when clocks change make no difference. No DOM here.
import { duration, history, lastOfAnother } from "./trace.js";

/**
 * @typedef {number} Instant milliseconds since 1970, as Date.now() gives them: never a time of day
 * @typedef {number} Span milliseconds
 *
 * @typedef {object} Step what the clock knows of a step
 * @property {Span | null} length how long it is to take; null where it has no set time
 * @property {Span | null} least the shortest it still works in when time runs short; null where it keeps its time
 * @property {boolean} isRequired whether it is never left out
 * @property {Span} [turn] how long each person has, where people take turns
 * @property {2 | 3} [sharing] how many take turns with each other
 *
 * @typedef {{ type: "started", at: Instant }} Started
 * @typedef {{ type: "stepped", at: Instant, to: number }} Stepped
 * @typedef {{ type: "paused" | "resumed" | "ended", at: Instant }} Halted
 * @typedef {{ type: "added", at: Instant, step: number, by: Span }} Added
 * @typedef {{ type: "corrected", at: Instant, by: Span }} Corrected the step that runs began earlier than was noted
 * @typedef {{ type: "fitted", at: Instant, lengths: (Span | null)[] }} Fitted a new length for each step; 0 leaves it out
 * @typedef {{ type: "extended", at: Instant, end: Instant }} Extended the group agreed to end then
 * @typedef {Started | Stepped | Halted | Added | Corrected | Fitted | Extended} Event
 *
 * @typedef {object} Session
 * @property {Step[]} steps
 * @property {Event[]} events in the order in which they happened
 * @property {Instant} [due] when it was to start, where that was agreed
 *
 * @typedef {"waiting" | "running" | "paused" | "ended"} Status
 * @typedef {"open" | "begun" | "half" | "minute" | "over"} Phase of a step; open: it has no set time
 *
 * @typedef {object} Reading what the clock says at an instant
 * @property {Status} status
 * @property {number} step the step that runs, or that will run first
 * @property {Instant | null} startedAt
 * @property {Span[]} spent how long each step ran, without pauses
 * @property {(Span | null)[]} lengths how long each is to take now, with what was added and taken; 0: left out
 * @property {Span | null} left of the step that runs; below nothing where it runs over
 * @property {Phase} phase
 * @property {Span} paused how long it stood still in all
 * @property {Span} elapsed since the start, pauses included
 * @property {Instant | null} expectedEnd when it will end if every later step keeps its length
 * @property {Instant | null} plannedEnd when it was to end: what was agreed last, and as much later as steps without a set
 *   time took since, for they are never late
 * @property {Span} late how much later than agreed it began
 * @property {Span} slipped how much later than by our own start it will end
 * @property {Span} behind how much later than planned it will end; below nothing where it is ahead
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/**
 * What the clock says.
 * @param {Session} session
 * @param {Instant} now
 * @returns {Reading}
 */
export function read(session, now) {
  const { visits, pauses, status, step, startedAt, endedAt } = history(session, now);
  const lengths = lengthsOf(session);
  const spent = lengths.map((_, index) => sum(visits.filter((visit) => visit.step === index).map(duration)));
  const ran = spent[step] ?? 0;
  const length = lengths[step] ?? null;
  const left = length === null ? null : length - ran;
  const rest = status === "ended" ? 0 : Math.max(0, left ?? 0) + sum(remaining(lengths, spent).slice(step + 1));
  const until = endedAt ?? now;
  const expectedEnd = later(startedAt, until - Number(startedAt) + rest);
  const open = visits.filter((visit) => session.steps[visit.step]?.length === null);
  const openSince = (/** @type {Instant} */ at) =>
    sum(open.map(({ from, to }) => Math.max(0, to - Math.max(from, at))));
  const whole = sum(session.steps.map((each) => each.length ?? 0)) + openSince(Number.NEGATIVE_INFINITY);
  const agreed = session.events.filter(isExtended).pop();
  const plannedEnd = agreed ? agreed.end + openSince(agreed.at) : later(session.due ?? startedAt, whole);
  return {
    ...{ status, step, startedAt, spent, lengths, left, expectedEnd, plannedEnd },
    phase: phaseOf(length, ran),
    paused: sum(pauses.map(duration)),
    elapsed: between(startedAt, until),
    late: between(session.due ?? startedAt, startedAt),
    slipped: between(later(startedAt, whole), expectedEnd),
    behind: between(plannedEnd, expectedEnd),
  };
}

/** @type {(lengths: (Span | null)[], spent: Span[]) => Span[]} */
const remaining = (lengths, spent) => lengths.map((length, index) => Math.max(0, Number(length) - (spent[index] ?? 0)));

/** @type {(at: Instant | null, by: Span) => Instant | null} */
const later = (at, by) => (at === null ? null : at + by);

/** @type {(from: Instant | null, to: Instant | null) => Span} */
const between = (from, to) => (from === null || to === null ? 0 : to - from);

/**
 * The session after one more thing happened.
 * @param {Session} session
 * @param {...Event} events
 * @returns {Session}
 */
export const after = (session, ...events) => ({ ...session, events: [...session.events, ...events] });

/**
 * The session without the last catching up, however much happened since.
 * @param {Session} session
 * @returns {Session}
 */
export function withoutLastFit(session) {
  const last = session.events.map(isAnswer).lastIndexOf(true);
  return { ...session, events: session.events.filter((_, index) => index !== last) };
}

/**
 * The session with all that happened moved, where the device's clock was wrong until now.
 * @param {Session} session
 * @param {Span} by
 * @returns {Session}
 */
export function moved(session, by) {
  const events = session.events.map((event) => ({ ...event, at: event.at + by }));
  return { ...session, events: events.map((event) => (isExtended(event) ? { ...event, end: event.end + by } : event)) };
}

/**
 * By how much the device's clock moved against the time that passed, where that is more than two seconds; else nothing.
 * A device that slept looks the same as a clock that was put forward: only people know which it was.
 * @param {{ wall: Instant, steady: Span }} before Date.now() and performance.now(), read together
 * @param {{ wall: Instant, steady: Span }} now
 */
export function jump(before, now) {
  const by = now.wall - before.wall - (now.steady - before.steady);
  return Math.abs(by) > 2 * SECOND ? Math.round(by) : 0;
}

/**
 * The earliest that the step that runs can have begun: when the step before it did.
 * @param {Session} session
 * @param {Instant} now
 * @returns {Span} by how much it can be corrected at most; Infinity for the first step
 */
export function correctable(session, now) {
  const { visits, step } = history(session, now);
  const before = visits[lastOfAnother(visits, step)];
  return before ? duration(before) : Number.POSITIVE_INFINITY;
}

/**
 * Whose turn it is in a step that people share: 0 for the first, and so on; the number of people once all had theirs.
 * @param {Step} step
 * @param {Span | null} length what the step is to take now
 * @param {Span} spent
 * @returns {{ index: number, left: Span } | null} null where nobody takes turns; left: of the turn, or of what follows
 */
export function turnOf(step, length, spent) {
  if (!step.turn || !step.sharing) return null;
  const each = length === null ? step.turn : Math.min(step.turn, length / step.sharing);
  const index = Math.min(step.sharing, Math.floor(spent / each));
  const until = index === step.sharing ? (length ?? each * index) : each * (index + 1);
  return { index, left: until - spent };
}

/**
 * @param {Span | null} length
 * @param {Span} spent
 * @returns {Phase}
 */
function phaseOf(length, spent) {
  if (length === null) return "open";
  const left = length - spent;
  if (left <= 0) return "over";
  if (left <= MINUTE) return "minute";
  return spent >= length / 2 ? "half" : "begun";
}

/**
 * How long each step is to take, with what was added to it and what a catching up made of it.
 * @param {Session} session
 */
function lengthsOf({ steps, events }) {
  const lengths = steps.map((step) => step.length);
  for (const event of events) {
    if (event.type === "fitted") lengths.splice(0, lengths.length, ...event.lengths);
    if (event.type === "added") lengths[event.step] = (lengths[event.step] ?? 0) + event.by;
  }
  return lengths;
}

/** The whole of some lengths. @param {Span[]} spans */
export const sum = (spans) => spans.reduce((whole, span) => whole + span, 0);

/** @param {Event} event @returns {event is Extended} */
const isExtended = (event) => event.type === "extended";

/** Whether something answers that a session is behind. @param {Event} event */
const isAnswer = (event) => event.type === "fitted" || event.type === "extended";
