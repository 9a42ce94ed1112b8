// Answering a question: what it says, what holds its words and fits its answers, best first, and what nearly does.
import { isKnown, lacking, OF_THE_GROUP } from "./fitting.js";
import { holding, inAll, withMore } from "./holding.js";
import { ledTo, urgentOf } from "./leading.js";
import { partsOf } from "./meaning.js";
import { asMeant, fittingAlone, holdingSome, nearlyFitting } from "./near.js";
import { listed } from "./nearly.js";
import { enginesFor } from "./parts.js";
import { byComfort, inOrder, isAside, toAnswer } from "./ranking.js";
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
 * @property {string[]} passing what of the words nothing is about; the texts of some may mention it
 * @property {string} meant the words as they may have been meant, where they may have been meant otherwise; else empty
 */

const FEW = 3; // answers; where there are fewer, what nearly fits is told too
const UNTIMED = ["page", "wheel"]; // kinds that say nothing of a group and its time
const COUNTED = ["minutes", "people"];

/**
 * @param {import("./form.js").Question} question
 * @param {import("./parts.js").Index} index
 * @param {{ scales: import("./fitting.js").Scales, numbers: string[] }} given
 * @returns {Outcome}
 */
export function answer(question, index, { scales, numbers }) {
  const { q = "", ...answers } = question;
  const understood = understand(readIn(q, index, numbers), answers, index);
  const { filters, parts, pieces } = understood;
  const urgent = urgentOf(pieces, index);
  const engines = enginesFor(parts, index);
  const held = parts.map((part) => holding(part, engines));
  const hits = parts.length ? heldTogether(parts, held) : everything(q, understood, index);
  const first = ledTo(pieces, urgent, hits, index);
  const led = first.filter(({ facts }) => fitsIfLed(facts, understood, answers, scales));
  const others = [...hits].filter(([id]) => id !== urgent?.id && first.every((answer) => answer.id !== id));
  const candidates = others.map(([id, hit]) => toAnswer(id, hit, index, pieces));
  const fits = urgent?.isAlone ? [] : candidates.filter((answer) => isFit(answer, understood, answers, scales));
  const ordered = parts.length ? inOrder(fits, understood, index) : byComfort(fits, filters);
  const fitting = [...led, ...(urgent ? ordered.filter(isAllNamed).sort(pagesFirst) : ordered)];
  return {
    understood,
    urgent: urgent?.facts,
    answers: fitting,
    near: urgent || led.length ? [] : nearTo(candidates, fitting, understood, held, index, scales),
    alike: readAs(parts, fitting),
    passing: urgent || led.length || !fitting.length ? [] : saidInPassing(parts, held),
    meant: fitting.length ? "" : asMeant(q, understood, index),
  };
}

/**
 * What holds every part of a question that has to be held, and how well: those that need not be held make it better.
 * @param {import("./meaning.js").Part[]} parts
 * @param {import("./holding.js").Hits[]} held what holds each
 */
function heldTogether(parts, held) {
  const isNeeded = parts.every(({ isOptional }) => isOptional)
    ? () => true
    : (/** @type {number} */ at) => !parts[at]?.isOptional;
  const others = held.filter((_, at) => !isNeeded(at));
  const all = inAll(held.filter((_, at) => isNeeded(at)));
  return new Map([...all].map(([id, hit]) => [id, others.reduce((sum, other) => withMore(sum, other.get(id)), hit)]));
}

/**
 * What nearly answers a question that little or nothing answers.
 * @param {Answer[]} candidates
 * @param {Answer[]} fitting
 * @param {Understood} understood
 * @param {import("./holding.js").Hits[]} held
 * @param {import("./parts.js").Index} index
 * @param {import("./fitting.js").Scales} scales
 */
function nearTo(candidates, fitting, understood, held, index, scales) {
  const near = fitting.length < FEW ? nearlyFitting(candidates, understood, scales, fitting.length > 0) : [];
  if (fitting.length) return near;
  const some = near.length ? [] : holdingSome(understood, held, index, scales);
  const alone = fittingAlone(understood, index, scales);
  return [...near, ...some, ...alone.filter(({ id }) => [...near, ...some].every((other) => other.id !== id))];
}

/** @param {Answer} answer */
const isAllNamed = ({ named }) => named === 1;

/**
 * Whether a thing fits all answers. What words say of a group leaves a page written by hand, or a wheel, that all words name:
 * it has no minutes, and may be what they ask for.
 * @param {Answer} answer
 * @param {Understood} understood
 * @param {import("./form.js").Question} answers those of the form
 * @param {import("./fitting.js").Scales} scales
 */
function isFit({ facts, named }, understood, answers, scales) {
  const isNamed = named === 1 && understood.parts.length > 0 && !isAside({ facts });
  return isNamed && UNTIMED.includes(facts.kind)
    ? fitsIfLed(facts, understood, answers, scales)
    : !lacking(facts, understood.filters, scales).length;
}

/**
 * Whether a thing fits the answers of the form, and those among the words of which it says anything.
 * @param {import("./parts.js").Facts} facts
 * @param {Understood} understood
 * @param {import("./form.js").Question} answers those of the form
 * @param {import("./fitting.js").Scales} scales
 */
const fitsIfLed = (facts, { filters }, answers, scales) =>
  lacking(facts, filters, scales).every(
    (name) => !answers[name] && OF_THE_GROUP.includes(name) && !isKnown(facts, name),
  );

/**
 * The parts of a question that nothing in the library is about: it only mentions them in its texts.
 * @param {import("./meaning.js").Part[]} parts
 * @param {import("./holding.js").Hits[]} held what holds each
 */
const saidInPassing = (parts, held) =>
  parts.filter((_, at) => [...(held[at]?.values() ?? [])].every(({ named }) => !named)).map(({ typed }) => typed);

/**
 * Of two answers to the words of a hard moment: what to do in the room comes before what to do in another meeting.
 * @param {Answer} before
 * @param {Answer} after
 */
const pagesFirst = (before, after) => Number(isForTheRoom(after)) - Number(isForTheRoom(before));

/** @param {Answer} answer */
const isForTheRoom = ({ facts }) => facts.kind === "page" && !isAside({ facts });

/**
 * What someone typed, in pieces; a slip in a word of the editors' list is forgiven.
 * @param {string} q
 * @param {import("./parts.js").Index} index
 * @param {string[]} numbers
 */
const readIn = (q, index, numbers) => read(q, index.synonyms, numbers, (word) => listed(word, index));

/**
 * What the words and the answers of the form say together; an answer of the form takes the place of the words'.
 * @param {import("./reading.js").Piece[]} pieces
 * @param {import("./form.js").Question} answers
 * @param {import("./parts.js").Index} index
 * @returns {Understood}
 */
function understand(pieces, answers, index) {
  const unset = new Set(pieces.flatMap(({ row }) => row?.unset ?? []));
  const setting = pieces.filter(({ row }) => row?.field && !unset.has(row.field));
  const others = pieces.filter(({ row }) => !row?.field);
  const set = setting.flatMap(({ row, number }) => (row?.field ? [[row.field, value(row, number)]] : []));
  const filters = { ...Object.fromEntries(set), ...answers };
  const parts = partsOf(others, index);
  const isAnswered = Object.keys(filters).length > 0 && parts.every(({ isOptional }) => isOptional);
  return { pieces, setting, filters, parts: isAnswered ? [] : parts };
}

/**
 * @param {import("./reading.js").Row} row
 * @param {number | undefined} number
 */
const value = ({ field = "", value = "" }, number) =>
  COUNTED.includes(field) && number !== undefined ? String(Number(value) * number) : value;

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
