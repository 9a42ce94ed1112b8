import assert from "node:assert/strict";
import test from "node:test";
import { moved } from "../../docs/assets/js/lib/calendar.js";
import { agenda, planned, told } from "../../docs/assets/js/tools/clock.js";

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

test("an event that has no end is saved without one", () => {
  assert.ok(!/^(DURATION|DTEND)/m.test(moved(EVENT, { ...OWN, minutes: null })));
  assert.deepEqual(moved(EVENT, { ...OWN, minutes: null }).split("\r\n").length, EVENT.split("\r\n").length - 1);
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
  open: "no end",
  step: "{start} {title} {count}",
  "step-open": "{start} {title}",
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
    assert.equal(told(TEXTS, asked, planned({ steps: STEPS }, asked)), wanted);
  });
}

const timed = (/** @type {number | null} */ minutes) => ({ from: minutes, to: minutes, least: null });
const row = (/** @type {number | null} */ minutes, index = 0) => ({
  ...timed(minutes),
  title: "Go",
  line: `Then ${index}`,
});

/** @type {[minutes: (number | null)[], whole: number | undefined, end: string, told: string, agenda: string[]][]} */
const UNTIMED = [
  [[null], 90, "", "ends 15:30", ["14:00 Go 90"]],
  [[null], undefined, "", "no end", ["14:00 Go"]],
  [[null], undefined, "15:00", "fits 15:00", ["14:00 Go 60"]],
  [[null], 90, "15:00", "fits 15:00", ["14:00 Go 60"]],
  [[5, null, 5], 30, "", "ends 14:30", ["14:00 Go 5", "14:05 Go 20", "14:25 Go 5"]],
  [[5, null, 5], undefined, "", "no end", ["14:00 Go 5", "14:05 Go", "Then 2"]],
  [[5, null, 5], 10, "", "no end", ["14:00 Go 5", "14:05 Go", "Then 2"]],
  [[null, null], 31, "", "ends 14:31", ["14:00 Go 15", "14:15 Go 16"]],
];
for (const [minutes, whole, end, wanted, lines] of UNTIMED)
  test(`steps of ${minutes.map((each) => each ?? "no")} minutes in ${whole ?? "no"} stated, until ${end || "any time"}`, () => {
    const given = { steps: minutes.map(row), ...(whole === undefined ? {} : { whole }) };
    const asked = { day: "", start: "14:00", end };
    const times = planned(given, asked) ?? assert.fail();
    assert.equal(told(TEXTS, asked, times), wanted);
    assert.deepEqual(
      agenda(TEXTS, given.steps, times).map(([, line]) => line),
      lines,
    );
  });
