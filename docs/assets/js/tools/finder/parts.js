// The index. A small library's is one file. A large one's is two: the first is enough for an answer, and is loaded at once;
// the second has the rest, and the lines that say why something matched. Both are opened bit by bit: someone may be typing.
// A part that could not be fetched is asked for again the next time.
import MiniSearch from "minisearch";
import { inPieces, options, unpacked } from "../../lib/index.js";
import { openSynonyms } from "./reading.js";

/**
 * What is known of one thing to find.
 * @typedef {object} Facts
 * @property {string} url below the site's folder
 * @property {string} title
 * @property {string} kind
 * @property {string[]} topics
 * @property {[number, number] | null} minutes
 * @property {[number, number] | null} people
 * @property {string[]} formats
 * @property {string} experience
 * @property {string} intensity
 * @property {string} medium what it is, of what others publish; else empty
 * @property {string} access what it takes to open it
 * @property {string[]} take what can be taken away
 * @property {number} weight from 0 to 1, how far up it belongs among what holds the same words
 */
/** @template Row @typedef {{ [Name in keyof Row]: Row[Name][] }} Columns a list for each name, with a place for each thing */
/** @typedef {{ names: string[], summary: string, prompts: string[], headings: string[], topic_words: string[] }} Lines */
/**
 * @typedef {object} Part
 * @property {string} digest
 * @property {string[]} fields
 * @property {import("../../lib/index.js").Packed} index
 * @property {Columns<Facts>} [shown]
 * @property {import("./reading.js").Row[]} [synonyms]
 * @property {Columns<Lines>} [lines]
 *
 * @typedef {object} Index
 * @property {string} digest
 * @property {Columns<Facts>} shown
 * @property {import("./reading.js").Synonyms} synonyms
 * @property {MiniSearch[]} engines
 * @property {Set<string>} terms every term of them
 * @property {Columns<Lines>} [lines]
 */

const AT_ONCE = 400; // terms that a phone opens without keeping its reader waiting

/** @param {URL} folder */
export function openIndex(folder) {
  /** @type {Map<string, Promise<Index>>} */
  const parts = new Map();
  /** @type {Index | undefined} */
  let whole;

  /**
   * @param {string} name
   * @param {() => Promise<Index>} load
   */
  function once(name, load) {
    const asked = parts.get(name) ?? load();
    parts.set(name, asked);
    asked.catch(() => parts.delete(name));
    return asked;
  }

  /** The rest, on its way while the first part is opened. @type {Promise<Part> | undefined} */
  let coming;
  const rest = () => {
    const asked = coming ?? fetched("full", folder);
    coming = undefined;
    return asked;
  };

  const brief = () =>
    once("first", async () => {
      const part = await fetched("first", folder);
      if (!part.lines) coming = fetched("full", folder);
      coming?.catch(() => {}); // whoever waits for it is told
      return opened(part);
    });

  return {
    /** What is here of the index: the first part, or all of it. */
    first: async () => whole ?? brief(),

    /** The whole index; the first part alone where the second can't be had, or is of another build. */
    async whole() {
      const first = await this.first();
      if (first.lines) return first;
      whole = await once("full", async () => joined(first, await rest())).catch(() => undefined);
      return whole ?? first;
    },
  };
}

/**
 * The first part of an index, or all of a small one.
 * @param {Part} part
 * @returns {Promise<Index>}
 */
export async function opened({ digest, fields, index, shown, synonyms, lines }) {
  if (!shown) throw new Error("The first part of the index shows nothing");
  const engines = await enginesOf(index, fields);
  const known = openSynonyms(synonyms ?? []);
  await breath();
  const terms = new Set(index.terms.split(" "));
  return { digest, shown, synonyms: known, engines, terms, ...(lines && { lines }) };
}

/**
 * Both parts of an index.
 * @param {Index} first
 * @param {Part} part the second
 * @returns {Promise<Index>}
 */
export async function joined(first, { digest, fields, index, lines }) {
  if (digest !== first.digest) throw new Error("The parts of the index are of two builds");
  const engines = await enginesOf(index, fields);
  const terms = new Set([...first.terms, ...index.terms.split(" ")]);
  return { ...first, engines: [...first.engines, ...engines], terms, ...(lines && { lines }) };
}

/**
 * What searches a part of the index, some terms each. Between one and the next a browser has time for its reader.
 * @param {import("../../lib/index.js").Packed} index
 * @param {string[]} fields
 */
async function enginesOf(index, fields) {
  const engines = [];
  for (const piece of inPieces(index, AT_ONCE)) {
    engines.push(MiniSearch.loadJSON(unpacked(piece, fields), options(fields)));
    await breath();
  }
  return engines;
}

/** A moment in which a browser sees to its reader. */
export const breath = () => new Promise((done) => setTimeout(done));

/**
 * @param {string} name
 * @param {URL} folder
 * @returns {Promise<Part>}
 */
async function fetched(name, folder) {
  const address = new URL(`${name}.json`, folder);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
}
