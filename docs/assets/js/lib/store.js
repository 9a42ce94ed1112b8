// What a reader's own browser keeps for them. Where storage is switched off, nothing is kept, and nothing breaks.

/**
 * What was kept under a name, or null.
 * @param {string} name
 */
export const remembered = (name) => attempt(() => localStorage.getItem(name));

/**
 * Keep a text under a name.
 * @param {string} name
 * @param {string} value
 */
export const remember = (name, value) => void attempt(() => localStorage.setItem(name, value));

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
