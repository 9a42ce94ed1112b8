import assert from "node:assert/strict";
import test from "node:test";
import { turn } from "../../docs/assets/js/tools/question-of-the-day.js";

test("each day it is the next one's turn, and after the last the first's", () => {
  const days = [1, 2, 3, 4].map((day) => turn(new Date(2027, 0, day), 3));
  assert.deepEqual(days, [0, 1, 2, 0]);
});

test("the hour makes no difference, nor does summer time", () => {
  for (const [month, day] of [
    [2, 28],
    [9, 31],
    [11, 31],
  ]) {
    const hours = [0, 1, 2, 12, 23].map((hour) => turn(new Date(2027, month, day, hour, 59), 365));
    assert.equal(new Set(hours).size, 1, `${day}`);
  }
  assert.equal(turn(new Date(2027, 11, 31, 23), 365), 364);
});
