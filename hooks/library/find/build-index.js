// Reads records and rows of synonyms from standard input and writes the finder's index:  node build-index.js FOLDER < given.json
// While all of it is small it is one file, first.json. A large one is two: first.json is enough for a first answer, and
// full.json has the rest, and the lines that say why something matched.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { options, pack } from "../../../docs/assets/js/lib/index.js";
import { term, tokens } from "../../../docs/assets/js/lib/terms.js";

const FIELDS = ["title", "names", "topic_words", "summary", "headings", "prompts", "text"];
const FIRST = [3, 4, 6, FIELDS.length]; // how many of the fields may stand in first.json: as many as are small enough
const SHOWN = [
  ...["url", "title", "kind", "topics", "minutes", "people", "formats", "experience", "intensity", "medium", "access"],
  ...["take", "weight"],
];
const LINES = ["names", "summary", "prompts", "headings", "topic_words"];
const BLANK = /\s+/;
const MOST = 90_000; // bytes of first.json, gzipped: a second or two on a poor connection

const { digest, synonyms, records } = JSON.parse(readFileSync(0, "utf8"));

const columns = (names) => Object.fromEntries(names.map((name) => [name, records.map((record) => record[name])]));

/** A function that looks at each text once, however often it stands in the library. */
function once(look) {
  const seen = new Map();
  return (text) => {
    let result = seen.get(text);
    if (result === undefined) {
      result = look(text);
      seen.set(text, result);
    }
    return result;
  };
}

const termOf = once(term);
const tokensOf = once(tokens);

/** A field by itself: what is tried in one file, and then goes into another, is indexed once. */
const indexed = once((field) => {
  const index = new MiniSearch({
    ...options([field]),
    tokenize: (text) => text.split(BLANK).flatMap(tokensOf), // no token goes across a blank
    processTerm: termOf,
  });
  index.addAll(records.map((record, id) => ({ id, [field]: [record[field]].flat().join(" \n") })));
  return pack(index);
});

/** Several fields as one index: those of `indexed`, each numbered by its place among them. */
function joined(fields) {
  const packs = fields.map(indexed);
  const joined = new Map();
  for (const [number, { terms, postings }] of packs.entries()) {
    const words = terms.split(" ");
    for (const [at, [, ...numbers]] of postings.entries()) {
      const before = joined.get(words[at]) ?? [];
      joined.set(words[at], [...before, number, ...numbers]);
    }
  }
  const terms = [...joined.keys()].sort();
  return {
    terms: terms.join(" "),
    postings: terms.map((word) => joined.get(word)),
    lengths: records.map((_, id) => packs.flatMap(({ lengths }) => lengths[id])),
    means: packs.flatMap(({ means }) => means),
  };
}

const part = (fields, rest) => JSON.stringify({ digest, fields, index: joined(fields), ...rest });
const small = (text) => gzipSync(text).length <= MOST;

function write(name, text) {
  writeFileSync(join(process.argv[2], `${name}.json`), text);
}

const shown = { synonyms, shown: columns(SHOWN) };
const lines = { lines: columns(LINES) };
const start = (count) => part(FIELDS.slice(0, count), count < FIELDS.length ? shown : { ...shown, ...lines });

// From the smallest: a large library is never made into what would be thrown away.
let [count] = FIRST;
let first = start(count);
for (const more of FIRST.slice(1)) {
  const longer = start(more);
  if (!small(longer)) break;
  [count, first] = [more, longer];
}
write("first", first);
if (count < FIELDS.length) write("full", part(FIELDS.slice(count), lines));
