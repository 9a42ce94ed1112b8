// How words become search terms: in the index when the site is built, and in what a reader types. Both must agree.
import { stemmer } from "stemmer";

const COMMON = new Set(
  (
    "a about am an and any are as at be been between but by can could did do does dont for from get gets had has have how i if im in " +
    "into is it its ive lets looking may me might my need of on or our out please she should so some someone something than that " +
    "the their them then there these they this to us use used want was we were what when where which who will with would you your"
  ).split(" "),
);

/**
 * A text without accents and apostrophes: "can't" is one word, and "naïve" is "naive".
 * @param {string} text
 */
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "");

/**
 * Split a text into words.
 * @param {string} text
 */
export const words = (text) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Split a text into what it is found by, as MiniSearch's `tokenize`: its words, and each that is written with hyphens as
 * one, so that "anti-racist" is found as "antiracist" too.
 * @param {string} text
 */
export const tokens = (text) => [...words(text), ...(text.match(HYPHENED) ?? []).map((word) => words(word).join(""))];

const HYPHENED = /[\p{L}\p{N}'’]+(?:[-‐‑][\p{L}\p{N}'’]+)+/gu;

/**
 * A word without its ending. American endings become British ones first: "mentalizing" is "mentalising". "Mindfulness"
 * is not "mind".
 * @param {string} word
 */
export function stemmed(word) {
  const small = word.toLowerCase();
  return MINDFUL.test(small) ? "mindful" : stemmer(small.replace(AMERICAN, "$1is$2"));
}

const AMERICAN = /^(\p{L}{3,})iz(e|ing|ation)/u;
const MINDFUL = /^mindful(?:ness|ly)?$/;

/**
 * Turn a word into a term, as MiniSearch's `processTerm`; nothing for words too common to tell things apart.
 * @param {string} word
 */
export const term = (word) => (COMMON.has(word.toLowerCase()) ? null : stemmed(word));
