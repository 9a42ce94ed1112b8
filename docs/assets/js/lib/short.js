// A document of the library in short, as the build wrote it: plain words, numbers, and addresses below the site's.
import { home } from "./address.js";
import { isLink } from "./written.js";

/**
 * @typedef {object} Short
 * @property {string} link "guide:its-id"
 * @property {string} kind in words
 * @property {string} title
 * @property {string} summary
 * @property {string} address
 * @property {string} safety the address of the page on how everyone is kept safe, or an empty string
 * @property {[number, number] | null} minutes the fewest and the most
 * @property {boolean} isTimed whether people meet around it
 * @property {string[]} facts
 * @property {string[]} kit
 * @property {string} credit what it rests on, and whether it was reviewed
 * @property {{ title: string, line: string, points: string[] }[]} care what is said to keep everyone safe
 * @property {{ title: string, line: string, points: string[] }[]} sections
 * @property {[title: string, address: string, facts: string][]} files
 */

/**
 * Ask for a document in short. Answers null where the library has no such document; fails where there is no network.
 * @param {string} link "guide:its-id"
 * @returns {Promise<Short | null>}
 */
export async function short(link) {
  if (!isLink(link)) return null;
  const answer = await fetch(new URL(`my-pack/${link.replace(":", "/")}.json`, home()));
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.json();
}

/**
 * A whole address for one below the site's.
 * @param {string} address
 */
export const whole = (address) => new URL(address, home()).href;
