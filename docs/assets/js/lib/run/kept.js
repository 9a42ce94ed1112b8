// What happened in a session, as the part of an address behind #: a reload, or another device, goes on where it stood.
// Nothing is stored. An address holds instants and step numbers, and nothing about people.

/**
 * @typedef {import("./clock.js").Event} Event
 * @typedef {import("./clock.js").Session} Session
 * @typedef {[name: string, kind: "step" | "span" | "instant"]} Value
 */

/** What each event is written as, and what follows its instant. @type {Record<Event["type"], { letter: string, values: Value[] }>} */
const SHAPES = {
  started: { letter: "s", values: [] },
  stepped: { letter: "n", values: [["to", "step"]] },
  paused: { letter: "p", values: [] },
  resumed: { letter: "r", values: [] },
  added: {
    letter: "a",
    values: [
      ["step", "step"],
      ["by", "span"],
    ],
  },
  corrected: { letter: "c", values: [["by", "span"]] },
  fitted: { letter: "f", values: [] },
  extended: { letter: "x", values: [["end", "instant"]] },
  ended: { letter: "e", values: [] },
};
const TYPES = new Map(Object.entries(SHAPES).map(([type, { letter }]) => [letter, type]));
const LONGEST = 6000; // characters: more is no session of ours
const DAY = 24 * 60 * 60 * 1000;

/**
 * Written as "d<due>~s<instant>~n<since>.<step>~…", each number to the base of 36: instants as what has passed since the
 * one before, so that a long session still fits into an address.
 * @param {Session} session
 */
export function written({ events, due }) {
  let before = 0;
  const pieces = events.map((event) => {
    const since = event.at - before;
    before = event.at;
    return `${SHAPES[event.type].letter}${[since, ...numbers(event)].map(short).join(".")}`;
  });
  return [...(due === undefined ? [] : [`d${short(due)}`]), ...pieces].join("~");
}

/**
 * What an address says, or nothing where it was never written here: it may come from anyone, or have lost its end.
 * @param {string} text
 * @param {number} steps how many the session has
 * @returns {Pick<Session, "events" | "due"> | null}
 */
export function readBack(text, steps) {
  if (!text || text.length > LONGEST) return null;
  const pieces = text
    .split("~")
    .map((piece) => ({ letter: piece.charAt(0), numbers: piece.slice(1).split(".").map(long) }));
  const [due] = pieces[0]?.letter === "d" ? (pieces.shift()?.numbers ?? []) : [];
  /** @type {Event[]} */
  const events = [];
  for (const { letter, numbers } of pieces) {
    const event = eventOf(letter, events[events.length - 1]?.at ?? 0, numbers, steps);
    if (!event || (events.length === 0) !== (event.type === "started")) return null;
    events.push(event);
  }
  return { events, ...(typeof due === "number" ? { due } : {}) };
}

/**
 * @param {Event} event
 * @returns {(number | null)[]}
 */
function numbers(event) {
  if (event.type === "fitted") return event.lengths;
  const values = /** @type {Record<string, number>} */ (/** @type {unknown} */ (event));
  return SHAPES[event.type].values.map(([name]) => values[name] ?? null);
}

/**
 * @param {string} letter
 * @param {number} before the instant of the event before
 * @param {(number | null | undefined)[]} numbers
 * @param {number} steps
 * @returns {Event | null}
 */
function eventOf(letter, before, [since, ...values], steps) {
  if (typeof since !== "number") return null;
  const at = before + since;
  const type = /** @type {Event["type"] | undefined} */ (TYPES.get(letter));
  if (!type) return null;
  if (type === "fitted") {
    const areLengths = values.length === steps && values.every((value) => value === null || isA("span", value, steps));
    return areLengths ? { type, at, lengths: /** @type {(number | null)[]} */ (values) } : null;
  }
  const shape = SHAPES[type].values;
  if (values.length !== shape.length || !shape.every(([, kind], index) => isA(kind, values[index], steps))) return null;
  return /** @type {Event} */ ({
    type,
    at,
    ...Object.fromEntries(shape.map(([name], index) => [name, values[index]])),
  });
}

/**
 * @param {Value[1]} kind
 * @param {number | null | undefined} value
 * @param {number} steps
 */
function isA(kind, value, steps) {
  if (typeof value !== "number" || value < 0) return false;
  return kind === "instant" || value < (kind === "step" ? steps : DAY);
}

/** @param {number | null} value */
const short = (value) => (value === null ? "" : value.toString(36));

/**
 * A number, null where nothing stands, undefined where what stands is no number.
 * @param {string} text
 */
function long(text) {
  if (text === "") return null;
  return /^-?[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : undefined;
}
