// The search index on its way from the build to a reader. MiniSearch writes each posting as a JSON object; packed, it is
// a number. `pack` runs in the build, `unpack` in the browser; MiniSearch is handed in, for it lives in two places.
import { term, words } from "./search-terms.js";

/** What MiniSearch is made with, on both sides. */
export const options = (fields) => ({ fields, tokenize: words, processTerm: term });

/**
 * Put an index into few characters. Each term has one list of numbers: for every field, its number, how many numbers
 * follow, and the documents as steps from one to the next; a negative number says how often the word stands in the last one.
 */
export function pack(index) {
  const plain = index.toJSON();
  const entries = plain.index.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    terms: entries.map(([word]) => word).join(" "),
    postings: entries.map(([, fields]) => Object.entries(fields).flatMap(([field, found]) => packed(Number(field), found))),
    lengths: Array.from({ length: plain.documentCount }, (_, id) => plain.fieldLength[id].map((one) => one ?? 0)),
    means: plain.averageFieldLength.map((mean) => Math.round(mean * 100) / 100),
  };
}

/**
 * Make the index again, with the fields in the order they had in the build. The postings go straight into the place where
 * MiniSearch keeps them: `loadJS` would have each as a property of an object first, at four times the wait (with 1,000
 * guides 135 ms, not 40). `package.json` holds MiniSearch to one version, and tests compare both ways.
 */
export function unpack({ terms, postings, lengths, means }, fields, MiniSearch) {
  const search = MiniSearch.loadJS({
    index: [],
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: { ...[...lengths.keys()] },
    fieldIds: Object.fromEntries(fields.map((field, id) => [field, id])),
    fieldLength: { ...lengths },
    averageFieldLength: means,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  }, options(fields));
  terms.split(" ").forEach((word, at) => search._index.set(word, unpacked(postings[at])));
  return search;
}

function packed(field, found) {
  const numbers = [];
  let before = 0;
  for (const [id, times] of Object.entries(found)) {
    numbers.push(Number(id) - before);
    if (times > 1) numbers.push(-times);
    before = Number(id);
  }
  return [field, numbers.length, ...numbers];
}

function unpacked(numbers) {
  const fields = new Map();
  for (let at = 0; at < numbers.length; ) {
    const found = new Map();
    fields.set(numbers[at], found);
    const end = at + 2 + numbers[at + 1];
    let id = 0;
    for (at += 2; at < end; at += 1) {
      if (numbers[at] < 0) found.set(id, -numbers[at]);
      else found.set((id += numbers[at]), 1);
    }
  }
  return fields;
}
