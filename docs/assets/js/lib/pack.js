// A pack: links to documents of the library, in a reader's own order. Its address holds it; a tab keeps it until it is closed.
import { forget, remember, remembered } from "./store.js";
import { isLink } from "./written.js";

const NAME = "pack";
export const MOST = 60; // things in a pack

/** @typedef {string[]} Links such as "guide:its-id", each once */

/**
 * The links in a text of them, with a comma between. What is no link, and what stands there twice, is left out.
 * @param {string} text
 * @returns {Links}
 */
export const linksIn = (text) => [...new Set(text.split(",").filter(isLink))].slice(0, MOST);

/**
 * The links that an address holds behind its #, or null where it holds no pack.
 * @param {string} hash
 */
export function linksAt(hash) {
  const text = new URLSearchParams(hash.replace(/^#/, "")).get("pack");
  return text === null ? null : linksIn(text);
}

/**
 * The part of an address that holds a pack; nothing of an empty one.
 * @param {Links} links
 */
export const placeOf = (links) => (links.length ? `#pack=${links.join(",")}` : "");

/**
 * The same links with one of them a place further up or down. It stays where it is at an end.
 * @param {Links} links
 * @param {string} link
 * @param {-1 | 1} by
 */
export function moved(links, link, by) {
  const at = links.indexOf(link);
  const other = links[at + by];
  if (at < 0 || other === undefined) return links;
  return links.map((held, place) => (place === at ? other : place === at + by ? link : held));
}

/**
 * How long all of them take together, and how many of those that people meet around have no set time.
 * @param {{ minutes: [number, number] | null, isTimed: boolean }[]} documents
 */
export function timeOf(documents) {
  const timed = documents.flatMap(({ minutes }) => (minutes ? [minutes] : []));
  const sum = (/** @type {0 | 1} */ end) => timed.reduce((total, minutes) => total + minutes[end], 0);
  const untimed = documents.filter(({ isTimed, minutes }) => isTimed && !minutes).length;
  return { minutes: /** @type {[number, number]} */ ([sum(0), sum(1)]), untimed };
}

/** The pack of this tab. @returns {Links} */
export const kept = () => linksIn(remembered(NAME, "tab") ?? "");

/** Whether these are more than a pack holds. @param {Links} links */
export const isTooMany = (links) => links.length > MOST;

/**
 * Keep a pack until the tab is closed; nothing of an empty one. Returns whether it is kept: all of it, or else the pack
 * stays as it was.
 * @param {Links} links
 */
export function keep(links) {
  if (isTooMany(links)) return false;
  return links.length ? remember(NAME, links.join(","), "tab") : forget(NAME, "tab");
}
