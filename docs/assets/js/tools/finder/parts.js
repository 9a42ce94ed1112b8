// The index. A small library's is one file. A large one's is two: the first is enough for an answer, and is loaded at once;
// the second has the rest, and the lines that say why something matched. Of both, a question opens the terms it asks for alone.
// A part that could not be fetched is asked for again the next time.
import MiniSearch from "minisearch";
import { open, options, unpacked } from "../../lib/index.js";
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
 * @property {import("./reading.js").Told} [synonyms]
 * @property {Columns<Lines>} [lines]
 *
 * @typedef {object} Index
 * @property {string} digest
 * @property {Columns<Facts>} shown
 * @property {import("./reading.js").Synonyms} synonyms
 * @property {import("../../lib/index.js").Opened[]} opened its parts that are here
 * @property {Set<string>} terms all of them
 * @property {Columns<Lines>} [lines]
 */

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
    const asked = parts.get(name) ?? load().then(afterBreath);
    parts.set(name, asked);
    asked.catch(() => parts.delete(name));
    return asked;
  }

  /** The rest, on its way while the first part is opened, and read only afterwards. @type {Promise<Response> | undefined} */
  let coming;
  const rest = () => {
    const asked = coming ?? fetched("full", folder);
    coming = undefined;
    return asked.then(read);
  };

  const brief = () =>
    once("first", async () => {
      const part = await read(await fetched("first", folder));
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
 * @returns {Index}
 */
export function opened({ digest, fields, index, shown, synonyms, lines }) {
  if (!shown || !synonyms) throw new Error("The first part of the index shows nothing");
  const part = open(index, fields);
  const terms = new Set(part.places.keys());
  return { digest, shown, synonyms: openSynonyms(synonyms), opened: [part], terms, ...(lines && { lines }) };
}

/**
 * Both parts of an index.
 * @param {Index} first
 * @param {Part} part the second
 * @returns {Index}
 */
export function joined(first, { digest, fields, index, lines }) {
  if (digest !== first.digest) throw new Error("The parts of the index are of two builds");
  const part = open(index, fields);
  const terms = new Set([...first.terms, ...part.places.keys()]);
  return { ...first, opened: [...first.opened, part], terms, ...(lines && { lines }) };
}

/**
 * What searches the index for the words of a question, one for each part of it.
 * @param {import("./meaning.js").Part[]} parts of the question
 * @param {Index} index
 */
export function enginesFor(parts, { opened, terms }) {
  const ways = parts.flatMap(({ ways }) => ways);
  const asked = new Set(ways.flatMap((way) => (way.isStart ? startingWith(way.terms, terms) : way.terms)));
  return opened.map((part) => MiniSearch.loadJS(unpacked(part, asked), options(part.fields)));
}

/**
 * @param {string[]} starts
 * @param {Set<string>} terms
 */
const startingWith = (starts, terms) => [...terms].filter((term) => starts.some((start) => term.startsWith(start)));

/** A moment in which a browser sees to its reader. */
export const breath = () => new Promise((done) => setTimeout(done));

/** What took long to get ready, once a browser has seen to its reader. @template Ready @param {Ready} ready */
async function afterBreath(ready) {
  await breath();
  return ready;
}

/**
 * @param {string} name
 * @param {URL} folder
 */
async function fetched(name, folder) {
  const address = new URL(`${name}.json`, folder);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

/** @param {Response} answer @returns {Promise<Part>} */
const read = (answer) => answer.json().then(afterBreath);
