import assert from "node:assert/strict";
import test from "node:test";
import { moved } from "../../docs/assets/js/lib/calendar.js";
import { planned, told } from "../../docs/assets/js/tools/clock.js";

const LONG = "Wörter ".repeat(30);
const EVENT = [
  "BEGIN:VEVENT",
  "UID:library",
  "DTSTART:20270101T100000",
  "DURATION:PT35M",
  String.raw`DESCRIPTION:What it is\nAgenda\n0 min: Go\, stop (5 min)\nThen: Go (no set t`,
  String.raw` ime)\nThen: Go (no set time)`,
  "END:VEVENT",
  "",
].join("\r\n");
const OWN = { day: "2026-12-03", start: "14:30", minutes: 40, agenda: /** @type {[string, string][]} */ ([]) };

test("an event is moved to a day and a time, takes as long as it does now, and nothing else of it changes", () => {
  const lines = moved(EVENT, OWN).split("\r\n");
  assert.deepEqual(lines.slice(2, 4), ["DTSTART:20261203T143000", "DURATION:PT40M"]);
  assert.equal(lines[0], "BEGIN:VEVENT");
  assert.equal(
    lines.slice(4).join("\r\n").replaceAll("\r\n ", ""),
    EVENT.split("\r\n").slice(4).join("\r\n").replaceAll("\r\n ", ""),
  );
});

test("each event that is saved is one of its own", () => {
  assert.notEqual(moved(EVENT, OWN), moved(EVENT, OWN));
  assert.ok(!moved(EVENT, OWN).includes("UID:library"));
});

test("its agenda has the reader's times, though two steps have the same words, and no line is too long", () => {
  const agenda = /** @type {[string, string][]} */ ([
    ["0 min: Go, stop (5 min)", `14:30: Go, ${LONG}; stop (5 min)`],
    ["Then: Go (no set time)", "14:35: Go (20 min)"],
    ["Then: Go (no set time)", "14:55: Go (15 min)"],
  ]);
  const lines = moved(EVENT, { ...OWN, agenda }).split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75));
  const whole = lines.join("\n").replaceAll("\n ", "");
  assert.ok(
    whole.includes(String.raw`Agenda\n14:30: Go\, ${LONG}\; stop (5 min)\n14:35: Go (20 min)\n14:55: Go (15 min)`),
  );
});

const STEPS = [
  { from: 5, to: 5, least: null, title: "Open", line: "" },
  { from: 10, to: 15, least: 7, title: "Talk", line: "" },
];
const TEXTS = {
  ends: "ends {end}",
  fits: "fits {end}",
  short: "short {end}",
  over: "over {count} {end}",
  spare: "spare {count} {end}",
  backwards: "backwards",
};

/** @type {[start: string, end: string, told: string][]} */
const TABLE = [
  ["", "", ""],
  ["10:00", "", "ends 10:20"],
  ["10:00", "10:20", "fits 10:20"],
  ["10:00", "10:17", "fits 10:17"],
  ["10:00", "10:13", "short 10:13"],
  ["10:00", "10:10", "over 2 10:12"],
  ["10:00", "10:30", "spare 10 10:20"],
  ["10:00", "09:30", "backwards"],
  ["23:50", "", "ends 00:10"],
];
for (const [start, end, wanted] of TABLE) {
  test(`from ${start || "nothing"} to ${end || "nothing"}`, () => {
    const asked = { day: "", start, end };
    assert.equal(told(TEXTS, asked, planned(STEPS, asked)), wanted);
  });
}
