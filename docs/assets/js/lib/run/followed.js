// What an address that was scanned says at an instant. Phones read it too, and some are old: nothing here is younger than
// 2013, which biome.json allows for.

/**
 * @typedef {object} Followed
 * @property {"r" | "p" | "e"} kind whether the clock runs, stands still, or has ended
 * @property {number} step
 * @property {number} spent seconds of it
 * @property {number | null} length in seconds; null where it has no set time
 */

var SHAPE = /^[rpe][0-9a-z]{1,3}\.[0-9a-z]{1,9}(\.[0-9a-z]{0,6})+$/;
var LATE = 600; // seconds for which a last step that ran out is still shown

/**
 * @param {string} text as follow.js writes it
 * @param {number} now milliseconds since 1970
 * @returns {Followed | null} nothing where the address says nothing
 */
export function followed(text, now) {
  if (!SHAPE.test(text)) return null;
  var kind = /** @type {Followed["kind"]} */ (text.charAt(0));
  var numbers = text.slice(1).split(".");
  var since = parseInt(numbers[1] || "", 36);
  var spent = kind === "r" ? Math.max(0, Math.round(now / 1000) - since) : since;
  var at = stepAt(numbers.slice(2), kind === "r" ? spent : -1);
  var length = at.length;
  if (kind === "r") spent = at.spent;
  if (kind === "r" && length !== null && spent > length + LATE) kind = "e";
  return { kind: kind, step: parseInt(numbers[0] || "", 36) + at.index, spent: spent, length: length };
}

/**
 * Which step runs after some seconds, where nobody touched the clock.
 * @param {string[]} lengths
 * @param {number} spent
 */
function stepAt(lengths, spent) {
  var index = 0;
  while (index < lengths.length - 1 && lengths[index] !== "" && spent >= seconds(lengths[index])) {
    spent -= seconds(lengths[index]);
    index++;
  }
  return { index: index, spent: spent, length: lengths[index] === "" ? null : seconds(lengths[index]) };
}

/** @param {string | undefined} text */
function seconds(text) {
  return parseInt(text || "0", 36);
}

/**
 * Whose turn it is: 0 for the first, and so on; the number of people once all had theirs.
 * @param {number} each minutes that each person has
 * @param {number} people how many take turns with each other
 * @param {Followed} at
 */
export function turnAt(each, people, at) {
  var length = at.length === null ? each * 60 : Math.min(each * 60, at.length / people);
  return Math.min(people, Math.floor(at.spent / length));
}
