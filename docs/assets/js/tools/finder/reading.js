// What someone typed, in pieces: words and phrases of the editors' list, each with its row, and all other words.
import { isSmall, stemmed, words } from "../../lib/terms.js";

/**
 * A row of guides/shared/synonyms.yaml, as hooks/library/formats/search_synonyms.py tells it.
 * @typedef {object} Row
 * @property {string[]} words
 * @property {string[]} keys what its words are known by: hooks/library/find/keyed.js works them out
 * @property {string} [urgent] the address to go to before all else; behind "#" stands the part of that page
 * @property {string} [part] the heading of that part
 * @property {string[]} [first] the addresses of what comes first among what is found
 * @property {string} [unset] the filter that no words beside them set
 * @property {boolean} [optional] whether what is found need not hold them beside other words
 * @property {string} [field] the filter that they set
 * @property {string} [value] what they set it to
 * @typedef {{ rows: Row[], longest: number }} Told the rows, and how many words the longest of their phrases has
 * @typedef {object} Synonyms
 * @property {Map<string, Row>} rows by the key of each of their words, and by each word as it is written
 * @property {() => string[]} spellings every word in them, in small letters
 * @property {number} longest words in a phrase
 * @typedef {{ word: string, from: number, to: number }} Token where a word stands in the text
 * @typedef {object} Piece
 * @property {string[]} words
 * @property {string} typed as it was typed
 * @property {number} from where it starts in the text
 * @property {number} to where it ends
 * @property {Row} [row]
 * @property {number} [number] the one it holds
 */

const NUMBER = /\p{N}+(?:[.,]\p{N}+)?/u;
const TOKEN = /\p{N}+(?:[.,]\p{N}+)?(?:\s?[-–]\s?\p{N}+)?|[\p{L}\p{M}'’]+/gu; // "45min" is two, "6–8" is one
export const ANY_NUMBER = "#";
const SMALL_AT_ONCE = 2; // small words within a phrase

/** @param {Told} told */
export function openSynonyms({ rows, longest }) {
  /** Wanted only for a word that stands nowhere. @type {string[] | undefined} */
  let spellings;
  const spelt = () => [...new Set(rows.flatMap((row) => row.words.flatMap(words)).map((word) => word.toLowerCase()))];
  return {
    rows: new Map(rows.flatMap((row) => row.keys.map((key) => /** @type {[string, Row]} */ ([key, row])))),
    spellings: () => {
      spellings ??= spelt();
      return spellings;
    },
    longest,
  };
}

/** A phrase with its endings: "hurt" is not "hurtful". @param {string[]} list */
export const asWritten = (list) => `=${list.join("").toLowerCase()}`;

/**
 * A phrase without the small words within it: "stuck on my case" is "stuck on case". @param {string[]} list
 */
export const telling = (list) => list.filter((word, at) => at === 0 || at === list.length - 1 || !isSmall(word));

/**
 * The longest phrases of the list come first, from the left; where words are in none, they are tried without a slip.
 * @param {string} text
 * @param {Synonyms} synonyms
 * @param {string[]} numbers words for numbers, from none upwards
 * @param {(word: string) => string} [spelt] a word as the list spells it
 * @returns {Piece[]}
 */
export function read(text, synonyms, numbers, spelt = (word) => word) {
  const all = tokens(text);
  const mended = all.map((token) => ({ ...token, word: spelt(token.word) }));
  const isMended = mended.some(({ word }, at) => word !== all[at]?.word);
  const pieces = [];
  for (let at = 0; at < all.length; ) {
    const end = at + synonyms.longest + SMALL_AT_ONCE;
    const next =
      phrase(all.slice(at, end), synonyms, numbers) ??
      (isMended ? phrase(mended.slice(at, end), synonyms, numbers) : null) ??
      all.slice(at, at + 1);
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
export const tokens = (text) =>
  [...text.matchAll(TOKEN)]
    .map(({ 0: typed, index = 0 }) => ({ word: wordOf(typed), from: index, to: index + typed.length }))
    .filter(({ word }) => word);

/** A number stays as it is; of a range, the most. @param {string} typed */
const wordOf = (typed) =>
  NUMBER.test(typed) ? (typed.split(/\s?[-–]\s?/).pop() ?? typed).replace(",", ".") : words(typed).join("");

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
  const typed = list.map(({ word }) => word);
  const counted = typed.map((word) => (Number.isNaN(number(word, numbers)) ? word : ANY_NUMBER));
  return rows.get(asWritten(typed)) ?? rows.get(key(typed)) ?? rows.get(key(counted)) ?? rows.get(key(telling(typed)));
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
    typed: text.slice(from, to),
    from,
    to,
    ...(row && { row }),
    ...(counts[0] !== undefined && { number: counts[0] }),
  };
}
