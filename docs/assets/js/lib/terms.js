// How words become search terms: in the index when the site is built, and in what a reader types. Both must agree.

const COMMON = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have how i if in is it its may might of on or our " +
    "out she so than that the their them then there these they this to was we were what when where which who will with would you your"
  ).split(" "),
);

/**
 * Split a text into words, as MiniSearch's `tokenize`. Apostrophes join: "can't" is one word.
 * @param {string} text
 */
export const words = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Turn a word into a term, as MiniSearch's `processTerm`; nothing for words too common to tell things apart.
 * @param {string} word
 */
export const term = (word) => {
  const small = word.toLowerCase();
  return COMMON.has(small) ? null : small;
};
