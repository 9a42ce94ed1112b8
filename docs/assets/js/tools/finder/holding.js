// Which things hold a part of a question, how well, and by which words.

/**
 * @typedef {object} Hit
 * @property {number} score
 * @property {Set<string>} matched the index's terms
 * @property {boolean} isNamed whether the words stand in more than its text
 * @typedef {Map<number, Hit>} Hits by the number of the thing
 */

const BOOST = { title: 6, names: 6, topic_words: 1.5, summary: 1.5, text: 0.15 };
const AS_THEY_ARE = {
  boost: BOOST,
  fuzzy: false,
  tokenize: (/** @type {string} */ term) => [term],
  processTerm: (/** @type {string} */ term) => term,
};

/**
 * What holds a part of a question, by the best of the ways in which it does.
 * @param {import("./meaning.js").Part} part
 * @param {import("./parts.js").Index} index
 */
export function holding({ ways }, index) {
  /** @type {Hits} */
  const best = new Map();
  for (const { terms, weight, isStart = false } of ways) {
    for (const [id, hit] of inAll(terms.map((word) => hits(word, isStart, index)))) {
      const score = hit.score * weight;
      if (score > (best.get(id)?.score ?? 0)) best.set(id, { ...hit, score });
    }
  }
  return best;
}

/**
 * What is in every one of some sets of hits.
 * @param {Hits[]} all
 */
export function inAll(all) {
  const [first, ...others] = all;
  /** @type {Hits} */
  const common = new Map();
  for (const [id, hit] of first ?? []) {
    const hits = others.map((other) => other.get(id));
    if (hits.every(Boolean)) common.set(id, sum([hit, ...hits.flatMap((other) => other ?? [])]));
  }
  return common;
}

/**
 * @param {Hit[]} hits
 * @returns {Hit}
 */
export const sum = (hits) => ({
  score: hits.reduce((total, { score }) => total + score, 0),
  matched: new Set(hits.flatMap(({ matched }) => [...matched])),
  isNamed: hits.some(({ isNamed }) => isNamed),
});

/**
 * What holds a term, in every part of the index that is here.
 * @param {string} word
 * @param {boolean} prefix
 * @param {import("./parts.js").Index} index
 */
function hits(word, prefix, { engines }) {
  /** @type {Hits} */
  const all = new Map();
  for (const { id, score, match } of engines.flatMap((engine) => engine.search(word, { ...AS_THEY_ARE, prefix }))) {
    const isNamed = Object.values(match).some((fields) => fields.some((field) => field !== "text"));
    const hit = { score, matched: new Set(Object.keys(match)), isNamed };
    const before = all.get(id);
    all.set(id, before ? sum([before, hit]) : hit);
  }
  return all;
}
