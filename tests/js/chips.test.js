import assert from "node:assert/strict";
import test from "node:test";
import { address, fits } from "../../docs/assets/js/lib/chips.js";
import { pretend } from "./page.js";

const QUESTION = { depth: "light", about: "self child" };

/** @type {[chosen: [string, string][], fits: boolean][]} */
const CHOICES = [
  [[], true],
  [[["depth", "light"]], true],
  [[["depth", "heavy"]], false],
  [
    [
      ["depth", "heavy"],
      ["depth", "light"],
    ],
    true,
  ],
  [
    [
      ["depth", "light"],
      ["about", "child"],
    ],
    true,
  ],
  [
    [
      ["depth", "light"],
      ["about", "team"],
    ],
    false,
  ],
  [[["about", "chi"]], false],
  [[["other", "x"]], false],
];

for (const [chosen, expected] of CHOICES)
  test(`a question ${expected ? "fits" : "does not fit"} ${JSON.stringify(chosen)}`, () => {
    assert.equal(fits(QUESTION, chosen), expected);
  });

test("what was chosen stands in the address, and nothing where nothing was", () => {
  pretend({ path: "/questions/openers/" });
  assert.equal(
    address([
      ["depth", "light"],
      ["about", "self"],
    ]),
    "/questions/openers/?depth=light&about=self",
  );
  assert.equal(address([]), "/questions/openers/");
});
