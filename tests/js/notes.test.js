import assert from "node:assert/strict";
import test from "node:test";
import { canKeep, keep, keepBeside, letGo, newId, noteAt, notes } from "../../docs/assets/js/lib/notes.js";
import { pretend } from "./page.js";

const note = (/** @type {string} */ id, text = "words", day = 1) => ({
  id,
  sheet: "record:note",
  title: "A note",
  about: null,
  boxes: [{ id: "x", label: "X", text }],
  changed: `2026-12-0${day}T10:00:00.000Z`,
});

/** A browser's storage, as far as it is used: its names are its own. */
class Storage {
  getItem(name) {
    return this[name] ?? null;
  }
  setItem(name, value) {
    this[name] = value;
  }
  removeItem(name) {
    delete this[name];
  }
}

/** @param {Record<string, string>} kept */
const storage = (kept = {}) => pretend({ storage: Object.assign(new Storage(), kept) });

test("notes are kept one by one, and listed with the newest first", () => {
  storage({ colours: "dark" });
  assert.ok(keep(note("a", "old", 1)) && keep(note("b", "new", 2)));
  assert.deepEqual(
    notes().map(({ id }) => id),
    ["b", "a"],
  );
  letGo("b");
  assert.equal(noteAt("b"), null);
  assert.deepEqual(Object.keys(localStorage), ["colours", "note:a"]);
});

test("what is no note is left where it is, and not listed", () => {
  storage({ "note:x": "{", "note:y": '{"id": "y"}', "note:z": "null" });
  assert.deepEqual(notes(), []);
  assert.equal(Object.keys(localStorage).length, 3);
});

test("notes that are brought back stand beside those that are there, and none is lost", () => {
  storage();
  keep(note("a", "mine"));
  assert.deepEqual(keepBeside([note("a", "mine"), note("a", "other"), note("b")]), { count: 2, isAll: true });
  assert.deepEqual(keepBeside([note("a", "other")]), { count: 0, isAll: true });
  assert.deepEqual(
    notes()
      .map(({ boxes }) => boxes[0].text)
      .sort(),
    ["mine", "other", "words"],
  );
});

test("storage that is full or switched off is told", () => {
  const refuse = () => {
    throw new DOMException("No room", "QuotaExceededError");
  };
  pretend({ storage: { setItem: refuse, getItem: refuse, removeItem: refuse } });
  assert.equal(keep(note("a")), false);
  assert.deepEqual(notes(), []);
  assert.deepEqual(keepBeside([note("a")]), { count: 0, isAll: false });
  letGo("a");
});

test("a page opened as a file keeps nothing", () => {
  storage();
  globalThis.location.protocol = "file:";
  assert.equal(canKeep(), false);
  globalThis.location.protocol = "https:";
  assert.equal(canKeep(), true);
});

test("no two notes have one name", () => {
  assert.equal(new Set(Array.from({ length: 1000 }, newId)).size, 1000);
});
