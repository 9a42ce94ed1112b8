// What a reader's own browser keeps for them. Where storage is switched off or full, nothing is kept, and nothing breaks.

/** @typedef {"device" | "tab"} Place until it is let go of, or until the tab is closed */

/** @type {Record<Place, () => Storage>} to ask for a storage that is switched off is an error too */
const STORAGE = { device: () => localStorage, tab: () => sessionStorage };

/**
 * What was kept under a name, or null.
 * @param {string} name
 * @param {Place} place
 */
export const remembered = (name, place = "device") => attempt(() => STORAGE[place]().getItem(name));

/**
 * The names under which something is kept on the device, whoever kept it.
 * @returns {string[]}
 */
export const names = () => attempt(() => Object.keys(localStorage)) ?? [];

/**
 * Keep a text under a name. Returns whether it is kept.
 * @param {string} name
 * @param {string} value
 * @param {Place} place
 */
export const remember = (name, value, place = "device") =>
  attempt(() => {
    STORAGE[place]().setItem(name, value);
    return true;
  }) ?? false;

/**
 * Let go of what is kept under a name. Returns whether it is gone.
 * @param {string} name
 * @param {Place} place
 */
export const forget = (name, place = "device") =>
  attempt(() => {
    STORAGE[place]().removeItem(name);
    return true;
  }) ?? false;

/**
 * What was kept under a name as JSON; null of what is none.
 * @param {string} name
 * @returns {unknown}
 */
export const read = (name) => attempt(() => JSON.parse(remembered(name) ?? "null"));

/**
 * @template Value
 * @param {() => Value} use
 */
function attempt(use) {
  try {
    return use();
  } catch {
    return null;
  }
}
