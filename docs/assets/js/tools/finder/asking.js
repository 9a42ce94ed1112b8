// Answering a question: what it says, what holds its words and fits its answers, best first, and what nearly does.
import { lacking } from "./fitting.js";
import { holding, inAll } from "./holding.js";
import { partsOf } from "./meaning.js";
import { asMeant, fittingAlone, holdingSome, nearlyFitting } from "./near.js";
import { byComfort, factsOf, inOrder, isAside, toAnswer } from "./ranking.js";
import { read } from "./reading.js";

/**
 * @typedef {import("./ranking.js").Answer} Answer
 *
 * @typedef {object} Understood what someone asks, words and answers taken together
 * @property {import("./reading.js").Piece[]} pieces the words
 * @property {import("./reading.js").Piece[]} setting those of them that set a filter
 * @property {import("./form.js").Question} filters
 * @property {import("./meaning.js").Part[]} parts what has to be held
 *
 * @typedef {object} Outcome
 * @property {Understood} understood
 * @property {import("./parts.js").Facts | undefined} urgent what comes first, whatever else is found
 * @property {Answer[]} answers
 * @property {Answer[]} near what would fit if one thing were otherwise
 * @property {string[]} alike other words that were looked for
 * @property {string} meant the words as they may have been meant, where they may have been meant otherwise; else empty
 */

const FEW = 3; // answers; where there are fewer, what nearly fits is told too
const COUNTED = ["minutes", "people"];

/**
 * @param {import("./form.js").Question} question
 * @param {import("./parts.js").Index} index
 * @param {{ scales: import("./fitting.js").Scales, numbers: string[] }} given
 * @returns {Outcome}
 */
export function answer(question, index, { scales, numbers }) {
  const { q = "", ...answers } = question;
  const understood = understand(read(q, index.synonyms, numbers), answers, index);
  const { filters, parts, pieces } = understood;
  const urgent = index.shown.url.indexOf(pieces.find(({ row }) => row?.urgent)?.row?.urgent ?? "-");
  const held = parts.map((part) => holding(part, index));
  const candidates = [...(parts.length ? inAll(held) : everything(q, understood, index))]
    .filter(([id]) => id !== urgent)
    .map(([id, hit]) => toAnswer(id, hit, index, pieces));
  const fits = candidates.filter(({ facts }) => !lacking(facts, filters, scales).length);
  const ordered = parts.length ? inOrder(fits, understood, index) : byComfort(fits, filters);
  const fitting = urgent < 0 ? ordered : pagesFirst(ordered);
  const near = fitting.length < FEW ? nearlyFitting(candidates, understood, scales, fitting.length > 0) : [];
  const isNothing = !fitting.length && !near.length;
  const some = isNothing ? holdingSome(understood, held, index, scales).filter(({ id }) => id !== urgent) : [];
  const alone = fitting.length ? [] : fittingAlone(understood, index, scales);
  return {
    understood,
    urgent: urgent < 0 ? undefined : factsOf(urgent, index),
    answers: fitting,
    near: [...near, ...some, ...alone.filter(({ id }) => ![...near, ...some].some((other) => other.id === id))],
    alike: readAs(parts, fitting),
    meant: fitting.length ? "" : asMeant(q, understood, index),
  };
}

/**
 * Answers to the words of a hard moment: what to do in the room comes before what to do in another meeting.
 * @param {Answer[]} answers
 */
function pagesFirst(answers) {
  const isFirst = (/** @type {Answer} */ { facts, isNamed }) => isNamed && facts.kind === "page" && !isAside({ facts });
  return [...answers.filter(isFirst), ...answers.filter((answer) => !isFirst(answer))];
}

/**
 * What the words and the answers of the form say together; an answer of the form takes the place of the words'.
 * @param {import("./reading.js").Piece[]} pieces
 * @param {import("./form.js").Question} answers
 * @param {import("./parts.js").Index} index
 * @returns {Understood}
 */
function understand(pieces, answers, index) {
  const setting = pieces.filter(({ row }) => row?.field);
  const others = pieces.filter(({ row }) => !row?.field);
  const set = setting.flatMap(({ row, number }) => (row ? [[row.field, value(row, number)]] : []));
  return { pieces, setting, filters: { ...Object.fromEntries(set), ...answers }, parts: partsOf(others, index) };
}

/**
 * @param {import("./reading.js").Row} row
 * @param {number | undefined} number
 */
const value = (row, number) =>
  COUNTED.includes(row.field) && number !== undefined ? String(Number(row.value) * number) : row.value;

/**
 * Everything, where nothing has to be held; nothing, where there are words and they say nothing.
 * @param {string} q
 * @param {Understood} understood
 * @param {import("./parts.js").Index} index
 * @returns {import("./holding.js").Hits}
 */
function everything(q, { filters }, { shown }) {
  const isNothing = q && !Object.keys(filters).length;
  return new Map(isNothing ? [] : shown.url.map((_, id) => [id, { score: 1, matched: new Set(), named: 1 }]));
}

/**
 * The other words by which the answers were found.
 * @param {import("./meaning.js").Part[]} parts
 * @param {Answer[]} answers
 */
function readAs(parts, answers) {
  const matched = new Set(answers.flatMap(({ matched }) => [...matched]));
  const used = parts.flatMap(({ ways }) => ways.filter(({ terms }) => terms.every((term) => matched.has(term))));
  return [...new Set(used.flatMap(({ read }) => read ?? []))];
}
