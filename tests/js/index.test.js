import assert from "node:assert/strict";
import test from "node:test";
import MiniSearch from "minisearch";
import { open, options, unpacked } from "../../docs/assets/js/lib/index.js";
import { term, tokens } from "../../docs/assets/js/lib/terms.js";
import { pack } from "./packed-by-minisearch.js";

const FIELDS = ["title", "text"];
const VOCABULARY = ["grief", "team", "school", "father", "trust", "safety", "naïve", "o'clock"];

const text = (id, length) => Array.from({ length }, (_, at) => VOCABULARY[(id * 7 + at * at) % 8]).join(" ");

function made() {
  const index = new MiniSearch(options(FIELDS));
  const documents = Array.from({ length: 300 }, (_, id) => ({ id, title: text(id, 2), text: text(id * 3, id % 12) }));
  index.addAll(documents);
  return index;
}

const opened = (sent, asked) => MiniSearch.loadJS(unpacked(open(sent, FIELDS), asked), options(FIELDS));

const answers = (index, query) =>
  index.search(query, { fuzzy: 0.2, prefix: true }).map(({ id, score, match }) => [id, score.toFixed(1), match]);

test("a packed index answers as the one it was made from", () => {
  const index = made();
  const sent = JSON.parse(JSON.stringify(pack(index)));
  const again = opened(sent, sent.terms.split(" "));
  for (const query of ["grief", "school trust", "fathr", "sa", "oclock", "naive team"]) {
    const found = answers(again, query);
    assert.ok(found.length > 20, query);
    assert.deepEqual(found, answers(index, query), query);
  }
});

test("the terms that are asked for alone answer as the whole index does", () => {
  const index = made();
  const sent = pack(index);
  for (const word of VOCABULARY.flatMap(tokens).map(term)) {
    const alone = opened(sent, [word, "elsewhere"]);
    assert.equal(alone.termCount, 1, word);
    const found = answers(alone, word);
    assert.ok(found.length > 20, word);
    assert.deepEqual(found, answers(index, word), word);
  }
});

test("a packed index is less to send", () => {
  const index = made();
  assert.ok(JSON.stringify(pack(index)).length < JSON.stringify(index).length / 2);
});
