// Reads records and rows of synonyms from standard input and writes the finder's index:  node build-index.js FOLDER < given.json
// While all of it is small it is one file, first.json. A large one is two: first.json is enough for a first answer, and
// full.json has the rest, and the lines that say why something matched.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { options, pack } from "../../../docs/assets/js/lib/index.js";

const FIELDS = ["title", "names", "topic_words", "summary", "headings", "prompts", "text"];
const FIRST = [6, 4, 3]; // how many of the fields may stand in the first part of a large index: as many as are small enough
const SHOWN = [
  ...["url", "title", "kind", "topics", "minutes", "people", "formats", "experience", "intensity", "medium", "access"],
  ...["take", "weight"],
];
const LINES = ["names", "summary", "prompts", "headings", "topic_words"];
const MOST = 90_000; // bytes of first.json, gzipped: a second or two on a poor connection

const { digest, synonyms, records } = JSON.parse(readFileSync(0, "utf8"));

const columns = (names) => Object.fromEntries(names.map((name) => [name, records.map((record) => record[name])]));

function indexed(fields) {
  const index = new MiniSearch({
    ...options(fields),
    extractField: (record, field) => (field === "id" ? record.id : [record[field]].flat().join(" \n")),
  });
  index.addAll(records.map((record, id) => ({ ...record, id })));
  return pack(index);
}

const part = (fields, rest) => JSON.stringify({ digest, fields, index: indexed(fields), ...rest });
const small = (text) => gzipSync(text).length <= MOST;

function write(name, text) {
  writeFileSync(join(process.argv[2], `${name}.json`), text);
}

const shown = { synonyms, shown: columns(SHOWN) };
const lines = { lines: columns(LINES) };
const whole = part(FIELDS, { ...shown, ...lines });
if (small(whole)) {
  write("first", whole);
} else {
  const starts = FIRST.map((count) => ({ count, text: part(FIELDS.slice(0, count), shown) }));
  const { count, text } = starts.find(({ text }) => small(text)) ?? starts.at(-1);
  write("first", text);
  write("full", part(FIELDS.slice(count), lines));
}
