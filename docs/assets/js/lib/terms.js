// How words become search terms: in the index when the site is built, and in what a reader types. Both must agree.
import { stemmer } from "stemmer";

const COMMON = new Set(
  (
    "a about am an and any anything are arent as at be been being between but by can cant could couldnt did didnt do does doesnt " +
    "dont for from get gets had has hasnt have havent he her hes him his how i if im in into is isnt it its ive lets looking may me " +
    "might my need of on or our out please she shes should shouldnt so some someone something than that thats the their them then " +
    "there these they theyre thing things this to us use used want was wasnt we were what when where which who will with wont " +
    "would wouldnt you your"
  ).split(" "),
);

// Words that a question has beside those it is about. The library's own texts are found by them all the same.
const EVERYDAY = new Set(
  (
    "across actually again against all also always anymore anyone because comes does during else even ever every everyone find finding " +
    "finds gave getting give gives giving go goes gone got just keep keeps kept know knows last like made make makes making maybe often " +
    "please put puts quite rather really said say says since sit sits sitting still take takes taking tell tells told too toward towards tried " +
    "tries try trying until versus very vs wanted wanting wants week weeks while yet"
  ).split(" "),
);

/** Whether a word says little of what someone is after. @param {string} word */
export const isEveryday = (word) => EVERYDAY.has(word.toLowerCase());

const SMALL = new Set("a an her his my our that the their this your".split(" "));

/** Whether a word makes no difference within a phrase. @param {string} word */
export const isSmall = (word) => SMALL.has(word.toLowerCase());

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
