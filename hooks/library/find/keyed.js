// What each row of the editors' list is known by. The build works it out: it would take a phone as long as the answer itself.
import { ANY_NUMBER, asWritten, key, telling, tokens } from "../../../docs/assets/js/tools/finder/reading.js";

/** @typedef {Omit<import("../../../docs/assets/js/tools/finder/reading.js").Row, "keys" | "hard">} Row */

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
  /** @type {Map<string, Row>} */
  const known = new Map();
  for (const { row, list } of [...shorter, ...plain]) known.set(key(list), row);
  for (const { row, list } of phrases) known.set(asWritten(list), row);
  return {
    rows: rows.map((row) => ({ ...row, keys: keysOf(row, known), ...hard(row, phrases) })),
    longest: Math.max(0, ...phrases.map(({ list }) => list.length)),
  };
}

/**
 * @param {Row} row
 * @param {Map<string, Row>} known
 */
const keysOf = (row, known) => [...known].filter(([, other]) => other === row).map(([key]) => key);

/**
 * @param {Row} row
 * @param {{ row: Row, list: string[] }[]} phrases
 */
function hard(row, phrases) {
  const own = row.urgent ? phrases.filter((phrase) => phrase.row === row) : [];
  const single = own.flatMap(({ list: [word = "", more] }) => (more ? [] : word));
  return single.length ? { hard: single } : {};
}
