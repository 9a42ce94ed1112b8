import assert from "node:assert/strict";
import test from "node:test";
import MiniSearch from "minisearch";
import { options, pack, unpacked } from "../../docs/assets/js/lib/index.js";

const FIELDS = ["title", "text"];
const VOCABULARY = ["grief", "team", "school", "father", "trust", "safety", "naïve", "o'clock"];

const text = (id, length) => Array.from({ length }, (_, at) => VOCABULARY[(id * 7 + at * at) % 8]).join(" ");

function made() {
  const index = new MiniSearch(options(FIELDS));
  const documents = Array.from({ length: 300 }, (_, id) => ({ id, title: text(id, 2), text: text(id * 3, id % 12) }));
  index.addAll(documents);
  return index;
}

const answers = (index, query) =>
  index.search(query, { fuzzy: 0.2, prefix: true }).map(({ id, score, match }) => [id, score.toFixed(1), match]);

for (const load of ["loadJSON", "loadJSONAsync"]) {
  test(`a packed index answers as the one it was made from: ${load}`, async () => {
    const index = made();
    const sent = JSON.parse(JSON.stringify(pack(index)));
    const again = await MiniSearch[load](unpacked(sent, FIELDS), options(FIELDS));
    for (const query of ["grief", "school trust", "fathr", "sa", "oclock", "naive team"]) {
      const found = answers(again, query);
      assert.ok(found.length > 20, query);
      assert.deepEqual(found, answers(index, query), query);
    }
  });
}

test("a packed index is less to send", () => {
  const index = made();
  assert.ok(JSON.stringify(pack(index)).length < JSON.stringify(index).length / 2);
});
