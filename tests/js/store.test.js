import assert from "node:assert/strict";
import test from "node:test";
import { remember, remembered } from "../../docs/assets/js/lib/store.js";
import { pretend } from "./page.js";

test("what was kept is remembered", () => {
  const kept = new Map();
  pretend({ storage: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) } });
  assert.equal(remembered("colours"), null);
  remember("colours", "dark");
  assert.equal(remembered("colours"), "dark");
});

test("where storage is switched off, nothing is kept and nothing breaks", () => {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  pretend({ storage: { getItem: refuse, setItem: refuse } });
  remember("colours", "dark");
  assert.equal(remembered("colours"), null);
});
