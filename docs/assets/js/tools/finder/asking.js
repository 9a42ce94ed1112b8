// Answering a question: what holds its words and fits its answers, best first.

/** @typedef {{ id: number, score: number, matched: Set<string>, facts: import("./parts.js").Facts }} Answer matched: the index's words */

const BOOST = { title: 6, names: 6, topic_words: 1.5, summary: 1.5, text: 0.15 };
const NEARLY = 0.2; // of a word's letters may differ
const SHORT = 3; // letters: a word this short is asked as it stands

/** @type {Record<string, (facts: import("./parts.js").Facts, value: string) => boolean>} */
const FITS = {
  minutes: ({ minutes }, value) => !!minutes && minutes[0] <= Number(value),
  people: ({ people }, value) => !!people && people[0] <= Number(value) && Number(value) <= people[1],
  format: ({ formats }, value) => formats.includes(value),
  topic: ({ topics }, value) => topics.includes(value),
  kind: ({ kind }, value) => kind === value,
};

/**
 * @param {import("./form.js").Question} question
 * @param {import("./parts.js").Index} index
 * @param {Record<string, string[]>} scales from the name of an answer to its values, the least demanding first
 * @returns {Answer[]}
 */
export function answer(question, index, scales) {
  const fitting = (/** @type {Answer[]} */ answers) => answers.filter(({ facts }) => fits(facts, question, scales));
  if (!question.q)
    return fitting(index.shown.url.map((_, id) => ({ id, score: 0, matched: new Set(), facts: factsOf(index, id) })));
  const all = fitting(holding(question.q, "AND", index));
  const answers = all.length ? all : fitting(holding(question.q, "OR", index));
  return answers.sort((before, after) => after.score - before.score || before.id - after.id);
}

/**
 * Whether all that was answered holds of a thing. On a scale, whatever asks no more than was answered fits.
 * @param {import("./parts.js").Facts} facts
 * @param {import("./form.js").Question} question
 * @param {Record<string, string[]>} scales
 */
export function fits(facts, question, scales) {
  return Object.entries(question).every(([name, value]) => {
    const scale = scales[name];
    if (!scale) return FITS[name]?.(facts, value) ?? true;
    const place = scale.indexOf(String(facts[/** @type {keyof typeof facts} */ (name)]));
    return place >= 0 && place <= scale.indexOf(value);
  });
}

/**
 * What holds the words of a question, all of them or any, in every part that is here.
 * @param {string} words
 * @param {"AND" | "OR"} combineWith
 * @param {import("./parts.js").Index} index
 */
function holding(words, combineWith, index) {
  /** @type {Map<number, Answer>} */
  const answers = new Map();
  for (const { id, score, match } of index.engines.flatMap((engine) => engine.search(words, { combineWith, ...HOW }))) {
    const known = answers.get(id) ?? { id, score: 0, matched: new Set(), facts: factsOf(index, id) };
    known.score += score;
    for (const word of Object.keys(match)) known.matched.add(word);
    answers.set(id, known);
  }
  return [...answers.values()];
}

/** @satisfies {import("minisearch").SearchOptions} */
const HOW = {
  boost: BOOST,
  prefix: (/** @type {string} */ word, /** @type {number} */ at, /** @type {string[]} */ all) =>
    at === all.length - 1 || word.length > SHORT + 1,
  fuzzy: (/** @type {string} */ word) => (word.length > SHORT ? NEARLY : false),
  weights: { fuzzy: 0.35, prefix: 0.5 },
};

/**
 * @param {import("./parts.js").Index} index
 * @param {number} id
 */
function factsOf({ shown }, id) {
  const facts = Object.entries(shown).map(([name, column]) => [name, column[id]]);
  return /** @type {import("./parts.js").Facts} */ (Object.fromEntries(facts));
}
