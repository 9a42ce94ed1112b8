// What ran when: visits of steps, and pauses between them. A pause ends a visit, and what goes on after it begins another.

/**
 * @typedef {import("./clock.js").Session} Session
 * @typedef {import("./clock.js").Event} Event
 * @typedef {import("./clock.js").Instant} Instant
 * @typedef {import("./clock.js").Span} Span
 * @typedef {import("./clock.js").Status} Status
 *
 * @typedef {object} Visit a stretch of time in which a step ran
 * @property {number} step
 * @property {Instant} from
 * @property {Instant} to
 *
 * @typedef {object} Trace
 * @property {Visit[]} visits
 * @property {Visit[]} pauses
 * @property {Visit | undefined} open the visit, or the pause, that goes on
 * @property {Status} status
 * @property {number} step
 */

/**
 * What ran when, until now.
 * @param {Session} session
 * @param {Instant} now
 */
export function history({ events }, now) {
  /** @type {Trace} */
  const trace = { visits: [], pauses: [], open: undefined, status: "waiting", step: 0 };
  for (const event of events) happen(trace, event);
  if (trace.status !== "ended") close(trace, now);
  const endedAt = trace.status === "ended" ? (trace.open?.to ?? null) : null;
  return { ...trace, startedAt: trace.visits[0]?.from ?? null, endedAt };
}

/**
 * @param {Trace} trace
 * @param {Event} event
 */
function happen(trace, event) {
  switch (event.type) {
    case "started":
    case "resumed":
      return go(trace, event.at, "running");
    case "paused":
      return go(trace, event.at, "paused");
    case "stepped":
      return go(trace, event.at, trace.status, event.to);
    case "corrected":
      return correct(trace, event.by);
    case "ended":
      close(trace, event.at);
      trace.status = "ended";
  }
}

/**
 * End what goes on, and begin a visit, or a pause.
 * @param {Trace} trace
 * @param {Instant} at
 * @param {Status} status
 */
function go(trace, at, status, step = trace.step) {
  close(trace, at);
  const from = trace.open?.to ?? at; // where an address lies about the order, nothing runs backwards
  trace.open = { step, from, to: from };
  Object.assign(trace, { status, step });
  (status === "paused" ? trace.pauses : trace.visits).push(trace.open);
}

/**
 * @param {Trace} trace
 * @param {Instant} at
 */
function close({ open }, at) {
  if (open) open.to = Math.max(open.from, at);
}

/**
 * Let the step that runs begin earlier: what it gains, the step before it loses. Nobody was there before the first.
 * @param {Trace} trace
 * @param {Span} by
 */
function correct({ visits, step }, by) {
  const before = lastOfAnother(visits, step);
  const began = visits[before + 1];
  const last = visits[before];
  if (!began) return;
  const possible = last ? Math.min(by, duration(last)) : by;
  began.from -= possible;
  if (last) last.to -= possible;
}

/**
 * The place of the visit before the step that runs; -1 where that is the first.
 * @param {Visit[]} visits
 * @param {number} step
 */
export const lastOfAnother = (visits, step) => visits.map((visit) => visit.step === step).lastIndexOf(false);

/** @param {Visit} visit */
export const duration = ({ from, to }) => to - from;
