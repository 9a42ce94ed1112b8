// The search index on its way from the build to a reader. MiniSearch writes each posting as a JSON object; packed, it is
// a number, which is a third less to fetch. The build packs it (hooks/library/find/counted.js), the browser unpacks it.
import { term, tokens } from "./terms.js";

/**
 * @typedef {object} Packed
 * @property {string} terms every term, in order, with a space between
 * @property {number[][]} postings a list of numbers for each term: for every field, its number, how many numbers follow, and
 *   the documents as steps from one to the next; a negative number says how often the word stands in the last one
 * @property {number[][]} lengths for each document, the number of terms in each field
 * @property {number[]} means for each field, its mean length
 */

/**
 * What MiniSearch is made with.
 * @param {string[]} fields
 */
export const options = (fields) => ({ fields, tokenize: tokens, processTerm: term });

/**
 * A packed index, ready to be asked: what MiniSearch opens (its serialization version 2) but for the terms, with the fields in
 * the order they had in the build.
 * @typedef {ReturnType<typeof open>} Opened
 * @param {Packed} packed
 * @param {string[]} fields
 */
export const open = ({ terms, postings, lengths, means }, fields) => ({
  fields,
  postings,
  places: new Map(terms.split(" ").map((word, place) => [word, place])),
  frame: {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: Object.fromEntries(lengths.map((_, id) => [id, id])),
    fieldIds: Object.fromEntries(fields.map((field, id) => [field, id])),
    fieldLength: Object.fromEntries(lengths.entries()),
    averageFieldLength: means,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  },
});

/**
 * An index with some of its terms alone, for MiniSearch. What holds a term, and how well, does not hang on the others, and to
 * open all of them takes longer than all else that an answer needs.
 * @param {Opened} opened
 * @param {Iterable<string>} asked terms; those that it does not have are left out
 */
export function unpacked({ postings, places, frame }, asked) {
  const held = [...asked].filter((word) => places.has(word));
  return {
    ...frame,
    index: held.map((word) => /** @type {[string, PerField]} */ ([word, perField(postings[places.get(word) ?? -1])])),
  };
}

/**
 * For each field, how often a term stands in it, by document.
 * @typedef {Record<string, Record<string, number>>} PerField
 * @param {number[]} [numbers]
 */
function perField(numbers = []) {
  /** @type {PerField} */
  const fields = {};
  const at = (/** @type {number} */ place) => numbers[place] ?? 0;
  for (let place = 0; place < numbers.length; ) {
    /** @type {Record<string, number>} */
    const postings = {};
    fields[at(place)] = postings;
    const end = place + 2 + at(place + 1);
    let id = 0;
    for (place += 2; place < end; place += 1) {
      id += at(place);
      const isRepeated = place + 1 < end && at(place + 1) < 0;
      postings[id] = isRepeated ? -at(++place) : 1;
    }
  }
  return fields;
}
