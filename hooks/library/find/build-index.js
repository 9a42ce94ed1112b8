// Reads records from standard input and writes the finder's two files:  node build-index.js FOLDER < records.json
// first.json is enough for a first answer. full.json has the rest, and the lines that say why something matched.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { options, pack } from "../../../docs/assets/js/lib/index.js";

const BRIEF = ["title", "names", "topic_words", "summary"];
const LONG = ["headings", "prompts"];
const SHOWN = ["url", "title", "kind", "topics", "minutes", "people", "formats", "experience", "intensity"];
const LINES = ["names", "summary", "prompts", "headings", "topic_words"];
const MOST = 100_000; // bytes of first.json, gzipped: a second or two on a poor connection

const { digest, records } = JSON.parse(readFileSync(0, "utf8"));

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

// Headings and prompts are in the first part while there is room for them: some hundreds of guides.
let brief = [...BRIEF, ...LONG];
let first = part(brief, { shown: columns(SHOWN) });
if (gzipSync(first).length > MOST) {
  brief = BRIEF;
  first = part(brief, { shown: columns(SHOWN) });
}
const later = LONG.filter((name) => !brief.includes(name));
writeFileSync(join(process.argv[2], "first.json"), first);
writeFileSync(join(process.argv[2], "full.json"), part([...later, "text"], { lines: columns(LINES) }));
