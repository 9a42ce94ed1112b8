import assert from "node:assert/strict";
import test from "node:test";
import { MINUTE, read } from "../../docs/assets/js/lib/run/clock.js";

const steps = [5, 3, 10, 2].map((minutes) => ({ length: minutes * MINUTE, least: null, isRequired: false }));
const at = (/** @type {string} */ time) => Date.parse(`2026-12-03T${time}Z`);
const started = { steps, due: at("11:00:00"), events: [{ type: "started", at: at("11:04:00") }] };

test("before it starts, the clock waits", () => {
  const reading = read({ steps, events: [] }, at("11:00:00"));
  assert.deepEqual([reading.status, reading.step, reading.expectedEnd, reading.left], ["waiting", 0, null, 5 * MINUTE]);
});

test("two truths: how late it began, and whether it has kept time since", () => {
  const reading = read(started, at("11:06:00"));
  assert.deepEqual([reading.late, reading.slipped, reading.behind], [4 * MINUTE, 0, 4 * MINUTE]);
  assert.equal(reading.left, 3 * MINUTE);
  assert.equal(reading.expectedEnd, at("11:24:00"));
});
