// Reads records and rows of synonyms from standard input and writes the finder's index:  node build-index.js FOLDER < given.json
// While all of it is small it is one file, first.json. A large one is two: first.json is enough for a first answer, and
// full.json has the rest, and the lines that say why something matched.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { counted, joined } from "./counted.js";
import { keyed } from "./keyed.js";

const FIELDS = ["title", "names", "topic_words", "summary", "headings", "prompts", "text"];
const FIRST = [3, 4, 6, FIELDS.length]; // how many of the fields may stand in first.json: as many as are small enough
const SHOWN = [
  ...["url", "title", "kind", "topics", "minutes", "people", "formats", "experience", "intensity", "medium", "access"],
  ...["take", "weight"],
];
const LINES = ["names", "summary", "prompts", "headings", "topic_words"];
const MOST = 90_000; // bytes of first.json, gzipped: a second or two on a poor connection

const { digest, synonyms, records } = JSON.parse(readFileSync(0, "utf8"));

const columns = (names) => Object.fromEntries(names.map((name) => [name, records.map((record) => record[name])]));

/** Each field, counted once: what is tried in one file then goes into another. */
const countsOf = new Map(
  FIELDS.map((name) => [name, counted(records.map((record) => [record[name]].flat().join(" \n")))]),
);

const part = (fields, rest) =>
  JSON.stringify({ digest, fields, index: joined(fields.map((name) => countsOf.get(name))), ...rest });
const small = (text) => gzipSync(text).length <= MOST;

function write(name, text) {
  writeFileSync(join(process.argv[2], `${name}.json`), text);
}

const shown = { synonyms: keyed(synonyms), shown: columns(SHOWN) };
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
