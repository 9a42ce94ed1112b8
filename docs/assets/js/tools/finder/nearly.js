// Words that are nearly another: what a slip of the finger meant. A word is never read as one with another first letter.
import { stemmed, term, words } from "../../lib/terms.js";

const LONG = 6; // letters: a shorter word is asked as it stands
const LONGER = 8; // letters: in a word this long, a letter may stand for another
const LONGEST = 9; // letters: a word this long may have two slips

/** @type {WeakMap<object, Map<string, string[]>>} */
const vocabularies = new WeakMap();

/**
 * The words that a slip may have turned into this one; none where it is too short to tell. A letter is lost, doubled or out of
 * place; in a longer word, one may stand for another. Two letters that do would make another word: exploitation, exploration.
 * @param {string} word
 * @param {import("./parts.js").Index} index
 */
export const meant = (word, index) => (word.length < LONG ? [] : nearest(word, index, (other) => isSlip(word, other)));

/**
 * The word of the editors' list that a slip may have turned into this one, which stands nowhere here: whoever types in a hurry
 * that a colleague is sucidal is not left with nothing. Without such a word, the word itself.
 * @param {string} word
 * @param {import("./parts.js").Index} index
 */
export function listed(word, { terms, synonyms }) {
  const small = word.toLowerCase();
  if (small.length < LONG || terms.has(stemmed(small))) return word;
  const near = synonyms.spellings().filter((other) => other[0] === small[0] && isSlip(small, other));
  return near.sort((before, after) => slips(small, before) - slips(small, after))[0] ?? word;
}

/**
 * @param {string} word
 * @param {string} other
 */
function isSlip(word, other) {
  const count = slips(word.toLowerCase(), other);
  if (!isReordered(word, other)) return count === 1 && word.length >= LONGER;
  return count <= (word.length < LONGEST ? 1 : 2);
}

/**
 * The words that a short word may have been meant for: a letter is lost, doubled or out of place, and none stands for another.
 * These are asked about, never taken for granted: "black" is not "blank".
 * @param {string} word
 * @param {import("./parts.js").Index} index
 */
export const perhaps = (word, index) =>
  word.length < LONG - 2
    ? []
    : nearest(word, index, (other) => isReordered(word, other) && slips(word.toLowerCase(), other) === 1);

/**
 * @param {string} word
 * @param {import("./parts.js").Index} index
 * @param {(other: string) => boolean} isNear
 */
function nearest(word, index, isNear) {
  const small = word.toLowerCase();
  const near = (vocabulary(index).get(small.slice(0, 1)) ?? []).filter(
    (other) => Math.abs(other.length - small.length) <= 2 && isNear(other),
  );
  const least = Math.min(...near.map((other) => slips(small, other)));
  return near.filter((other) => slips(small, other) === least);
}

/**
 * The words that stand in titles, and in the lines that say why something matched where they are here, by first letter.
 * @param {import("./parts.js").Index} index
 */
function vocabulary(index) {
  const ready = vocabularies.get(index);
  if (ready) return ready;
  const lines = index.lines ? Object.values(index.lines).flat(2) : [];
  /** @type {Map<string, string[]>} */
  const byLetter = new Map();
  for (const word of new Set([...index.shown.title, ...lines].flatMap(words).map((word) => word.toLowerCase()))) {
    if (!term(word)) continue;
    const letter = word.slice(0, 1);
    const others = byLetter.get(letter) ?? [];
    others.push(word);
    byLetter.set(letter, others);
  }
  vocabularies.set(index, byLetter);
  return byLetter;
}

/**
 * How many slips turn one word into another: a letter too many, too few, another, or two that changed places.
 * @param {string} word
 * @param {string} other
 */
export function slips(word, other) {
  const width = other.length + 1;
  const rows = [Array.from({ length: width }, (_, at) => at)];
  const at = (/** @type {number} */ row, /** @type {number} */ column) =>
    rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= word.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column < width; column += 1) {
      const isSame = word[row - 1] === other[column - 1];
      const isSwapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(word.length, other.length);
}

/**
 * Whether the letters of one are all in the other.
 * @param {string} word
 * @param {string} other
 */
function isReordered(word, other) {
  const [fewer, more] = word.length < other.length ? [word, other] : [other, word];
  const left = [...more];
  return [...fewer.toLowerCase()].every((letter) => {
    const place = left.indexOf(letter);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}
