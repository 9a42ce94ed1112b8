import assert from "node:assert/strict";
import test from "node:test";
import { below } from "../../docs/assets/js/lib/chance.js";
import { another, draw, inOrder } from "../../docs/assets/js/tools/deck/drawing.js";

const question = (/** @type {string} */ id, depth = "light", stage = "think") => ({ id, depth, stage });
const ids = (/** @type {{ id: string }[]} */ questions) => questions.map(({ id }) => id).join("");
const first = () => 0;
const last = (/** @type {number} */ count) => count - 1;

test("every number below a count comes, none beyond it, and those are left out that would make the first likelier", () => {
  assert.deepEqual(new Set(Array.from({ length: 200 }, () => below(3))), new Set([0, 1, 2]));
  const numbers = [2 ** 32 - 1, 7];
  assert.equal(
    below(3, () => numbers.shift() ?? 0),
    1,
  );
  assert.equal(
    below(2 ** 32, () => 2 ** 32 - 1),
    2 ** 32 - 1,
  );
});

test("none comes again until all have come, and then each comes once more", () => {
  const deck = [..."abcdef"].map((id) => question(id));
  const drawn = new Set();
  for (let round = 0; round < 3; round += 1) {
    const hand = deck.map(() => ids(draw(deck, drawn, 1)));
    assert.equal([...hand].sort().join(""), "abcdef");
  }
});

test("a hand holds each question once, also where the deck starts again in the middle of it", () => {
  const deck = [..."abc"].map((id) => question(id));
  const drawn = new Set(deck.slice(0, 2));
  assert.equal([...ids(draw(deck, drawn, 3))].sort().join(""), "abc");
  assert.equal(draw(deck, drawn, 5).length, 3);
});

test("a deep question never comes first, and within a hand the lightest does", () => {
  const deck = [question("d", "heavy"), question("m", "middle"), question("l", "light")];
  for (const chance of [first, last]) {
    assert.notEqual(ids(draw(deck, new Set(), 1, chance)), "d");
    assert.equal(ids(draw(deck, new Set(), 3, chance)), "lmd");
  }
  const deep = deck.slice(0, 1);
  assert.equal(ids(draw(deep, new Set(), 1)), "");
  assert.equal(ids(draw(deep, new Set(deck.slice(1)), 1)), "d");
});

test("another one in its place is never deeper, never on the table, and the same where there is no other", () => {
  const [light, other, middle, deep] = [question("l"), question("o"), question("m", "middle"), question("d", "heavy")];
  const deck = [light, other, middle, deep];
  for (const chance of [first, last]) assert.equal(another(deck, new Set([light]), [light], light, chance), other);
  assert.equal(another(deck, new Set([light, other]), [light, other], light), light);
  assert.equal(another(deck, new Set([deep, light, other]), [deep], deep, first), middle);
});

test("questions stand by stage, the lightest first, and those of any stage at the end", () => {
  const deck = [
    question("a", "light", ""),
    question("b", "heavy", "open"),
    question("c", "light", "close"),
    question("d", "light", "open"),
  ];
  assert.equal(ids(inOrder(deck, ["open", "close"])), "dbca");
});

test("however it is narrowed, drawn and swapped, nothing comes twice on one table, and nothing deep comes first", () => {
  const deck = [..."abcdefgh"].map((id, at) => question(id, ["light", "middle", "heavy"][at % 3]));
  for (let game = 0; game < 300; game += 1) {
    /** @type {Set<ReturnType<typeof question>>} */
    const drawn = new Set();
    for (let turn = 0; turn < 12; turn += 1) {
      const fitting = deck.filter(() => below(3) > 0);
      const isFirst = drawn.size === 0;
      const hand = draw(fitting, drawn, 1 + below(4));
      if (hand[0]) hand[0] = another(fitting, drawn, hand, hand[0]);
      assert.equal(new Set(hand).size, hand.length);
      assert.ok(hand.every((card) => fitting.includes(card)));
      if (isFirst && hand.length) assert.notEqual(hand[0]?.depth, "heavy");
    }
  }
});
