import assert from "node:assert/strict";
import test from "node:test";
import { between, rim, segment, written } from "../../docs/assets/js/tools/wheel/drawing.js";
import { compared, differences, isMarked, NONE, signs, signsOf } from "../../docs/assets/js/tools/wheel/marks.js";

/** @param {Partial<import("../../docs/assets/js/tools/wheel/marks.js").Mark>} mark */
const mark = (mark) => ({ ...NONE, ...mark });
const [VISIBLE, INVISIBLE] = [mark({ seen: "visible" }), mark({ seen: "invisible" })];
const [VOICED, UNVOICED, MOST] = [mark({ voiced: "voiced" }), mark({ voiced: "unvoiced" }), mark({ most: true })];

/** @type {[mine: typeof VISIBLE, other: typeof VISIBLE, outcome: string, how: string[]][]} */
const PAIRS = [
  [NONE, NONE, "none", []],
  [VISIBLE, NONE, "only-mine", []],
  [NONE, MOST, "only-other", ["differ-most"]],
  [VISIBLE, VISIBLE, "overlap", []],
  [VISIBLE, VOICED, "overlap", []],
  [MOST, MOST, "overlap", []],
  [VISIBLE, INVISIBLE, "differ", ["differ-seen"]],
  [VOICED, UNVOICED, "differ", ["differ-voiced"]],
  [VISIBLE, mark({ seen: "visible", most: true }), "differ", ["differ-most"]],
  [
    mark({ ...VISIBLE, voiced: "voiced" }),
    mark({ ...INVISIBLE, voiced: "unvoiced" }),
    "differ",
    ["differ-seen", "differ-voiced"],
  ],
];

for (const [mine, other, outcome, how] of PAIRS)
  test(`${signs(mine).join() || "nothing"} and ${signs(other).join() || "nothing"}: ${outcome}`, () => {
    assert.equal(compared(mine, other), outcome);
    assert.deepEqual(differences(mine, other), how);
    const turned = { "only-mine": "only-other", "only-other": "only-mine" }[outcome] ?? outcome;
    assert.equal(compared(other, mine), turned, "whichever wheel is laid on the other");
  });

test("the signs are those of the wheel that is looked at, or how the two compare", () => {
  assert.equal(isMarked(NONE), false);
  assert.deepEqual(signs(mark({ most: true, voiced: "unvoiced", seen: "visible" })), ["visible", "unvoiced", "most"]);
  assert.deepEqual(signsOf("mine", VISIBLE, MOST), ["visible"]);
  assert.deepEqual(signsOf("other", VISIBLE, MOST), ["most"]);
  assert.deepEqual(signsOf("both", VISIBLE, INVISIBLE), ["differ"]);
  assert.deepEqual(signsOf("both", VISIBLE, VISIBLE), ["overlap"]);
  assert.deepEqual(signsOf("both", VISIBLE, NONE), []);
});

test("a long word stands in two lines, and never in larger letters than its segment has room for", () => {
  assert.deepEqual(
    written("Village of birth").lines.map(({ text }) => text),
    ["Village of", "birth"],
  );
  assert.equal(written("Faith").size, 23);
  assert.ok(written("Responsibilities").size < 18);
});

test("signs stand side by side around the middle of their segment, outside the ring", () => {
  assert.deepEqual(rim(0, 2, 1), ["231 0"]);
  const [first, second] = rim(0, 4, 2).map((place) => place.split(" ").map(Number));
  assert.ok(Number(first?.[0]) < Number(second?.[0]));
  assert.equal(segment(0, 4).anchor, "end");
  assert.equal(segment(3, 4).anchor, "start");
});

test("a new segment has another tint than its neighbours", () => {
  assert.deepEqual([between(0, 1), between(1, 0), between(2, 0), between(0, 0)], [2, 2, 1, 1]);
});
