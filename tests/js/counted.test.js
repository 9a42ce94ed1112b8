import assert from "node:assert/strict";
import test from "node:test";
import MiniSearch from "minisearch";
import { options } from "../../docs/assets/js/lib/index.js";
import { counted, joined } from "../../hooks/library/find/counted.js";
import { pack } from "./packed-by-minisearch.js";

const TEXTS = [
  ["A father's grief", "Grief, grief and the anti-racist team: can't, won't; naïve — naive."],
  ["", "constructor __proto__ toString 12 12\n\n½ x\u00a0y '-' ’’-’ and the"],
  ["Mindfulness", ""],
  ["Team team", "co-co-counselling, mentalizing\tmentalising CAFÉ café"],
];

test("what the build counts is what MiniSearch counts, of one field and of several", () => {
  const records = Array.from({ length: 40 }, (_, id) => {
    const [title, text] = TEXTS[(id * id) % 4];
    return { id, title: `${title} ${id % 7}`.trim(), text: text.repeat(id % 3) };
  });
  for (const fields of [["title"], ["text"], ["title", "text"]]) {
    const index = new MiniSearch(options(fields));
    index.addAll(records);
    assert.deepEqual(joined(fields.map((name) => counted(records.map((record) => record[name])))), pack(index));
  }
});
