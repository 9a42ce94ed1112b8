import assert from "node:assert/strict";
import test from "node:test";
import MiniSearch from "minisearch";
import { options } from "../../docs/assets/js/lib/index.js";
import { fewer } from "../../docs/assets/js/tools/finder/advice.js";
import { answer, fits } from "../../docs/assets/js/tools/finder/asking.js";

const SCALES = { intensity: ["light", "moderate", "heavy"] };
const GUIDE = {
  kind: "guides",
  topics: ["power"],
  minutes: [35, 50],
  people: [3, 12],
  formats: ["online"],
  intensity: "moderate",
};
const PAGE = { kind: "pages", topics: [], minutes: null, people: null, formats: [], intensity: "" };

for (const [name, values] of Object.entries({
  minutes: { 34: false, 35: true, 500: true },
  people: { 2: false, 3: true, 12: true, 13: false },
  format: { online: true, "in-person": false },
  topic: { power: true, grief: false },
  kind: { guides: true, pages: false },
  intensity: { light: false, moderate: true, heavy: true, wild: false },
  q: { anything: true },
})) {
  for (const [value, wanted] of Object.entries(values)) {
    test(`${name} ${value} ${wanted ? "fits" : "does not fit"}`, () => {
      assert.equal(fits(GUIDE, { [name]: value }, SCALES), wanted);
    });
  }
}

test("what has no length, group or intensity is never offered to who asks for one", () => {
  for (const question of [{ minutes: "500" }, { people: "6" }, { intensity: "heavy" }]) {
    assert.equal(fits(PAGE, question, SCALES), false);
  }
});

function index(...titles) {
  const engine = new MiniSearch(options(["title"]));
  engine.addAll(titles.map((title, id) => ({ id, title })));
  const facts = titles.map(() => GUIDE);
  const columns = Object.keys(GUIDE).map((name) => [name, facts.map((row) => row[name])]);
  return { shown: { ...Object.fromEntries(columns), title: titles, url: titles }, engines: [engine] };
}

const found = (question, parts) => answer(question, parts, SCALES).map(({ facts }) => facts.title);

test("what holds every word comes alone; where nothing does, what holds any", () => {
  const parts = index("Grief at school", "Grief", "School days");
  assert.deepEqual(found({ q: "school grief" }, parts), ["Grief at school"]);
  assert.deepEqual(found({ q: "grief prison" }, parts).sort(), ["Grief", "Grief at school"]);
});

test("without words, everything that fits comes in the order of the library", () => {
  assert.deepEqual(found({ people: "6" }, index("B", "A")), ["B", "A"]);
  assert.deepEqual(found({ people: "60" }, index("B", "A")), []);
});

test("each part of the index adds to what is known of a thing", () => {
  const first = index("Grief", "School");
  const later = index("trust", "grief trust").engines;
  const [best, other] = answer({ q: "grief trust" }, { ...first, engines: [...first.engines, ...later] }, SCALES);
  assert.equal(best.facts.title, "School");
  assert.equal(other, undefined);
  const any = answer({ q: "grief" }, { ...first, engines: [...first.engines, ...later] }, SCALES);
  assert.deepEqual(any.map(({ id }) => id).sort(), [0, 1]);
});

test("a question with one answer fewer still asks something", () => {
  assert.deepEqual(fewer({ q: "grief" }), []);
  assert.deepEqual(fewer({ q: "grief", people: "6" }), [
    { without: "q", rest: { people: "6" } },
    { without: "people", rest: { q: "grief" } },
  ]);
});
