import assert from "node:assert/strict";
import test from "node:test";
import MiniSearch from "minisearch";
import { options } from "../../docs/assets/js/lib/index.js";
import { fewer, withoutAnswer } from "../../docs/assets/js/tools/finder/answers.js";
import { answer } from "../../docs/assets/js/tools/finder/asking.js";
import { lacking } from "../../docs/assets/js/tools/finder/fitting.js";
import { joined, opened } from "../../docs/assets/js/tools/finder/parts.js";
import { keyed } from "../../hooks/library/find/keyed.js";
import { pack } from "./packed-by-minisearch.js";

const SCALES = { intensity: ["light", "moderate", "heavy"] };
const GIVEN = { scales: SCALES, numbers: ["zero", "one", "two", "three"] };
const GUIDE = {
  ...{
    kind: "guide",
    topics: ["power"],
    minutes: [35, 50],
    people: [3, 12],
    formats: ["online"],
    intensity: "moderate",
  },
  ...{ medium: "", access: "open", take: ["print", "slides"], weight: 1 },
};
const PAGE = { ...GUIDE, kind: "page", topics: [], minutes: null, people: null, formats: [], intensity: "", take: [] };
const FILM = { ...PAGE, kind: "resource", medium: "video", access: "unknown", minutes: [16, 16] };
const UPSET = { ...PAGE, title: "Someone is upset", url: "upset/" };
const RULES = { ...PAGE, title: "Rules", url: "rules/" };
const ROWS = [
  { words: ["dads", "fathers", "men"], urgent: "", field: "", value: "" },
  { words: ["crying", "in tears"], urgent: "upset/", field: "", value: "" },
  { words: ["N minutes", "N mins"], urgent: "", field: "minutes", value: "1" },
  { words: ["N hours"], urgent: "", field: "minutes", value: "60" },
  { words: ["half an hour"], urgent: "", field: "minutes", value: "30" },
  { words: ["video", "film"], urgent: "", field: "kind", value: "video" },
  { words: ["slides", "slide deck"], urgent: "", field: "take", value: "slides" },
  { words: ["over Zoom"], field: "format", value: "online" },
  {
    words: ["hit", "hurt", "violent", "scared of partner"],
    urgent: "upset/#a-new-concern",
    part: "A new concern",
    first: ["rules/"],
  },
  { words: ["hurtful"], urgent: "upset/" },
  { words: ["can I record", "record session"], first: ["rules/"], unset: "format" },
  { words: ["no progress", "stuck"], first: ["second/", "first/"] },
  { words: ["nurses", "teachers"], optional: true },
];

for (const [name, values] of Object.entries({
  minutes: { 34: false, 35: true, 500: true },
  people: { 2: false, 3: true, 12: true, 13: false },
  format: { online: true, "in-person": false },
  topic: { power: true, grief: false },
  kind: { guide: true, page: false },
  access: { open: true, account: false },
  take: { slides: true, cards: false },
  intensity: { light: false, moderate: true, heavy: true, wild: false },
})) {
  for (const [value, wanted] of Object.entries(values)) {
    test(`${name} ${value} ${wanted ? "fits" : "does not fit"}`, () => {
      assert.deepEqual(lacking(GUIDE, { [name]: value }, SCALES), wanted ? [] : [name]);
    });
  }
}

test("what has no length, group or intensity is never offered to who asks for one", () => {
  for (const question of [{ minutes: "500" }, { people: "6" }, { intensity: "heavy" }]) {
    assert.deepEqual(lacking(PAGE, question, SCALES), Object.keys(question));
  }
});

test("of what others publish, the length counts for who asks for it", () => {
  assert.deepEqual(lacking(FILM, { minutes: "20" }, SCALES), ["minutes"]);
  assert.deepEqual(lacking(FILM, { minutes: "20", kind: "video" }, SCALES), []);
  assert.deepEqual(lacking(FILM, { minutes: "15", kind: "video" }, SCALES), ["minutes"]);
});

/** An index as it is built and read: of titles, each with its facts, or of records. */
function index(...given) {
  const records = given.map((one) => ({ text: "", ...GUIDE, url: one.title ?? one, title: one, ...one }));
  const part = (fields) => {
    const engine = new MiniSearch(options(fields));
    engine.addAll(records.map((record, id) => ({ ...record, id })));
    return { digest: "1", fields, index: pack(engine) };
  };
  const names = [...Object.keys(GUIDE), "url", "title"];
  const shown = Object.fromEntries(names.map((name) => [name, records.map((record) => record[name])]));
  return { first: opened({ ...part(["title"]), shown, synonyms: keyed(ROWS) }), rest: part(["text"]) };
}

const outcome = (q, parts, rest = {}) => answer({ ...(q && { q }), ...rest }, parts.first, GIVEN);
const titles = (answers) => answers.map(({ facts }) => facts.title);
const found = (q, parts, rest) => titles(outcome(q, parts, rest).answers);

test("what holds every word is found, and nothing else is", () => {
  const parts = index("Grief at school", "Grief", "School days");
  assert.deepEqual(found("school grief", parts), ["Grief at school"]);
  assert.deepEqual(found("grief prison", parts), []);
});

test("where nothing holds every word, what holds the most is told with what it lacks", () => {
  const others = Array.from({ length: 20 }, (_, at) => `Subject ${at}`);
  const { answers, near } = outcome("grief prison", index("Grief", ...others));
  assert.deepEqual(answers, []);
  assert.deepEqual(
    near.map(({ facts, without }) => [facts.title, without]),
    [["Grief", ["prison"]]],
  );
});

test("of what holds some of the words, that comes first which holds those that few things have", () => {
  const others = Array.from({ length: 20 }, (_, at) => `Subject ${at}`);
  const { near } = outcome("team prison neglect", index("Team one", "Team two", "Team three", "Neglect", ...others));
  assert.deepEqual(titles(near), ["Neglect", "Team one", "Team two"]);
});

test("words that say little of what someone is after need not be held, unless there are no others", () => {
  const parts = index("Grief", "Always at work");
  assert.deepEqual(found("everyone always tells of grief", parts), ["Grief"]);
  assert.deepEqual(found("always", parts), ["Always at work"]);
});

test("words that need not be held are no question of their own beside an answer", () => {
  assert.deepEqual(found("nurses 45 minutes", index("Grief", "Nurses at work")), ["Grief", "Nurses at work"]);
  assert.deepEqual(found("nurses", index("Grief", "Nurses at work")), ["Nurses at work"]);
});

test("without words, everything that fits comes in the order of the library", () => {
  assert.deepEqual(found("", index("B", "A"), { people: "6" }), ["B", "A"]);
  assert.deepEqual(found("", index("B", "A"), { people: "60" }), []);
});

test("without words, what uses the time comes first, and among that what asks least of a group", () => {
  const at = (title, minutes, intensity) => ({ title, minutes: [minutes, minutes], intensity });
  const parts = index(
    at("Short", 10, "light"),
    at("Whole", 30, "heavy"),
    at("Most", 25, "light"),
    at("Long", 31, "light"),
  );
  assert.deepEqual(found("30 minutes", parts), ["Most", "Whole", "Short"]);
});

test("a group with little time is left with something, whatever its other words were", () => {
  const { answers, near } = outcome("45 minutes before lunch", index("Grief", { title: "Long", minutes: [60, 60] }));
  assert.deepEqual([answers, titles(near), near[0].without], [[], ["Grief"], ["before", "lunch"]]);
});

test("words that mean the same must stand in more than a text, where they do anywhere", () => {
  const inText = { title: "School", text: "Some men were at work." };
  const named = index("Working with men", inText);
  const unnamed = index("Grief", inText);
  const asked = ({ first, rest }) => titles(answer({ q: "dads" }, joined(first, rest), GIVEN).answers);
  assert.deepEqual(asked(named), ["Working with men"]);
  assert.deepEqual(asked(unnamed), ["School"]);
});

test("a phrase of the editors' list is one thing, not its words far apart", () => {
  assert.deepEqual(found("in tears", index({ title: "Tears", kind: "page" }, "Crying")), ["Crying"]);
});

test("behind the words of a hard moment, what to do in the room comes before another meeting", () => {
  const parts = index({ title: "Now", url: "upset/" }, "Crying", {
    ...PAGE,
    title: "When somebody is crying, in many words",
  });
  assert.deepEqual(found("crying", parts), ["When somebody is crying, in many words", "Crying"]);
});

test("mindfulness is not the mind", () => {
  assert.deepEqual(found("mindfulness", index("Minds in mind")), []);
  assert.deepEqual(found("mindfulness", index("A mindful walk")), ["A mindful walk"]);
});

test("endings make no difference", () => {
  assert.deepEqual(found("shares feeling", index("Sharing feelings")), ["Sharing feelings"]);
  assert.deepEqual(found("mentalizing", index("Mentalisation")), ["Mentalisation"]);
});

for (const typed of ["antiracist", "anti-racist", "anti racist", "Anti‑Racist"]) {
  test(`${typed} is found however it is written`, () => {
    assert.deepEqual(found(typed, index("Anti-racist practice", "Practice")), ["Anti-racist practice"]);
  });
}

test("a word that is written as two is found, and two that are written as one", () => {
  assert.deepEqual(found("childprotection", index("Child protection")), ["Child protection"]);
  assert.deepEqual(found("ice breaker", index("Icebreaker")), ["Icebreaker"]);
});

test("words that mean the same are found behind the word itself, and told", () => {
  const { answers, alike } = outcome("fathers", index("Working with men", "Fathers"));
  assert.deepEqual(titles(answers), ["Fathers", "Working with men"]);
  assert.deepEqual(alike, ["men"]);
});

for (const [typed, title] of [
  ["black", "Blank wheel"],
  ["cries", "Tries"],
  ["dads", "Days"],
  ["white", "Write"],
  ["reflect", "Neglect"],
  ["safety", "Safely"],
]) {
  test(`${typed} does not find ${title}`, () => {
    const parts = index(title, "Safety");
    assert.equal(found(typed, parts).includes(title), false);
    assert.equal(outcome(typed, parts).meant, "");
  });
}

test("a slip in a long word is forgiven, and told", () => {
  for (const typed of ["supervison", "supervsiion", "superbision", "suprevision"]) {
    const { answers, alike } = outcome(typed, index("Supervision", "Superstition and more"));
    assert.deepEqual([titles(answers), alike], [["Supervision"], ["supervision"]], typed);
  }
});

test("a slip in a word of a phrase of the editors' list is forgiven", () => {
  assert.deepEqual(found("recrod the session", index("Grief", RULES)), ["Rules"]);
  assert.deepEqual(found("sessions", index("Grief", RULES)), []);
});

test("a slip in a short word is asked about, and never taken for granted", () => {
  const { answers, meant } = outcome("windw of tolerance", index("Window of tolerance"));
  assert.deepEqual([answers, meant], [[], "window of tolerance"]);
});

test("the start of a word will do for the last one alone, and where there is no such word", () => {
  const parts = index("Mentalising", "Working with men");
  assert.deepEqual(found("mental", parts), ["Mentalising"]);
  assert.deepEqual(found("men", parts), ["Working with men"]);
  assert.deepEqual(found("mental men", parts), []);
});

test("the words of a hard moment lead to a page first, whatever else is found", () => {
  const parts = index({ title: "Someone is upset", url: "upset/" }, "Crying", "A boy in a film");
  const { urgent, answers } = outcome("what if someone is in tears", parts);
  assert.equal(urgent.url, "upset/");
  assert.deepEqual(titles(answers), ["Crying"]);
  assert.equal(outcome("grief", parts).urgent, undefined);
});

test("words set filters, and leave the question", () => {
  const parts = index("Grief", { ...FILM, title: "Grief on film" });
  const filtersOf = (q, rest) => outcome(q, parts, rest).understood.filters;
  assert.deepEqual(filtersOf("grief in 45 minutes"), { minutes: "45" });
  assert.deepEqual(filtersOf("45mins"), { minutes: "45" });
  assert.deepEqual(filtersOf("two hours"), { minutes: "120" });
  assert.deepEqual(filtersOf("Half an hour, slide deck"), { minutes: "30", take: "slides" });
  assert.deepEqual(filtersOf("45 minutes", { minutes: "60" }), { minutes: "60" });
  assert.deepEqual(found("film about grief", parts), ["Grief on film"]);
  assert.deepEqual(found("45 minutes", parts), ["Grief"]);
});

test("what nearly fits is told, the nearest first", () => {
  const parts = index("Long", { title: "Longer", minutes: [60, 70] }, { ...PAGE, title: "A page" });
  const { answers, near } = outcome("30 minutes", parts);
  assert.deepEqual([answers, titles(near), near[0].lacks], [[], ["Long", "Longer"], "minutes"]);
});

test("a page about the library itself comes behind what the words name", () => {
  const parts = index({ title: "Add a guide", weight: 0.2 }, "The long and winding guide to grief, in many words");
  assert.deepEqual(found("guide", parts).at(-1), "Add a guide");
});

test("each part of the index adds to what is known of a thing", () => {
  const parts = index({ title: "Grief", text: "at work" }, { title: "School", text: "of grief and trust" });
  const whole = joined(parts.first, parts.rest);
  assert.deepEqual(titles(answer({ q: "grief" }, parts.first, GIVEN).answers), ["Grief"]);
  assert.deepEqual(titles(answer({ q: "grief" }, whole, GIVEN).answers), ["Grief", "School"]);
  assert.deepEqual(titles(answer({ q: "school trust" }, whole, GIVEN).answers), ["School"]);
});

test("parts of two builds are never joined", () => {
  const { first, rest } = index("Grief");
  assert.throws(() => joined(first, { ...rest, digest: "2" }), /two builds/);
});

test("a question with one answer fewer still asks something", () => {
  const { understood } = outcome("grief 45 minutes", index("Grief"), { people: "6" });
  const question = { q: "grief 45 minutes", people: "6" };
  assert.deepEqual(fewer(question, understood), [
    { without: "q", rest: { q: "45 minutes", people: "6" } },
    { without: "minutes", rest: { q: "grief", people: "6" } },
    { without: "people", rest: { q: "grief 45 minutes" } },
  ]);
  assert.deepEqual(withoutAnswer({ q: "45 minutes" }, understood, "q"), { q: "45 minutes" });
  const alone = outcome("grief", index("Grief")).understood;
  assert.deepEqual(fewer({ q: "grief" }, alone), []);
});

test("where somebody may be in danger, a part of a page comes first, and nothing below it but its own help", () => {
  const parts = index(UPSET, RULES, "A partner who was hit", "Working with partners");
  for (const typed of ["hit by partner", "she is scared of her partner", "he hits her", "a voilent partner"]) {
    const { urgent, answers, near } = outcome(typed, parts);
    assert.deepEqual([urgent.url, urgent.title], ["upset/#a-new-concern", "A new concern"], typed);
    assert.deepEqual([titles(answers), near], [["Rules"], []], typed);
  }
});

test("below the words of a hard moment stands only what all words name, and never what is merely near", () => {
  const inText = { title: "School", text: "Crying at school." };
  const { first, rest } = index(UPSET, "Crying", "School days", inText);
  const whole = joined(first, rest);
  const asked = (q) => answer({ q }, whole, GIVEN);
  assert.deepEqual(titles(asked("crying").answers), ["Crying"]);
  const { answers, near } = asked("crying in the playground at school");
  assert.deepEqual([answers, near], [[], []]);
});

test("a word as it is written comes before one with the same stem", () => {
  const parts = index(UPSET, RULES);
  assert.equal(outcome("hurtful", parts).urgent.url, "upset/");
  assert.equal(outcome("hurt", parts).urgent.url, "upset/#a-new-concern");
  assert.equal(outcome("hurts", parts).urgent !== undefined, true);
});

test("what a row leads to comes first, in its order, whether or not it holds the words", () => {
  const one = { title: "One", url: "first/" };
  const parts = index("Stuck on a case", one, { title: "Two", url: "second/" });
  assert.deepEqual(found("we are stuck", parts), ["Two", "One", "Stuck on a case"]);
  assert.deepEqual(found("no progress with grandparents", parts), ["Two", "One"]);
  assert.deepEqual(found("stuck", parts, { minutes: "10" }), []);
});

test("small words within a phrase make no difference", () => {
  const parts = index({ ...GUIDE, title: "Two", url: "second/" });
  assert.deepEqual(found("no real progress", parts), []);
  assert.deepEqual(found("no such progress", parts), []);
  assert.deepEqual(found("No, the progress!", parts), ["Two"]);
});

test("a question about a rule sets no filter that would take its page away", () => {
  const { understood, answers } = outcome("can I record the session over Zoom", index("Zoom", RULES));
  assert.deepEqual([understood.filters, titles(answers)], [{}, ["Rules"]]);
});

test("a page that all words name stays, where words ask for minutes it says nothing of", () => {
  const page = { ...PAGE, title: "Grief at work" };
  const parts = index(page, "Grief", { title: "Long grief", minutes: [90, 90] });
  assert.deepEqual(found("grief in 45 minutes", parts), ["Grief", "Grief at work"]);
  assert.deepEqual(found("grief", parts, { minutes: "45" }), ["Grief"]);
  assert.deepEqual(found("45 minutes", parts), ["Grief"]);
});

test("whose group it is need not be held, and what holds it comes first among its like", () => {
  const parts = index("Supervision", "Supervision of nurses", "Nurses");
  assert.deepEqual(found("supervision for nurses", parts), ["Supervision of nurses", "Supervision"]);
  assert.deepEqual(found("supervision for teachers", parts), ["Supervision", "Supervision of nurses"]);
  assert.deepEqual(found("nurses", parts), ["Nurses", "Supervision of nurses"]);
});

test("that nothing is about a word is told, where things only mention it", () => {
  const { first, rest } = index({ title: "School", text: "A word on autism." }, "Grief");
  const whole = joined(first, rest);
  assert.deepEqual(answer({ q: "autism at school" }, whole, GIVEN).passing, ["autism"]);
  assert.deepEqual(answer({ q: "grief" }, whole, GIVEN).passing, []);
});
