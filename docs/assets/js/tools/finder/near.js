// What nearly answers a question: things that fit but for one answer, things that hold some of the words, and other spellings.
import { distance, lacking, OF_THE_GROUP } from "./fitting.js";
import { sum } from "./holding.js";
import { perhaps } from "./nearly.js";
import { better, byComfort, IN_TEXT, isAside, toAnswer } from "./ranking.js";

/** @typedef {import("./ranking.js").Answer} Answer */

const MOST = 5;
const MOST_OF_SOME = 3;
const RARE = 0.15; // the part of the library that a word may name, and still tell what someone is after

/**
 * What holds all the words and fits all answers but one, the nearest first.
 * @param {Answer[]} candidates
 * @param {import("./asking.js").Understood} understood
 * @param {import("./fitting.js").Scales} scales
 * @param {boolean} isMore whether there are answers too: then only what a group may think again about is told
 * @returns {Answer[]}
 */
export function nearlyFitting(candidates, { filters, parts }, scales, isMore) {
  const isAlone = !parts.length && Object.keys(filters).length === 1;
  return candidates
    .map((answer) => ({ answer, lacks: lacking(answer.facts, filters, scales) }))
    .flatMap(({ answer, lacks: [first, second] }) => (first && !second ? { ...answer, lacks: first } : []))
    .filter(({ lacks }) => !isMore || OF_THE_GROUP.includes(lacks))
    .map((answer) => ({ answer, far: distance(answer.facts, filters, answer.lacks) }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY && (far > 0 || !isAlone))
    .filter(ofTheRarest)
    .sort((before, after) => before.far - after.far || better(before.answer, after.answer))
    .map(({ answer }) => answer)
    .slice(0, MOST);
}

/**
 * Whether a thing lacks an answer that few others lack, where how far it is can't be counted: "free podcast" is nearer to
 * three podcasts than to all that is free.
 * @param {{ answer: { lacks: string }, far: number }} thing
 * @param {number} _
 * @param {{ answer: { lacks: string }, far: number }[]} all
 */
function ofTheRarest({ answer, far }, _, all) {
  const count = (/** @type {string} */ name) => all.filter(({ answer: { lacks } }) => lacks === name).length;
  const others = all.filter((other) => other.far === 0).map(({ answer: { lacks } }) => lacks);
  return far > 0 || [...new Set(others)].every((name) => count(answer.lacks) <= count(name));
}

/**
 * What fits all answers and holds the most of the words, where it is named by one of them that is not everywhere.
 * @param {import("./asking.js").Understood} understood
 * @param {import("./holding.js").Hits[]} held what holds each part of the question
 * @param {import("./parts.js").Index} index
 * @param {import("./fitting.js").Scales} scales
 * @returns {Answer[]}
 */
export function holdingSome({ filters, parts, pieces }, held, index, scales) {
  const most = RARE * index.shown.url.length;
  const telling = held.filter((hits) => [...hits.values()].filter(({ named }) => named > 0).length <= most);
  const ids = new Set(telling.flatMap((hits) => [...hits.keys()]));
  const some = [...ids].map((id) => {
    const hits = held.flatMap((hits) => hits.get(id) ?? []);
    const without = parts.filter((_, at) => !held[at]?.has(id)).map(({ typed }) => typed);
    return { ...toAnswer(id, sum(hits), index, pieces), without };
  });
  const named = some.filter((answer) => answer.isNamed && !isAside(answer));
  const fitting = named.filter(({ facts }) => !lacking(facts, filters, scales).length);
  return fitting
    .map((answer) => ({ answer, covered: coverage(answer.id, held, index) }))
    .sort((before, after) => after.covered - before.covered || better(before.answer, after.answer))
    .map(({ answer }) => answer)
    .slice(0, MOST_OF_SOME);
}

/**
 * How much of a question a thing holds: a word that few things hold says more of what someone is after than one that is
 * everywhere, and more where it stands in more than a text.
 * @param {number} id
 * @param {import("./holding.js").Hits[]} held
 * @param {import("./parts.js").Index} index
 */
const coverage = (id, held, { shown }) =>
  held.reduce((sum, hits) => {
    const hit = hits.get(id);
    return sum + (hit ? Math.log(shown.url.length / hits.size) * (hit.named ? 1 : IN_TEXT) : 0);
  }, 0);

/**
 * What a group can meet around in its time, with its people, whatever its other words were: nobody who has twenty minutes is
 * left with nothing.
 * @param {import("./asking.js").Understood} understood
 * @param {import("./parts.js").Index} index
 * @param {import("./fitting.js").Scales} scales
 * @returns {Answer[]}
 */
export function fittingAlone({ filters, parts }, index, scales) {
  if (!parts.length || !OF_THE_GROUP.some((name) => filters[name])) return [];
  const none = { score: 1, matched: new Set(), named: 1 };
  const without = parts.map(({ typed }) => typed);
  const all = index.shown.url.map((_, id) => ({ ...toAnswer(id, none, index, []), without }));
  const fitting = all.filter(({ facts }) => !lacking(facts, filters, scales).length);
  return byComfort(fitting, filters).slice(0, MOST_OF_SOME);
}

/**
 * The words of a question with each that nothing holds as it may have been meant; empty where none may have been meant
 * otherwise.
 * @param {string} q
 * @param {import("./asking.js").Understood} understood
 * @param {import("./parts.js").Index} index
 */
export function asMeant(q, { pieces, parts }, index) {
  const lost = new Set(parts.filter(({ ways }) => !ways.length).map(({ typed }) => typed));
  let text = q;
  for (const { typed, from, to } of pieces.filter(({ typed }) => lost.has(typed)).reverse()) {
    const [other = typed] = perhaps(typed, index);
    text = text.slice(0, from) + other + text.slice(to);
  }
  return text === q ? "" : text;
}
