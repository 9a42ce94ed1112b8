// What someone typed, in pieces: words and phrases of the editors' list, each with its row, and all other words.
import { stemmed, words } from "../../lib/terms.js";

/**
 * A row of guides/shared/synonyms.yaml, as hooks/library/formats/search_synonyms.py tells it.
 * @typedef {{ words: string[], urgent: string, field: string, value: string }} Row
 * @typedef {{ rows: Map<string, Row>, longest: number }} Synonyms rows: by the key of each of their words
 * @typedef {{ word: string, from: number, to: number }} Token where a word stands in the text
 * @typedef {object} Piece
 * @property {string[]} words
 * @property {string} said as it was typed
 * @property {number} from where it starts in the text
 * @property {number} to where it ends
 * @property {Row} [row]
 * @property {number} [number] the one it holds
 */

const TOKEN = /\p{N}+|[\p{L}\p{M}'’]+/gu; // "45min" is two
const ANY_NUMBER = "#";

/** @param {Row[]} rows */
export function openSynonyms(rows) {
  const keyed = rows.flatMap((row) => row.words.map((word) => ({ row, list: tokens(word).map(({ word }) => word) })));
  return {
    rows: new Map(keyed.map(({ row, list }) => [key(list.map((word) => (word === "N" ? ANY_NUMBER : word))), row])),
    longest: Math.max(0, ...keyed.map(({ list }) => list.length)),
  };
}

/**
 * The longest phrases of the list come first, from the left.
 * @param {string} text
 * @param {Synonyms} synonyms
 * @param {string[]} numbers words for numbers, from none upwards
 * @returns {Piece[]}
 */
export function read(text, synonyms, numbers) {
  const all = tokens(text);
  const pieces = [];
  for (let at = 0; at < all.length; ) {
    const next = phrase(all.slice(at, at + synonyms.longest), synonyms, numbers) ?? all.slice(at, at + 1);
    pieces.push(piece(next, text, synonyms, numbers));
    at += next.length;
  }
  return pieces;
}

/**
 * A text without one of its pieces.
 * @param {string} text
 * @param {Piece} piece
 */
export const without = (text, { from, to }) =>
  `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/g, " ").replace(/^[\s,;]+|[\s,;]+$/g, "");

/** What words and phrases are known by: without endings, spaces and hyphens. @param {string[]} list */
export const key = (list) => stemmed(list.join(""));

/**
 * @param {string} text
 * @returns {Token[]}
 */
const tokens = (text) =>
  [...text.matchAll(TOKEN)]
    .map(({ 0: said, index = 0 }) => ({ word: words(said).join(""), from: index, to: index + said.length }))
    .filter(({ word }) => word);

/**
 * The longest start of a list that is in a row.
 * @param {Token[]} list
 * @param {Synonyms} synonyms
 * @param {string[]} numbers
 */
function phrase(list, synonyms, numbers) {
  for (let length = list.length; length > 0; length -= 1) {
    const start = list.slice(0, length);
    if (rowOf(start, synonyms, numbers)) return start;
  }
  return null;
}

/**
 * @param {Token[]} list
 * @param {Synonyms} synonyms
 * @param {string[]} numbers
 */
function rowOf(list, { rows }, numbers) {
  const said = list.map(({ word }) => word);
  const counted = said.map((word) => (Number.isNaN(number(word, numbers)) ? word : ANY_NUMBER));
  return rows.get(key(said)) ?? rows.get(key(counted));
}

/**
 * @param {string} word
 * @param {string[]} numbers
 */
function number(word, numbers) {
  const place = numbers.indexOf(word.toLowerCase());
  return place < 0 ? Number(word) : place;
}

/**
 * @param {Token[]} list
 * @param {string} text
 * @param {Synonyms} synonyms
 * @param {string[]} numbers
 * @returns {Piece}
 */
function piece(list, text, synonyms, numbers) {
  const from = list[0]?.from ?? 0;
  const to = list[list.length - 1]?.to ?? 0;
  const row = rowOf(list, synonyms, numbers);
  const counts = list.map(({ word }) => number(word, numbers)).filter((count) => !Number.isNaN(count));
  return {
    words: list.map(({ word }) => word),
    said: text.slice(from, to),
    from,
    to,
    ...(row && { row }),
    ...(counts[0] !== undefined && { number: counts[0] }),
  };
}
