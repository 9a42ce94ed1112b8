import assert from "node:assert/strict";
import test from "node:test";
import { fits, lesser, numberIn } from "../../docs/assets/js/tools/catalogue.js";

const FILM = { free: "yes", format: "watch", minutes: "8", topic: "listening power", checked: "2026-11-02" };
const BOOK = { free: "unknown", format: "read", topic: "listening" };
const NOW = Date.parse("2026-12-01");

for (const [name, values] of Object.entries({
  free: { yes: true, no: false, unknown: false },
  format: { watch: true, read: false },
  minutes: { 5: false, 8: true, 10: true },
  topic: { listening: true, power: true, pow: false },
  checked: { yes: true, month: true, year: true, never: false },
})) {
  for (const [value, wanted] of Object.entries(values)) {
    test(`${name} ${value} ${wanted ? "fits" : "does not fit"}`, () => {
      assert.equal(fits(FILM, { [name]: value }, NOW), wanted);
    });
  }
}

test("what says nothing of its length or its check fits no answer to that", () => {
  assert.equal(fits(BOOK, { minutes: "60" }, NOW), false);
  assert.equal(fits(BOOK, { checked: "year" }, NOW), false);
  assert.equal(fits(BOOK, { checked: "never" }, NOW), true);
});

test("where nothing fits, each answer to take back says how many would be left, the most first", () => {
  const free = { free: "yes", format: "read", topic: "listening" };
  assert.deepEqual(lesser([FILM, BOOK, BOOK], free, NOW), [
    { name: "free", count: 2 },
    { name: "format", count: 1 },
  ]);
  assert.deepEqual(lesser([BOOK], { free: "yes", topic: "power" }, NOW), []);
  assert.deepEqual(lesser([BOOK], { free: "yes" }, NOW), [{ name: "free", count: 1 }]);
});

for (const [value, wanted] of Object.entries({ 2: 2, 3: 3, 4: 1, 0: 1, "-1": 1, x: 1, 1.5: 1 }))
  test(`page ${value} of three is page ${wanted}`, () => assert.equal(numberIn([["page", value]], 3), wanted));

test("a check grows old", () => {
  assert.equal(fits(FILM, { checked: "month" }, Date.parse("2026-12-04")), false);
  assert.equal(fits(FILM, { checked: "year" }, Date.parse("2027-10-01")), true);
  assert.equal(fits(FILM, { checked: "year" }, Date.parse("2027-11-10")), false);
});

test("every answer has to hold", () => {
  assert.equal(fits(FILM, { free: "yes", format: "watch", topic: "power" }, NOW), true);
  assert.equal(fits(FILM, { free: "yes", format: "read" }, NOW), false);
  assert.equal(fits(FILM, {}, NOW), true);
});
