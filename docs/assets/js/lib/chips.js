// Chips: what a reader chooses of what questions say of themselves, and where it stands in the address.
import { say } from "./texts.js";

/** @typedef {[name: string, value: string][]} Chosen what a question is to say of itself, such as ["depth", "light"] */

/**
 * Whether a question says of itself all that was chosen: of each name one of its values.
 * @param {Record<string, string | undefined>} values from a name to its values, with a space between
 * @param {Chosen} chosen
 */
export const fits = (values, chosen) =>
  chosen.every(([name]) =>
    chosen.some(([other, value]) => other === name && (values[name] ?? "").split(" ").includes(value)),
  );

/**
 * Where this page stands with what was chosen.
 * @param {Chosen} chosen
 */
export const address = (chosen) =>
  `${location.pathname}${chosen.length ? `?${new URLSearchParams(chosen)}` : ""}${location.hash}`;

/**
 * What a reader chose.
 * @param {HTMLInputElement[]} boxes those without a value choose nothing
 * @returns {Chosen}
 */
export const chosenOf = (boxes) =>
  boxes.filter(({ checked, value }) => checked && value).map(({ name, value }) => [name, value]);

/**
 * How many questions fit what was chosen, in words.
 * @param {import("./texts.js").Texts} texts
 * @param {Chosen} chosen
 * @param {number} count
 * @param {number} all
 */
export function counted(texts, chosen, count, all) {
  if (!chosen.length) return say(texts, "all", { count });
  return count ? say(texts, "shown", { count, all }) : say(texts, "none");
}
