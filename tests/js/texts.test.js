import assert from "node:assert/strict";
import test from "node:test";
import { pieces, say } from "../../docs/assets/js/lib/texts.js";
import { pretend } from "./page.js";

const TEXTS = {
  found: { one: "{count} result", two: "{count} ganlyniad", other: "{count} results" },
  link: "Try {word}, or {link}.",
};

test("a number chooses the words, by the rules of the page's language", () => {
  pretend({ lang: "en-GB" });
  assert.deepEqual(
    [0, 1, 2, 3].map((count) => say(TEXTS, "found", { count })),
    ["0 results", "1 result", "2 results", "3 results"],
  );
  pretend({ lang: "cy" });
  assert.equal(say(TEXTS, "found", { count: 2 }), "2 ganlyniad");
});

test("elements stand among the words", () => {
  const link = { href: "./" };
  assert.deepEqual(pieces(TEXTS, "link", { word: "grief", link }), ["Try ", "grief", ", or ", link, "."]);
});

test("a value is never read as words of ours", () => {
  assert.equal(say(TEXTS, "link", { word: "{link}", link: "$1" }), "Try {link}, or $1.");
});

test("a text or a value that is not there is a mistake of ours", () => {
  assert.throws(() => say(TEXTS, "nowhere"), /no text nowhere/);
  assert.throws(() => say(TEXTS, "link", { word: "x" }), /no value for link/);
});
