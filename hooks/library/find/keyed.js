// What each row of the editors' list is known by. The build works it out: it would take a phone as long as the answer itself.
import { ANY_NUMBER, asWritten, key, telling, tokens } from "../../../docs/assets/js/tools/finder/reading.js";

/** @typedef {Omit<import("../../../docs/assets/js/tools/finder/reading.js").Row, "keys">} Row */

/**
 * The rows, each with its keys. Of two rows that are known by the same, the later has it; a phrase as it was written goes before one
 * without its small words.
 * @param {Row[]} rows
 * @returns {import("../../../docs/assets/js/tools/finder/reading.js").Told}
 */
export function keyed(rows) {
  const phrases = rows.flatMap((row) =>
    row.words.map((words) => ({ row, list: tokens(words).map(({ word }) => word) })),
  );
  const plain = phrases.map(({ row, list }) => ({ row, list: list.map((word) => (word === "N" ? ANY_NUMBER : word)) }));
  const shorter = plain
    .map(({ row, list }) => ({ row, list: telling(list), all: list }))
    .filter(({ list, all }) => list.length < all.length);
  const known = new Map([
    ...[...shorter, ...plain].map(({ row, list }) => /** @type {[string, Row]} */ ([key(list), row])),
    ...phrases.map(({ row, list }) => /** @type {[string, Row]} */ ([asWritten(list), row])),
  ]);
  const told = new Map(rows.map((row) => [row, { ...row, keys: /** @type {string[]} */ ([]) }]));
  for (const [words, row] of known) told.get(row)?.keys.push(words);
  return {
    rows: [...told.values()],
    longest: Math.max(0, ...phrases.map(({ list }) => list.length)),
  };
}
