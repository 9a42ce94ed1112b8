import assert from "node:assert/strict";
import test from "node:test";
import { offers } from "../../docs/assets/js/lib/run/catch-up.js";
import {
  after,
  correctable,
  jump,
  MINUTE,
  moved,
  read,
  SECOND,
  turnOf,
  withoutLastFit,
} from "../../docs/assets/js/lib/run/clock.js";

const LENGTHS = [5, 3, 10, 2];
const steps = LENGTHS.map((minutes) => ({ length: minutes * MINUTE, least: null, isRequired: false }));

/** What happened, from lines such as "11:04 started", each on the day of the first or on the day it names. */
function session(lines, { day = "2026-12-03", zone = "Z", due } = {}) {
  const instant = (/** @type {string} */ time) =>
    Date.parse(time.includes("T") ? `${time}` : `${day}T${time}:00${zone}`);
  const events = lines.map((line) => {
    const [time, type, first, second] = line.split(" ");
    const [a, b] = [Number(first), Number(second)];
    const values =
      { stepped: { to: a }, added: { step: a, by: b * MINUTE }, corrected: { by: a * MINUTE } }[type] ?? {};
    return { type, at: instant(time), ...values };
  });
  return { steps, events, ...(due ? { due: instant(due) } : {}) };
}

const at = (/** @type {string} */ time) => Date.parse(`2026-12-03T${time}Z`);
const minutes = (/** @type {number | null} */ span) => (span === null ? null : span / MINUTE);

/** @type {[title: string, events: string[], now: string, wanted: Record<string, unknown>][]} */
const TABLE = [
  ["it waits", [], "11:00", { status: "waiting", step: 0, left: 5, elapsed: 0, phase: "begun" }],
  ["it runs", ["11:00 started"], "11:02", { status: "running", left: 3, elapsed: 2, slipped: 0, phase: "begun" }],
  ["half", ["11:00 started"], "11:03", { left: 2, phase: "half" }],
  ["a minute", ["11:00 started"], "11:04", { left: 1, phase: "minute" }],
  ["over", ["11:00 started"], "11:07", { left: -2, phase: "over", slipped: 2 }],
  ["on time", ["11:00 started", "11:05 stepped 1"], "11:06", { step: 1, left: 2, slipped: 0 }],
  ["early", ["11:00 started", "11:03 stepped 1"], "11:03", { step: 1, left: 3, slipped: -2 }],
  ["a pause", ["11:00 started", "11:02 paused"], "11:12", { status: "paused", left: 3, paused: 10, slipped: 10 }],
  [
    "a pause that ended",
    ["11:00 started", "11:02 paused", "11:12 resumed"],
    "11:13",
    { status: "running", left: 2, paused: 10, elapsed: 13, slipped: 10 },
  ],
  ["a minute more", ["11:00 started", "11:02 added 0 1"], "11:02", { left: 4, slipped: 1 }],
  ["a minute more of a later step", ["11:00 started", "11:02 added 2 1"], "11:02", { left: 3, slipped: 1 }],
  ["a start that was forgotten", ["11:04 started", "11:04 corrected 3"], "11:05", { left: 1, elapsed: 4, slipped: 0 }],
  [
    "a step that was forgotten",
    ["11:00 started", "11:08 stepped 1", "11:08 corrected 3"],
    "11:08",
    { step: 1, left: 0, elapsed: 8, slipped: 0 },
  ],
  [
    "a step that can't have begun before the one before it",
    ["11:00 started", "11:02 stepped 1", "11:02 corrected 9"],
    "11:02",
    { step: 1, left: 1, elapsed: 2 },
  ],
  [
    "back, and on again",
    ["11:00 started", "11:05 stepped 1", "11:06 stepped 0", "11:07 stepped 1"],
    "11:08",
    { step: 1, left: 1 },
  ],
  [
    "a step taken while it stands still",
    ["11:00 started", "11:05 paused", "11:06 stepped 1", "11:10 resumed"],
    "11:11",
    { status: "running", step: 1, left: 2, paused: 5 },
  ],
  ["the end", ["11:00 started", "11:05 stepped 3", "11:06 ended"], "12:00", { status: "ended", elapsed: 6 }],
];

for (const [title, events, now, wanted] of TABLE) {
  test(`the clock: ${title}`, () => {
    const { status, step, phase, left, paused, elapsed, slipped } = read(session(events), at(`${now}:00`));
    const told = { left: minutes(left), paused: minutes(paused), elapsed: minutes(elapsed), slipped: minutes(slipped) };
    const seen = { status, step, phase, ...told };
    assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((key) => [key, seen[key]])), wanted);
  });
}

test("two truths: how late it began, and whether it has kept time since", () => {
  const { late, slipped, behind, plannedEnd, expectedEnd } = read(
    session(["11:04 started"], { due: "11:00" }),
    at("11:06:00"),
  );
  assert.deepEqual([late, slipped, behind].map(minutes), [4, 0, 4]);
  assert.deepEqual([plannedEnd, expectedEnd], [at("11:20:00"), at("11:24:00")]);
});

test("a group that agreed to end later is no longer behind", () => {
  const late = session(["11:04 started"], { due: "11:00" });
  const agreed = after(late, { type: "extended", at: at("11:05:00"), end: at("11:24:00") });
  assert.equal(read(agreed, at("11:06:00")).behind, 0);
  assert.equal(read(withoutLastFit(agreed), at("11:06:00")).behind, 4 * MINUTE);
});

test("a new length holds for each step, and what is added later comes on top", () => {
  const fitted = { type: "fitted", at: at("11:01:00"), lengths: [5, 0, 8, 2].map((each) => each * MINUTE) };
  const added = { type: "added", at: at("11:02:00"), step: 2, by: MINUTE };
  assert.deepEqual(
    read(after(session(["11:00 started"]), fitted, added), at("11:03:00")).lengths.map(minutes),
    [5, 0, 9, 2],
  );
});

test("steps without a set time are open, and say nothing of the end but what is known", () => {
  const open = {
    steps: [{ length: null, least: null, isRequired: false }, ...steps],
    events: session(["11:00 started"]).events,
  };
  const reading = read(open, at("11:30:00"));
  assert.deepEqual([reading.phase, reading.left, reading.expectedEnd], ["open", null, at("11:50:00")]);
});

const OPEN = { length: null, least: null, isRequired: false };
const FIVE = { ...OPEN, length: 5 * MINUTE };

/** @type {[what: string, steps: object[], events: string[], now: string, behind: number][]} */
const UNTIMED = [
  ["alone", [OPEN], ["11:00 started"], "12:25", 0],
  ["alone, after a late start", [OPEN], ["11:00 started"], "11:30", 0],
  ["between others", [FIVE, OPEN, FIVE], ["11:00 started", "11:05 stepped 1"], "11:45", 0],
  ["that is over", [FIVE, OPEN, FIVE], ["11:00 started", "11:05 stepped 1", "11:45 stepped 2"], "11:46", 0],
  ["after one that ran over", [FIVE, OPEN, FIVE], ["11:00 started", "11:08 stepped 1"], "11:45", 3],
];
for (const [what, steps, events, now, behind] of UNTIMED)
  test(`a step without a set time, ${what}, makes nothing late`, () => {
    const late = what.includes("late start") ? { due: "10:50" } : {};
    const offered = offers({ ...session(events, late), steps }, at(`${now}:00`));
    assert.equal(minutes(offered?.behind ?? 0), behind);
    assert.equal(offered?.end ?? null, null, "nobody can say when it ends");
  });

test("an end that was agreed moves with the time that is spent in a step without one", () => {
  const before = { ...session(["11:00 started", "11:08 stepped 1"]), steps: [FIVE, OPEN, FIVE] };
  const agreed = after(before, { type: "extended", at: at("11:10:00"), end: at("11:15:00") });
  assert.equal(read(agreed, at("11:10:00")).behind, 0);
  assert.equal(read(agreed, at("11:40:00")).behind, 0);
});

// The nights when clocks change, and midnight: instants know nothing of them. Local times stand with their offset.
/** @type {[title: string, started: string, paused: string, resumed: string, now: string][]} */
const NIGHTS = [
  ["midnight", "2026-12-03T23:50:00Z", "2026-12-03T23:58:00Z", "2026-12-04T00:08:00Z", "2026-12-04T00:10:00Z"],
  [
    "spring",
    "2026-03-29T00:50:00+00:00",
    "2026-03-29T00:58:00+00:00",
    "2026-03-29T02:08:00+01:00",
    "2026-03-29T02:10:00+01:00",
  ],
  [
    "autumn",
    "2026-10-25T01:50:00+01:00",
    "2026-10-25T01:58:00+01:00",
    "2026-10-25T01:08:00+00:00",
    "2026-10-25T01:10:00+00:00",
  ],
];
for (const [title, started, paused, resumed, now] of NIGHTS) {
  test(`a pause across ${title}`, () => {
    const events = [`${started} started`, `${paused} paused`, `${resumed} resumed`];
    const reading = read(session(events), Date.parse(now));
    assert.deepEqual([reading.elapsed, reading.paused, reading.spent[0]].map(minutes), [20, 10, 10]);
  });
}

/** @type {[title: string, wall: number, steady: number, by: number][]} */
const JUMPS = [
  ["time passes", 1000, 1000, 0],
  ["a slow second", 2900, 1000, 0],
  ["a device slept for ten minutes", 600_000, 1000, 599_000],
  ["a clock was put back by an hour", -3_600_000 + 1000, 1000, -3_600_000],
];
for (const [title, wall, steady, by] of JUMPS) {
  test(`a jump: ${title}`, () => {
    assert.equal(jump({ wall: 5000, steady: 70 }, { wall: 5000 + wall, steady: 70 + steady }), by);
  });
}

test("where the clock was wrong, all that happened moves with it", () => {
  const before = after(session(["11:00 started"], { due: "11:00" }), {
    type: "extended",
    at: at("11:01:00"),
    end: at("11:30:00"),
  });
  const hour = 60 * MINUTE;
  const [was, is] = [read(before, at("11:03:00")), read(moved(before, hour), at("12:03:00"))];
  assert.deepEqual([is.left, is.spent, is.plannedEnd], [was.left, was.spent, Number(was.plannedEnd) + hour]);
});

test("a start can be corrected at will, a later step to where the one before it began", () => {
  const first = session(["11:00 started"]);
  assert.equal(correctable(first, at("11:03:00")), Number.POSITIVE_INFINITY);
  assert.equal(minutes(correctable(session(["11:00 started", "11:07 stepped 1"]), at("11:08:00"))), 7);
});

/** @type {[spent: number, length: number | null, wanted: [number, number]][]} */
const TURNS = [
  [0, 21, [0, 7]],
  [6, 21, [0, 1]],
  [7, 21, [1, 7]],
  [20, 21, [2, 1]],
  [22, 25, [3, 3]],
  [4, 12, [1, 4]],
  [3, null, [0, 4]],
];
for (const [spent, length, [index, left]] of TURNS) {
  test(`turns of seven minutes in threes, ${spent} minutes into ${length}`, () => {
    const step = {
      length: 21 * MINUTE,
      least: null,
      isRequired: false,
      turn: 7 * MINUTE,
      sharing: /** @type {3} */ (3),
    };
    const turn = turnOf(step, length === null ? null : length * MINUTE, spent * MINUTE);
    assert.deepEqual([turn?.index, minutes(turn?.left ?? null)], [index, left]);
  });
}

test("nobody takes turns where nobody is to", () => {
  assert.equal(turnOf(steps[0] ?? assert.fail(), MINUTE, SECOND), null);
});
