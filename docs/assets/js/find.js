// The finder: reads what is asked from the form or the address, finds it in the index, and says why each thing was found.
// Nothing is fetched before someone asks. The page lists everything where this script does not run.
import MiniSearch from "./minisearch.js";
import { unpack } from "./search-index.js";
import { term, words } from "./search-terms.js";

const AT_ONCE = 20;
const BOOST = { title: 6, names: 6, topic_words: 1.5, summary: 1.5, text: 0.15 };
const EXPERIENCES = ["new", "some", "experienced"];
const INTENSITIES = ["light", "moderate", "heavy"];

const form = document.querySelector("form.finder");
const found = document.querySelector("#found");
const list = found.querySelector("ol");
const status = document.querySelector(".found[role=status]"); // there from the start, so that it is listened to
const advice = found.querySelector(".advice");
const more = found.querySelector("button.more");
const narrow = form.querySelector("details");
const everything = document.querySelector("#everything");
const home = new URL("..", form.action);

// The index, in two parts

const parts = {}; // promises, by name
let full; // the second part, once it is here and of the same build as the first

function part(name) {
  parts[name] ??= fetch(new URL(`find/${name}.json`, home))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((read) => ({ ...read, index: unpack(read.index, read.fields, MiniSearch) }))
    .catch((error) => {
      delete parts[name];
      throw error;
    });
  return parts[name];
}

// What is asked

function asked() {
  const filled = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
  return Object.fromEntries(filled);
}

/** Fill the form from the address. Returns what could not be used, in words. */
function readAddress() {
  form.reset();
  const unused = [];
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (!field || !value.trim()) continue;
    field.value = value;
    if (field.value !== value || !field.validity.valid) {
      unused.push(`“${value}” was left out: it is not one of the answers to “${label(field)}”.`);
      field.value = "";
    }
  }
  return unused;
}

const label = (field) => field.labels[0].textContent.trim();
const addressOf = (question) => `${form.getAttribute("action")}?${new URLSearchParams(question)}`;

// What fits

const FITS = {
  minutes: (facts, value) => facts.minutes && facts.minutes[0] <= Number(value),
  people: (facts, value) => facts.people && facts.people[0] <= Number(value) && Number(value) <= facts.people[1],
  format: (facts, value) => facts.formats.includes(value),
  topic: (facts, value) => facts.topics.includes(value),
  kind: (facts, value) => facts.kind === value,
  experience: (facts, value) => facts.experience && EXPERIENCES.indexOf(facts.experience) <= EXPERIENCES.indexOf(value),
  intensity: (facts, value) => facts.intensity && INTENSITIES.indexOf(facts.intensity) <= INTENSITIES.indexOf(value),
};

const fits = (facts, question) => Object.entries(FITS).every(([name, test]) => !question[name] || test(facts, question[name]));

const factsOf = ({ shown }, id) => Object.fromEntries(Object.entries(shown).map(([name, column]) => [name, column[id]]));

/** Search one part: every word first; where nothing has them all, any of them. */
function search(index, text, combineWith) {
  return index.search(text, {
    combineWith,
    boost: BOOST,
    prefix: (word, at, all) => at === all.length - 1 || word.length > 4,
    fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    weights: { fuzzy: 0.35, prefix: 0.5 },
  });
}

/** Answer a question: things that fit, best first, each with the words that matched. */
function answer(question, first) {
  if (!question.q) {
    const ids = first.shown.url.map((_, id) => id);
    return ids.map((id) => ({ id, facts: factsOf(first, id), matched: new Set() })).filter(({ facts }) => fits(facts, question));
  }
  for (const combineWith of ["AND", "OR"]) {
    const scores = new Map();
    const add = (results) => {
      for (const { id, score, match } of results) {
        const one = scores.get(id) ?? { id, score: 0, matched: new Set() };
        one.score += score;
        for (const word of Object.keys(match)) one.matched.add(word);
        scores.set(id, one);
      }
    };
    for (const { index } of full ? [first, full] : [first]) add(search(index, question.q, combineWith));
    const fitting = [...scores.values()].map((one) => ({ ...one, facts: factsOf(first, one.id) })).filter(({ facts }) => fits(facts, question));
    if (fitting.length) return fitting.sort((one, other) => other.score - one.score || one.id - other.id);
  }
  return [];
}

// What is shown

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  for (const [name, value] of [["class", "icon"], ["width", 24], ["height", 24], ["fill", "currentColor"], ["aria-hidden", true]]) svg.setAttribute(name, value);
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A text with the words that matched marked in it. */
function marked(text, matched) {
  const pieces = text.split(/([\p{L}\p{N}'’]+)/u);
  return pieces.map((piece) => (words(piece).some((word) => matched.has(term(word))) ? element("mark", {}, piece) : piece));
}

const matches = (text, matched) => new Set(words(text).map(term).filter((word) => matched.has(word))).size;

// What people search for is no name of what is found: “trauma” finds a page on practice, “LGBTQ” one on identity and culture.
const WHY = [["prompts", "Asks"], ["headings", "Has the part"], ["names", "Found under"], ["summary", ""], ["topic_words", "Found under"]];

/** The line that says best why something was found: its words for a reader, or its summary. */
function reason({ id, matched, facts }) {
  if (!full) return [];
  const { lines } = full;
  const candidates = WHY.flatMap(([name, says]) => [lines[name][id]].flat().map((line) => ({ line, says, count: matches(line, matched) })));
  const best = candidates.reduce((one, other) => (other.count > one.count ? other : one), { count: 0 });
  if (best.count > matches(facts.title, matched)) return [best.says && `${best.says}: `, ...marked(best.line, matched)];
  const textOnly = matched.size && !best.count && !matches(facts.title, matched);
  return [...marked(lines.summary[id], matched), textOnly ? " (Found in the text of the page.)" : ""];
}

const range = ([fewest, most]) => (fewest === most ? `${fewest}` : `${fewest}–${most}`);
const optionText = (field, value) => form.elements.namedItem(field).querySelector(`option[value="${value}"]`).textContent;

function result(one) {
  const { facts, matched } = one;
  const entries = [
    facts.minutes && ["time", `${range(facts.minutes)} minutes`],
    facts.people && ["people", `${range(facts.people)} people`],
    facts.intensity && [facts.intensity, form.dataset[facts.intensity]],
  ];
  const item = element(
    "li",
    { class: "result" },
    element("p", { class: "card-title" }, element("a", { href: new URL(facts.url, home) }, ...marked(facts.title, matched))),
    element("p", { class: "card-kind" }, optionText("kind", facts.kind)),
    element("p", { class: "why" }, ...reason(one)),
  );
  const known = entries.filter(Boolean).map(([name, text]) => element("li", {}, icon(name), ` ${text}`));
  if (known.length) item.append(element("ul", { class: "card-facts" }, ...known));
  return item;
}

let results = [];

function showMore() {
  const start = list.children.length;
  list.append(...results.slice(start, start + AT_ONCE).map(result));
  more.hidden = list.children.length >= results.length;
  return list.children[start];
}

function show(question, first, unused) {
  results = answer(question, first);
  list.replaceChildren();
  showMore();
  const said = question.q ? ` for “${question.q}”` : " that fit";
  const count = results.length === 1 ? `1 result${said.replace("fit", "fits")}` : `${results.length} results${said}`;
  status.textContent = [results.length ? `${count}.` : `Nothing was found${question.q ? said : " that fits all of that"}.`, ...unused].join(" ");
  advice.replaceChildren(...(results.length ? [] : easier(question, first)));
}

/** Where nothing fits: what would be found with one answer fewer. */
function easier(question, first) {
  const ways = Object.keys(question).flatMap((name) => {
    const { [name]: _, ...rest } = question;
    const count = Object.keys(rest).length ? answer(rest, first).length : 0;
    return count ? [element("li", {}, element("a", { href: addressOf(rest) }, `Without “${label(form.elements.namedItem(name))}”: ${count}`))] : [];
  });
  const start = element("p", {}, "Check the spelling, try other words, or ", element("a", { href: form.getAttribute("action") }, "see everything"), ".");
  return ways.length ? [element("p", {}, "You could leave out one answer:"), element("ul", {}, ...ways), start] : [start];
}

let turn = 0;

/** Answer what the form asks now; a later question takes the place of an earlier one. */
async function update(unused = []) {
  const question = asked();
  const mine = ++turn;
  const asks = Object.keys(question).length > 0;
  found.hidden = !asks;
  everything.hidden = asks;
  delete document.documentElement.dataset.asked; // colours.js hid the lists before they were drawn
  if (!asks) {
    status.textContent = unused.join(" ");
    list.replaceChildren();
    advice.replaceChildren();
    more.hidden = true;
    return;
  }
  try {
    const first = await part("first");
    if (mine !== turn) return;
    show(question, first, unused);
    performance.mark("first-results");
    found.dataset.from = full ? "full" : "first";
    if (full) return;
    const second = await part("full").catch(() => undefined);
    if (second?.digest === first.digest) full = second;
    if (mine !== turn || !full) return;
    if (list.contains(document.activeElement)) explain();
    else show(question, first, unused);
    found.dataset.from = "full";
  } catch {
    found.hidden = true;
    everything.hidden = false;
    status.textContent = "The search could not be loaded. Everything in the library is listed below; try again when you are online.";
  }
}

/** Give the results on the page their reasons, and move nothing: someone is reading them. */
function explain() {
  [...list.children].forEach((item, at) => item.querySelector(".why").replaceChildren(...reason(results[at])));
}

let pause;
form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", addressOf(asked()));
    update();
  }, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  history.pushState(null, "", addressOf(asked()));
  update();
});
more.addEventListener("click", () => showMore().querySelector("a").focus());
addEventListener("popstate", () => update(readAddress()));
update(readAddress());
narrow.open = matchMedia("(min-width: 48rem)").matches || !Object.keys(asked()).length;
