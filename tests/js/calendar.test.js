import assert from "node:assert/strict";
import test from "node:test";
import { moved } from "../../docs/assets/js/tools/calendar.js";

const EVENT = "BEGIN:VEVENT\r\nUID:library\r\nDTSTART:20270101T100000\r\nDURATION:PT35M\r\nEND:VEVENT\r\n";

test("an event is moved to a day and a time, and nothing else of it changes", () => {
  const lines = moved(EVENT, "2026-12-03", "14:30").split(/\r?\n/);
  assert.equal(lines[2], "DTSTART:20261203T143000");
  assert.deepEqual([lines[0], lines[3], lines[4]], ["BEGIN:VEVENT", "DURATION:PT35M", "END:VEVENT"]);
});

test("each event that is saved is one of its own", () => {
  const [first, second] = [moved(EVENT, "2026-12-03", "14:30"), moved(EVENT, "2026-12-03", "14:30")];
  assert.notEqual(first, second);
  assert.ok(!first.includes("UID:library"));
});
