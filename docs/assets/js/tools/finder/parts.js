// The index, in two parts: the first is enough for an answer, and is loaded at once; the second has the rest, and the lines
// that say why something matched, and is loaded bit by bit: someone may be typing. A part that could not be fetched is
// asked for again the next time.
import MiniSearch from "minisearch";
import { options, unpacked } from "../../lib/index.js";

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
 */
/** @template Row @typedef {{ [Name in keyof Row]: Row[Name][] }} Columns a list for each name, with a place for each thing */
/** @typedef {{ names: string[], summary: string, prompts: string[], headings: string[], topic_words: string[] }} Lines */
/** @typedef {{ digest: string, fields: string[], index: import("../../lib/index.js").Packed }} Part */
/** @typedef {{ shown: Columns<Facts>, engines: MiniSearch[], lines?: Columns<Lines> }} Index */

const LOADED_BY = /** @type {const} */ ({ first: "loadJSON", full: "loadJSONAsync" });

/** @param {URL} folder */
export function openIndex(folder) {
  /** @type {Map<string, Promise<any>>} */
  const parts = new Map();
  /** @type {Index | undefined} */
  let whole;

  /** @param {keyof typeof LOADED_BY} name */
  function part(name) {
    const asked = parts.get(name) ?? fetched(new URL(`${name}.json`, folder), LOADED_BY[name]);
    parts.set(name, asked);
    asked.catch(() => parts.delete(name));
    return asked;
  }

  return {
    /** What is here of the index: the first part, or all of it. */
    async first() {
      const { shown, engine } = await part("first");
      return whole ?? /** @type {Index} */ ({ shown, engines: [engine] });
    },

    /** The whole index; the first part alone where the second can't be had, or is of another build. */
    async whole() {
      const [brief, full] = await Promise.all([part("first"), part("full").catch(() => null)]);
      if (full?.digest !== brief.digest) return this.first();
      whole = { shown: brief.shown, engines: [brief.engine, full.engine], lines: full.lines };
      return whole;
    },
  };
}

/**
 * @param {URL} address
 * @param {"loadJSON" | "loadJSONAsync"} load
 */
async function fetched(address, load) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const { index, ...part } = await answer.json();
  return { ...part, engine: await MiniSearch[load](unpacked(index, part.fields), options(part.fields)) };
}
