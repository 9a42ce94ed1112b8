// Counts the words of the library into the finder's index, packed as it is sent (docs/assets/js/lib/index.js says how).
// It is what MiniSearch would make of the same texts, number for number; a test holds it to that. MiniSearch in a build
// keeps an object for each word of each text until its end, which takes twice as long and half as much memory again.
import { term as termOf, tokens } from "../../../docs/assets/js/lib/terms.js";

/** @typedef {{ lists: Map<string, number[]>, lengths: number[], mean: number }} Counted */

const BLANK = /\s+/;

/** The tokens of each word written between blanks, so that it is split once: no token goes across a blank. */
const seen = new Map();

/**
 * The tokens of a word, each with the term it is found by.
 * @param {string} word
 * @returns {{ token: string, term: string }[]}
 */
function tokensOf(word) {
  const known = seen.get(word);
  if (known) return known;
  const split = tokens(word).map((token) => ({ token, term: termOf(token) }));
  seen.set(word, split);
  return split;
}

/**
 * How often each term of a text stands in it, and how many different tokens the text has.
 * @param {string} text
 */
function inText(text) {
  const times = new Map();
  const different = new Set();
  for (const word of text.split(BLANK)) {
    for (const { token, term } of tokensOf(word)) {
      different.add(token);
      if (term) times.set(term, (times.get(term) ?? 0) + 1);
    }
  }
  return { times, length: different.size };
}

/**
 * A field by itself: for each term a list of the texts that hold it, as steps from one to the next; a negative number
 * says how often the term stands in the last one. And for each text its length, and their mean.
 * @param {string[]} texts what the field says in each record
 * @returns {Counted}
 */
export function counted(texts) {
  const lists = new Map();
  const before = new Map();
  const lengths = [];
  let mean = 0;
  for (const [id, text] of texts.entries()) {
    const { times, length } = inText(text);
    for (const [term, count] of times) {
      if (!lists.has(term)) lists.set(term, []);
      const list = lists.get(term);
      list.push(id - (before.get(term) ?? 0));
      if (count > 1) list.push(-count);
      before.set(term, id);
    }
    lengths.push(length);
    mean = (mean * id + length) / (id + 1); // text by text, so that it is rounded on the way as MiniSearch rounds it
  }
  return { lists, lengths, mean: Math.round(mean * 100) / 100 };
}

/**
 * Several fields of the same records as one index, each numbered by its place among them.
 * @param {Counted[]} fields
 * @returns {import("../../../docs/assets/js/lib/index.js").Packed}
 */
export function joined(fields) {
  const terms = [...new Set(fields.flatMap(({ lists }) => [...lists.keys()]))].sort();
  const numbers = (word) =>
    fields.flatMap(({ lists }, number) => {
      const list = lists.get(word);
      return list ? [number, list.length, ...list] : [];
    });
  return {
    terms: terms.join(" "),
    postings: terms.map(numbers),
    lengths: fields[0].lengths.map((_, id) => fields.map(({ lengths }) => lengths[id])),
    means: fields.map(({ mean }) => mean),
  };
}
