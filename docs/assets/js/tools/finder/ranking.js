// Things that were found, and which of two comes first.
import { term, tokens, words } from "../../lib/terms.js";
import { comfort } from "./fitting.js";

/**
 * @typedef {object} Answer
 * @property {number} id
 * @property {number} score
 * @property {Set<string>} matched the index's terms
 * @property {import("./parts.js").Facts} facts
 * @property {number} named the share of the words that stand in more than its text, from 0 to 1
 * @property {boolean} isNamed whether one of the words stands in more than its text
 * @property {boolean} isTitled whether one of them stands in its title as it was typed
 * @property {string} [lacks] the name of the one answer it does not fit
 * @property {string[]} [without] the words it does not hold
 */

const ASIDE = 0.4; // the weight below which a page is about the library itself
const FIRST = 30; // answers that are looked at line by line
export const IN_TEXT = 0.4; // for words that all stand in nothing but its text; the more stand elsewhere, the more it counts
const AS_TYPED = 1.25; // for a word that stands in a title with the ending that was typed

/**
 * @param {number} id
 * @param {import("./holding.js").Hit} hit
 * @param {import("./parts.js").Index} index
 * @param {import("./reading.js").Piece[]} pieces
 * @returns {Answer}
 */
export function toAnswer(id, { score, matched, named }, index, pieces) {
  const facts = factsOf(id, index);
  const titled = words(facts.title.toLowerCase());
  const typed = pieces.flatMap(({ words }) => words).filter(term);
  const isTitled = typed.some((word) => titled.includes(word.toLowerCase()));
  const weight = facts.weight * (isTitled ? AS_TYPED : 1) * (IN_TEXT + (1 - IN_TEXT) * named);
  return { id, score: score * weight, matched, facts, named, isNamed: named > 0, isTitled };
}

/**
 * What is named by the words comes before what only holds them in its text. A page about the library itself comes behind
 * what is named, and among what holds the words in its text where they are not in its title.
 * @param {Answer} before
 * @param {Answer} after
 */
export const better = (before, after) =>
  rank(before) - rank(after) || after.score - before.score || before.id - after.id;

/**
 * Answers to a question without words, those first that suit it best.
 * @param {Answer[]} answers
 * @param {import("./form.js").Question} filters
 */
export const byComfort = (answers, filters) =>
  answers.map((answer) => ({ ...answer, score: answer.facts.weight * comfort(answer.facts, filters) })).sort(better);

/**
 * Answers in their order, those first among their like that hold the parts of a question in one line: a question to ask that
 * was typed as a whole leads to where it is asked.
 * @param {Answer[]} answers
 * @param {import("./asking.js").Understood} understood
 * @param {import("./parts.js").Index} index
 */
export function inOrder(answers, understood, index) {
  const ordered = answers.sort(better);
  if (understood.parts.length < 2 || !index.lines) return ordered;
  const first = ordered.slice(0, FIRST);
  const closer = first.map((answer) => ({ ...answer, score: answer.score * closeness(answer, understood, index) }));
  return [...closer.sort(better), ...ordered.slice(FIRST)];
}

/**
 * How much more an answer counts by the share of the parts of a question that stands in one line of it, and most of all where
 * they stand there as they were typed.
 * @param {Answer} answer
 * @param {import("./asking.js").Understood} understood
 * @param {import("./parts.js").Index} index
 */
function closeness({ id, facts }, { parts, pieces }, { lines }) {
  const written = [facts.title, ...Object.values(lines ?? {}).flatMap((column) => column[id] ?? [])];
  const typed = asOne(pieces.flatMap(({ words }) => words));
  if (written.some((line) => asOne(words(line)).includes(typed))) return 2 ** pieces.length;
  const shares = written.map((line) => {
    const held = new Set(tokens(line).map(term));
    return parts.filter(({ ways }) => ways.some(({ terms }) => terms.every((word) => held.has(word)))).length;
  });
  return 1 + Math.max(...shares) / parts.length;
}

/** @param {string[]} list */
const asOne = (list) => ` ${list.join(" ").toLowerCase()} `;

/** Whether it is about the library itself. @param {{ facts: import("./parts.js").Facts }} answer */
export const isAside = ({ facts }) => facts.weight < ASIDE;

/** @param {Answer} answer */
function rank(answer) {
  if (isAside(answer)) return answer.isTitled ? 1 : 2;
  return answer.isNamed ? 0 : 2;
}

/**
 * @param {number} id
 * @param {import("./parts.js").Index} index
 */
export function factsOf(id, { shown }) {
  const facts = Object.entries(shown).map(([name, column]) => [name, column[id]]);
  return /** @type {import("./parts.js").Facts} */ (Object.fromEntries(facts));
}
