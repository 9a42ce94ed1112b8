// The notes that a reader asked to be kept: each stands under a name of its own in the browser's storage, so that two open
// pages never write over each other's.
import { forget, names, read, remember } from "./store.js";
import { isNote } from "./written.js";

/** @typedef {import("./written.js").Note} Note */

const NAME = "note:";

/** Whether notes can be kept: not where the page is a file, for every file on a computer may share one storage. */
export const canKeep = () => location.protocol !== "file:";

/** A name that no other note has. */
export const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/**
 * Every note that is kept, the newest first. What is no note is left where it is.
 * @returns {Note[]}
 */
export function notes() {
  return names()
    .filter((name) => name.startsWith(NAME))
    .flatMap((name) => noteUnder(name) ?? [])
    .sort((note, other) => (note.changed < other.changed ? 1 : note.changed > other.changed ? -1 : 0));
}

/**
 * A note by its id, or null.
 * @param {string} id
 */
export const noteAt = (id) => noteUnder(NAME + id);

/**
 * Keep a note. Returns whether it is kept: storage may be full, or switched off.
 * @param {Note} note
 */
export const keep = (note) => remember(NAME + note.id, JSON.stringify(note));

/**
 * Let go of a note.
 * @param {string} id
 */
export const letGo = (id) => void forget(NAME + id);

/**
 * Keep notes that were read from a file, beside those that are there: of two with one id that say different things, both.
 * One that is there already is not kept twice. Returns how many were added, and whether that is all of them.
 * @param {Note[]} added
 */
export function keepBeside(added) {
  const there = new Set(notes().map(contentOf));
  const wanted = added.filter((note) => !there.has(contentOf(note)));
  const lacking = wanted.findIndex((note) => !keep(noteAt(note.id) ? { ...note, id: newId() } : note));
  return { count: lacking < 0 ? wanted.length : lacking, isAll: lacking < 0 };
}

/** What a note says, whatever its id. @param {Note} note */
const contentOf = ({ sheet, about, boxes }) => JSON.stringify([sheet, about?.link, boxes]);

/**
 * @param {string} name
 * @returns {Note | null}
 */
function noteUnder(name) {
  const note = read(name);
  return isNote(note) ? note : null;
}
