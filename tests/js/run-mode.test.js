import assert from "node:assert/strict";
import test from "node:test";
import { after, MINUTE, read } from "../../docs/assets/js/lib/run/clock.js";
import { isFresh, shared } from "../../docs/assets/js/lib/run/follow.js";
import { followed, turnAt } from "../../docs/assets/js/lib/run/followed.js";
import { instantOf } from "../../docs/assets/js/tools/run/form.js";
import { addressed, beside, NOTHING_CHOSEN, planned, readAddress } from "../../docs/assets/js/tools/run/plan.js";
import { digits, roughly } from "../../docs/assets/js/tools/run/words.js";

const STEPS = [
  { to: 5, required: true },
  { from: 10, to: 15, least: 6 },
  { from: 20, to: 28, turn: 6, in: 3, place: "in-person" },
  {},
  { from: 5, to: 10 },
];
const GIVEN = { texts: {}, steps: STEPS, shorter: { minutes: 40, without: [1] } };
const NOON = Date.parse("2026-12-03T12:00:00Z");

/** @type {[what: string, choices: object, minutes: (number | null)[]][]} */
const PLANS = [
  ["what each step is planned for", {}, [5, 15, 28, null, 10]],
  ["without what the shorter version leaves out", { shorter: 1 }, [5, 0, 27, null, 8]],
  ["without what is done in the room", { place: 2 }, [5, 15, 0, null, 10]],
  ["within the time there is", { minutes: 45 }, [5, 12, 22, null, 6]],
  ["what is left over goes to the step without a set time", { minutes: 65 }, [5, 15, 28, 7, 10]],
];

for (const [what, choices, minutes] of PLANS)
  test(`a plan takes ${what}`, () => {
    const { steps } = planned(GIVEN, { ...NOTHING_CHOSEN, ...choices });
    assert.deepEqual(
      steps.map(({ length }) => length && length / MINUTE),
      minutes,
    );
  });

test("where the document alone says how long the whole takes, a step without a set time takes what is left of it", () => {
  const { steps } = planned({ ...GIVEN, whole: 70 }, NOTHING_CHOSEN);
  assert.equal(steps[3]?.length, 12 * MINUTE);
});

test("an address brings back what was chosen and what happened", () => {
  const choices = { people: 6, round: 1, shorter: 1, place: 2, minutes: 40, look: 3, keys: 0 };
  const happened = [
    { type: "started", at: NOON },
    { type: "stepped", at: NOON + MINUTE, to: 2 },
  ];
  const session = { steps: [], events: happened, due: NOON - MINUTE };
  assert.deepEqual(readAddress(addressed(choices, session), 5), { choices, events: happened, due: NOON - MINUTE });
  assert.deepEqual(readAddress(addressed(choices, { steps: [], events: [] }), 5), { choices, events: [] });
});

for (const text of ["", "step-welcome", "!", "0.0.0.0.0.0!sx", "0.0.0.0.0.0.-1!s1", "0.0.0.0.0.0.1!s1~n1.9"])
  test(`an address that says ${JSON.stringify(text)} says nothing`, () => {
    assert.equal(readAddress(text, 5), null);
  });

test("what is left out is passed over on both ways", () => {
  const lengths = [0, 5, 0, null, 0];
  assert.deepEqual(
    [
      beside(lengths, -1, 1),
      beside(lengths, 1, 1),
      beside(lengths, 3, -1),
      beside(lengths, 3, 1),
      beside(lengths, 1, -1),
    ],
    [1, 3, 1, null, null],
  );
});

const { steps } = planned(GIVEN, NOTHING_CHOSEN);
const started = { steps, events: [{ type: "started", at: NOON }] };
const stepped = after(started, { type: "stepped", at: NOON + 5 * MINUTE, to: 1 });

for (const minutes of [0, 4.9, 5.1, 19, 21, 47, 49, 300])
  test(`after ${minutes} minutes a phone shows what the clock alone would`, () => {
    const now = NOON + minutes * MINUTE;
    const shown = followed(shared(started, NOON), now);
    const expected = [0, 5, 20, 48].filter((begins) => minutes >= begins).length - 1;
    assert.equal(shown?.step, expected);
    assert.ok(Math.abs(shown.spent - (minutes - [0, 5, 20, 48][expected]) * 60) <= 1);
  });

/** @type {[what: string, session: object, minutes: number, isFresh: boolean][]} */
const SCANS = [
  ["kept its time", stepped, 6, true],
  ["runs over", started, 6, false],
  ["was paused", after(stepped, { type: "paused", at: NOON + 7 * MINUTE }), 8, false],
  ["got a minute more", after(stepped, { type: "added", at: NOON + 7 * MINUTE, step: 1, by: MINUTE }), 8, false],
  ["went on early", after(started, { type: "stepped", at: NOON + 3 * MINUTE, to: 1 }), 4, false],
];

for (const [what, session, minutes, expected] of SCANS)
  test(`phones that scanned at the start ${expected ? "are right" : "scan again"} where a session ${what}`, () => {
    assert.equal(isFresh(shared(started, NOON), session, NOON + minutes * MINUTE), expected);
  });

test("whoever scans while a step runs over sees that step", () => {
  const now = NOON + 7.5 * MINUTE;
  assert.equal(read(started, now).step, 0);
  assert.equal(followed(shared(started, now), now)?.step, 0);
});

for (const text of ["", "r", "x0.1.2", "r0.1", "r0.zz.-1", "step-welcome", "r0.1.2.!"])
  test(`a phone is told nothing by ${JSON.stringify(text)}`, () => {
    assert.equal(followed(text, NOON), null);
  });

test("turns go round, and end", () => {
  const at = (spent) => turnAt(6, 3, { kind: "r", step: 2, spent, length: 28 * 60 });
  assert.deepEqual([0, 359, 360, 719, 720, 1079, 1080, 1600].map(at), [0, 0, 1, 1, 2, 2, 3, 3]);
  assert.equal(
    turnAt(6, 3, { kind: "r", step: 2, spent: 301, length: 15 * 60 }),
    1,
    "a shorter step has shorter turns",
  );
});

test("a time of day is the nearest to now", () => {
  const local = (time) => new Date(`2026-12-03T${time}:00`).getTime();
  assert.equal(instantOf("", local("10:00")), undefined);
  assert.equal(instantOf("09:56", local("10:00")), local("09:56"));
  assert.equal(instantOf("00:05", local("23:58")), new Date("2026-12-04T00:05:00").getTime());
  assert.equal(instantOf("23:58", local("00:05")), new Date("2026-12-02T23:58:00").getTime());
});

test("a clock shows nothing left only when nothing is", () => {
  assert.deepEqual(
    [300_000, 299_100, 1, 0].map((span) => digits(span)),
    ["5:00", "5:00", "0:01", "0:00"],
  );
  assert.equal(digits(75 * MINUTE), "75:00");
});

test("in words alone, a step goes from nearly all to the last minute", () => {
  const texts = Object.fromEntries(
    ["as-long", "time-is-up", "last-minute", "nearly-all", "most", "about-half", "a-little"].map((key) => [key, key]),
  );
  const said = (left) => roughly(texts, 10 * MINUTE, left * MINUTE);
  assert.deepEqual([10, 7, 5, 3, 1, 0, -1].map(said), [
    "nearly-all",
    "most",
    "about-half",
    "a-little",
    "last-minute",
    "time-is-up",
    "time-is-up",
  ]);
  assert.equal(roughly(texts, null, 0), "as-long");
});
