// What the words of a question mean here: for each of them, the terms of the index that answer it, and how well.
import { isEveryday, stemmed, term, words } from "../../lib/terms.js";
import { meant } from "./nearly.js";
import { key } from "./reading.js";

/**
 * One way to answer a part of a question: by a thing that holds all the terms.
 * @typedef {object} Way
 * @property {string[]} terms
 * @property {number} weight
 * @property {boolean} [isStart] whether words that begin with the term will do
 * @property {boolean} [isOther] whether these are other words that mean the same, or a phrase that the editors list
 * @property {string} [read] what the part was read as, in words, where that is not what was typed
 * @typedef {object} Part of a question
 * @property {string} typed
 * @property {Way[]} ways without any, nothing in the library holds it
 * @property {boolean} [isOptional] whether what is found need not hold it beside other parts
 */

const ALIKE = 0.5; // the weight of words that mean the same
const APART = 0.1; // the weight of words apart that the library writes with hyphens
const NEARLY = 0.4;
const START = 0.4;
const SHORTEST = 3; // letters from which a word may be the start of another
const HALF = 3; // letters in each part of a word that was written together

/**
 * @param {import("./reading.js").Piece[]} pieces
 * @param {import("./parts.js").Index} index
 * @returns {Part[]}
 */
export function partsOf(pieces, index) {
  const isLeftOut = pieces.every(saysLittle) ? isCommon : saysLittle;
  const parts = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    if (!piece || isLeftOut(piece)) continue;
    const joined = next && !piece.row && !next.row && together([piece, next], index);
    parts.push(joined || part(piece, index, !next));
    if (joined) at += 1;
  }
  return parts;
}

/** @param {import("./reading.js").Piece} piece */
const saysLittle = (piece) => isCommon(piece) || (!piece.row && piece.words.every(isEveryday));

/** @param {import("./reading.js").Piece} piece */
const isCommon = ({ words, row }) => !row && words.every((word) => term(word) === null);

/**
 * Two words that the library writes as one, or with a hyphen.
 * @param {[import("./reading.js").Piece, import("./reading.js").Piece]} pieces
 * @param {import("./parts.js").Index} index
 * @returns {Part | null}
 */
function together(pieces, index) {
  const joined = key(pieces.flatMap(({ words }) => words));
  if (!index.terms.has(joined)) return null;
  const ways = known([phrase(pieces.flatMap(({ words }) => words)), { terms: [joined], weight: 1 }], index);
  return { typed: pieces.map(({ typed }) => typed).join(" "), ways };
}

/**
 * @param {import("./reading.js").Piece} piece
 * @param {import("./parts.js").Index} index
 * @param {boolean} isLast whether someone may still be typing it
 * @returns {Part}
 */
function part({ words, typed, row }, index, isLast) {
  const own = asTyped(words, index).filter(({ terms }) => !row?.urgent || terms.length === 1);
  const as = known([...(row ? own.map(strict) : own), ...(row ? alike(row, words, index) : [])], index);
  if (row?.optional) return { typed, ways: as, isOptional: true };
  if (as.length || words.length > 1) return { typed, ways: as };
  const [word = ""] = words;
  const halves = split(word, index);
  if (halves.length) return { typed, ways: halves };
  const starts = isLast && word.length >= SHORTEST ? start(word, index) : [];
  if (starts.length) return { typed, ways: starts };
  const read = meant(word, index).map((other) => ({ terms: [stemmed(other)], weight: NEARLY, read: other }));
  return { typed, ways: known(read, index) };
}

/**
 * Words as they stand. Where the library writes them with hyphens they count for less apart: "self-care" is not about a
 * child's self in care.
 * @param {string[]} words
 * @param {import("./parts.js").Index} index
 * @returns {Way[]}
 */
function asTyped(words, index) {
  if (words.length === 1) return [phrase(words)];
  const joined = { terms: [key(words)], weight: 1 };
  const apart = phrase(words);
  return index.terms.has(key(words)) ? [joined, { ...apart, weight: APART }] : [apart];
}

/** A phrase of the editors' list is one thing, not its words far apart. @param {Way} way */
const strict = (way) => ({ ...way, isOther: way.terms.length > 1 });

/**
 * The other words of a row; none, where it says whose group it is: teachers are no nurses. Of the words
 * of a hard moment single ones alone: what holds those of "end their life" may be about endings.
 * @param {import("./reading.js").Row} row
 * @param {string[]} typed
 * @param {import("./parts.js").Index} index
 */
const alike = (row, typed, index) =>
  (row.optional ? [] : row.words)
    .map((word) => ({ word, list: word.split(/[\s-]+/) }))
    .filter(({ list }) => !row.urgent || list.length === 1 || key(list) === key(typed))
    .filter(({ list }) => list.join(" ").toLowerCase() !== typed.join(" ").toLowerCase())
    .flatMap(({ word, list }) =>
      asTyped(list, index).map((way) =>
        key(list) === key(typed)
          ? strict(way)
          : { ...way, weight: way.weight * ALIKE, isOther: true, ...told(row, word) },
      ),
    );

/**
 * What of other words is told to who asked: nothing, where the row leads somewhere, and lists many ways to say a thing.
 * @param {import("./reading.js").Row} row
 * @param {string} word
 */
const told = ({ first }, word) => (first ? {} : { read: word });

/**
 * Words that stand together. Where all but one are too common to look for, that one alone would mean something else.
 * @param {string[]} words
 * @returns {Way}
 */
function phrase(words) {
  const terms = words.flatMap((word) => term(word) ?? []);
  return { terms: words.length > 1 && terms.length === 1 ? [] : terms, weight: 1 };
}

/**
 * A word that the library writes as two, one behind the other.
 * @param {string} word
 * @param {import("./parts.js").Index} index
 * @returns {Way[]}
 */
function split(word, index) {
  const small = word.toLowerCase();
  const places = Array.from({ length: Math.max(0, small.length - 2 * HALF + 1) }, (_, at) => at + HALF);
  const halves = places.map((at) => [small.slice(0, at), small.slice(at)]);
  return halves
    .map((pair) => ({ terms: pair.flatMap((half) => term(half) ?? []), weight: 1, read: pair.join(" ") }))
    .filter(
      ({ terms, read }) => terms.length === 2 && terms.every((half) => index.terms.has(half)) && isWritten(read, index),
    );
}

/**
 * Whether words stand behind one another in a title or in one of the lines that say why something matched.
 * @param {string} phrase
 * @param {import("./parts.js").Index} index
 */
const isWritten = (phrase, { shown, lines }) =>
  [...shown.title, ...(lines ? Object.values(lines).flat(2) : [])].some((line) =>
    words(line).join(" ").toLowerCase().includes(phrase),
  );

/**
 * @param {string} word
 * @param {import("./parts.js").Index} index
 * @returns {Way[]}
 */
function start(word, index) {
  const small = word.toLowerCase();
  const has = [...index.terms].some((other) => other.startsWith(small));
  return has ? [{ terms: [small], weight: START, isStart: true }] : [];
}

/**
 * The ways whose terms are all in the index.
 * @param {Way[]} ways
 * @param {import("./parts.js").Index} index
 */
const known = (ways, index) =>
  ways.filter(({ terms }) => terms.length > 0 && terms.every((word) => index.terms.has(word)));
