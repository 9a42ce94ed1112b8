import assert from "node:assert/strict";
import test from "node:test";
import { keep, kept, linksAt, linksIn, moved, placeOf, timeOf } from "../../docs/assets/js/lib/pack.js";

/** @type {[hash: string, links: string[] | null][]} */
const ADDRESSES = [
  ["", null],
  ["#downloads", null],
  ["#pack=", []],
  ["#pack=guide:listening,wheel:map", ["guide:listening", "wheel:map"]],
  ["#pack=guide%3Alistening%2Cwheel%3Amap", ["guide:listening", "wheel:map"]],
  ["#pack=guide:a,guide:a,guide:b", ["guide:a", "guide:b"]],
  ["#pack=javascript:alert(1),../x:y,guide:../../z,GUIDE:a,<b>:c,guide:ok", ["guide:ok"]],
  ["#note=x&pack=guide:a", ["guide:a"]],
];
for (const [hash, links] of ADDRESSES)
  test(`${hash || "nothing"} holds ${links ? links.join(" and ") || "an empty pack" : "no pack"}`, () =>
    assert.deepEqual(linksAt(hash), links));

test("an address holds what was picked, in its order, and is read back so", () => {
  const links = ["wheel:map", "guide:listening", "question-bank:openers"];
  assert.equal(placeOf(links), "#pack=wheel:map,guide:listening,question-bank:openers");
  assert.deepEqual(linksAt(placeOf(links)), links);
  assert.equal(placeOf([]), "");
});

test("a pack has an end", () => {
  const many = Array.from({ length: 100 }, (_, number) => `guide:g${number}`);
  assert.equal(linksIn(many.join(",")).length, 60);
});

/** @type {[link: string, by: -1 | 1, links: string][]} */
const MOVES = [
  ["a:1", 1, "b:2,a:1,c:3"],
  ["c:3", -1, "a:1,c:3,b:2"],
  ["a:1", -1, "a:1,b:2,c:3"],
  ["c:3", 1, "a:1,b:2,c:3"],
  ["x:9", 1, "a:1,b:2,c:3"],
];
for (const [link, by, links] of MOVES)
  test(`${link} moved by ${by} gives ${links}`, () =>
    assert.equal(moved(["a:1", "b:2", "c:3"], link, by).join(), links));

test("times are added as ranges, and what people meet around without a time is counted", () => {
  const documents = [
    { minutes: [25, 35], isTimed: true },
    { minutes: [10, 10], isTimed: true },
    { minutes: null, isTimed: true },
    { minutes: null, isTimed: false },
  ];
  assert.deepEqual(timeOf(documents), { minutes: [35, 45], untimed: 1 });
  assert.deepEqual(timeOf([]), { minutes: [0, 0], untimed: 0 });
});

/** What a tab keeps. */
function tab() {
  const held = new Map();
  globalThis.sessionStorage = {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => held.set(name, value),
    removeItem: (name) => held.delete(name),
  };
  return held;
}

test("where a pack would have more than it holds, it is told, and the pack stays as it was", () => {
  tab();
  const most = Array.from({ length: 60 }, (_, number) => `guide:g${number}`);
  assert.ok(keep(most));
  assert.equal(keep([...most, "guide:last"]), false);
  assert.deepEqual(kept(), most);
});

test("a tab keeps a pack, and nothing once it is empty; without storage it is told", () => {
  const held = tab();
  assert.deepEqual(kept(), []);
  assert.ok(keep(["guide:a", "guide:b"]));
  assert.deepEqual(kept(), ["guide:a", "guide:b"]);
  keep([]);
  assert.equal(held.size, 0);
  globalThis.sessionStorage = undefined;
  assert.equal(keep(["guide:a"]), false);
  assert.deepEqual(kept(), []);
});
