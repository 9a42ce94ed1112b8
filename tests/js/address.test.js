import assert from "node:assert/strict";
import test from "node:test";
import { asking, query } from "../../docs/assets/js/lib/address.js";
import { pretend } from "./page.js";

test("an address says a question, and is read as the same", () => {
  const question = { q: "grief & loss = 50 %", people: "6" };
  const address = asking("./", question);
  assert.equal(address, "./?q=grief+%26+loss+%3D+50+%25&people=6");
  pretend({ search: address.slice(2) });
  assert.deepEqual(query(), Object.entries(question));
});
