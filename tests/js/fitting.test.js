import assert from "node:assert";
import { test } from "node:test";
import { lacking } from "../../docs/assets/js/tools/finder/fitting.js";

/** What is known of a thing that takes twenty minutes. */
const facts = (known) => ({ minutes: [20, 20], formats: [], topics: [], take: [], medium: "", ...known });
const ofAKind = (kind, asked) => lacking(facts({ kind }), { minutes: "30", ...asked }, {});

test("a kind of the library's own fits minutes whatever it is called", () => {
  assert.deepStrictEqual(ofAKind("guide", {}), []);
  assert.deepStrictEqual(ofAKind("campfire", { kind: "campfire" }), []);
});

test("what others publish fits minutes only where it is asked for", () => {
  const film = facts({ kind: "resource", medium: "film" });
  assert.deepStrictEqual(lacking(film, { minutes: "30" }, {}), ["minutes"]);
  assert.deepStrictEqual(lacking(film, { minutes: "30", kind: "film" }, {}), []);
  assert.deepStrictEqual(lacking(film, { minutes: "30", kind: "resource" }, {}), []);
  for (const kind of ["guide", "campfire"])
    assert.deepStrictEqual(lacking(film, { minutes: "30", kind }, {}), ["minutes", "kind"]);
});
