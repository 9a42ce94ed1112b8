// Which things hold a part of a question, how well, and by which words.

/**
 * @typedef {object} Hit
 * @property {number} score
 * @property {Set<string>} matched the index's terms
 * @property {number} named the share of the words that stand in more than its text, from 0 to 1
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
 * What holds a part of a question, by the best of the ways in which it does. Other words that mean the same are strict: they
 * must stand in more than a text, unless nothing holds the part that way. Many a text has a word about stress.
 * @param {import("./meaning.js").Part} part
 * @param {import("minisearch").default[]} engines
 */
export function holding({ ways }, engines) {
  const reached = ways.map((way) => {
    const all = [...inAll(way.terms.map((word) => hits(word, way.isStart ?? false, engines)))];
    return { ...way, all, strict: way.isOther ? strictly(way, all) : all };
  });
  const strict = best(reached.map(({ weight, strict }) => ({ weight, hits: strict })));
  return strict.size ? strict : best(reached.map(({ weight, all }) => ({ weight, hits: all })));
}

/**
 * What is named by all the words of a way. One word that names nothing may stand in a text alone; more, far apart in one, would
 * mean something else.
 * @param {import("./meaning.js").Way} way
 * @param {[number, Hit][]} all
 */
function strictly({ terms }, all) {
  const named = all.filter(([, hit]) => hit.named === 1);
  return named.length || terms.length > 1 ? named : all;
}

/** @param {{ weight: number, hits: [number, Hit][] }[]} ways */
function best(ways) {
  /** @type {Hits} */
  const best = new Map();
  for (const { weight, hits } of ways) {
    for (const [id, hit] of hits) {
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
  named: hits.reduce((total, { named }) => total + named, 0) / hits.length,
});

/**
 * A hit that counts for more, where the same thing holds what it need not hold.
 * @param {Hit} hit
 * @param {Hit | undefined} more
 * @returns {Hit}
 */
export const withMore = (hit, more) => (more ? { ...sum([hit, more]), named: hit.named } : hit);

/**
 * What holds a term, in every part of the index that is here.
 * @param {string} word
 * @param {boolean} prefix
 * @param {import("minisearch").default[]} engines
 */
function hits(word, prefix, engines) {
  /** @type {Hits} */
  const all = new Map();
  for (const { id, score, match } of engines.flatMap((engine) => engine.search(word, { ...AS_THEY_ARE, prefix }))) {
    const isNamed = Object.values(match).some((fields) => fields.some((field) => field !== "text"));
    const hit = { score, matched: new Set(Object.keys(match)), named: isNamed ? 1 : 0 };
    const before = all.get(id);
    all.set(id, before ? { ...sum([before, hit]), named: Math.max(before.named, hit.named) } : hit);
  }
  return all;
}
