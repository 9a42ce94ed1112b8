// Chips: what a reader chooses of what questions say of themselves, and where it stands in the address.

/** @typedef {[name: string, value: string][]} Chosen what a question is to say of itself, such as ["depth", "light"] */

/**
 * Whether a question says of itself all that was chosen: of each name one of its values.
 * @param {Record<string, string | undefined>} said from a name to its values, with a space between
 * @param {Chosen} chosen
 */
export const fits = (said, chosen) =>
  chosen.every(([name]) =>
    chosen.some(([other, value]) => other === name && (said[name] ?? "").split(" ").includes(value)),
  );

/**
 * Where this page stands with what was chosen.
 * @param {Chosen} chosen
 */
export const address = (chosen) =>
  `${location.pathname}${chosen.length ? `?${new URLSearchParams(chosen)}` : ""}${location.hash}`;
