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
 * What MiniSearch is made with, on both sides.
 * @param {string[]} fields
 */
export const options = (fields) => ({ fields, tokenize: tokens, processTerm: term });

/**
 * A packed index as several, each with some of its terms: each of them can be opened, and searched, by itself.
 * @param {Packed} packed
 * @param {number} size how many terms each has at most
 * @returns {Packed[]}
 */
export function inPieces({ terms, postings, ...rest }, size) {
  const words = terms.split(" ");
  const starts = Array.from({ length: Math.ceil(words.length / size) }, (_, number) => number * size);
  return starts.map((start) => ({
    terms: words.slice(start, start + size).join(" "),
    postings: postings.slice(start, start + size),
    ...rest,
  }));
}

/**
 * An index as the JSON that MiniSearch reads (its serialization version 2), with the fields in the order they had in the
 * build. The postings are written as text: as objects they would take MiniSearch three times as long to go through.
 * @param {Packed} packed
 * @param {string[]} fields
 */
export function unpacked({ terms, postings, lengths, means }, fields) {
  const entries = terms.split(" ").map((word, at) => `["${word}",${written(postings[at] ?? [])}]`);
  const rest = {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: { ...[...lengths.keys()] },
    fieldIds: Object.fromEntries(fields.map((field, id) => [field, id])),
    fieldLength: { ...lengths },
    averageFieldLength: means,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  };
  return `{"index":[${entries.join()}],${JSON.stringify(rest).slice(1)}`;
}

/** @param {number[]} numbers */
function written(numbers) {
  const fields = [];
  const at = (/** @type {number} */ place) => numbers[place] ?? 0;
  for (let place = 0; place < numbers.length; ) {
    const field = at(place);
    const end = place + 2 + at(place + 1);
    const postings = [];
    let id = 0;
    for (place += 2; place < end; place += 1) {
      id += at(place);
      const isRepeated = place + 1 < end && at(place + 1) < 0;
      postings.push(`"${id}":${isRepeated ? -at(++place) : 1}`);
    }
    fields.push(`"${field}":{${postings.join()}}`);
  }
  return `{${fields.join()}}`;
}
