// The words a tool says to readers. They stand in hooks/library/texts/en.yaml, and each tool is published with its own.

/** @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Texts a sentence by key, or its forms by number */
/** @typedef {string | number | Node | (string | Node)[]} Value what stands in a sentence at a name in braces */

/**
 * A sentence with its values in place.
 * @param {Texts} texts
 * @param {string} key
 * @param {Record<string, string | number>} values count: chooses between singular and plural
 */
export const say = (texts, key, values = {}) => pieces(texts, key, values).join("");

/**
 * A sentence in pieces, where elements stand among its words.
 * @param {Texts} texts
 * @param {string} key
 * @param {Record<string, Value>} values
 * @returns {(string | Node)[]}
 */
export function pieces(texts, key, values = {}) {
  const sentence = chosen(texts[key], values.count);
  if (sentence === undefined) throw new Error(`There is no text ${key}`);
  return sentence.split(/\{(\w+)\}/).flatMap((part, at) => (at % 2 ? valued(values, part) : part || []));
}

/**
 * A day in words, where the reader is: "3 December 2026".
 * @param {string} moment as 2026-12-03T10:00:00.000Z
 */
export const day = (moment) =>
  new Date(moment).toLocaleDateString(document.documentElement.lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

/**
 * From the least to the most, as a number, or two with a dash between.
 * @param {[number, number]} ends
 */
export const range = ([min, max]) => (min === max ? `${min}` : `${min}–${max}`);

/**
 * @param {Texts[string] | undefined} text
 * @param {Value | undefined} count
 */
function chosen(text, count) {
  if (typeof text !== "object") return text;
  const form = new Intl.PluralRules(document.documentElement.lang).select(Number(count));
  return text[form] ?? text.other;
}

/**
 * @param {Record<string, Value>} values
 * @param {string} name
 */
function valued(values, name) {
  const value = values[name];
  if (value === undefined) throw new Error(`The text has no value for ${name}`);
  return typeof value === "number" ? String(value) : value;
}
