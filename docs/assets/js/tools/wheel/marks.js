// What a reader marks on a wheel, and how two wheels compare. No page is asked: this is known of marks alone.

/**
 * @typedef {object} Mark
 * @property {string} seen visible, invisible or nothing
 * @property {string} voiced voiced, unvoiced or nothing
 * @property {boolean} most whether it matters most
 */
/** @typedef {"overlap" | "differ" | "only-mine" | "only-other" | "none"} Outcome */

/** @type {Readonly<Mark>} */
export const NONE = Object.freeze({ seen: "", voiced: "", most: false });

const SIGNS = ["visible", "invisible", "voiced", "unvoiced", "most"];

/**
 * The names of a mark's signs, in the order in which they are drawn and read.
 * @param {Mark} mark
 */
export const signs = ({ seen, voiced, most }) =>
  SIGNS.filter((sign) => sign === seen || sign === voiced || (most && sign === "most"));

/** @param {Mark} mark */
export const isMarked = (mark) => signs(mark).length > 0;

/**
 * In what a word differs on two wheels that both mark it. What one of them does not say is no difference.
 * @param {Mark} mine
 * @param {Mark} other
 */
export function differences(mine, other) {
  const differs = {
    "differ-seen": mine.seen && other.seen && mine.seen !== other.seen,
    "differ-voiced": mine.voiced && other.voiced && mine.voiced !== other.voiced,
    "differ-most": mine.most !== other.most,
  };
  return Object.entries(differs).flatMap(([name, is]) => (is ? [name] : []));
}

/**
 * The signs outside a segment: those of the wheel that is looked at, or how the two compare.
 * @param {string} whose mine, other or both
 * @param {Mark} mine
 * @param {Mark} other
 */
export function signsOf(whose, mine, other) {
  if (whose !== "both") return signs(whose === "mine" ? mine : other);
  const outcome = compared(mine, other);
  return outcome === "overlap" || outcome === "differ" ? [outcome] : [];
}

/**
 * How one word stands on two wheels.
 * @param {Mark} mine
 * @param {Mark} other
 * @returns {Outcome}
 */
export function compared(mine, other) {
  if (!isMarked(mine)) return isMarked(other) ? "only-other" : "none";
  if (!isMarked(other)) return "only-mine";
  return differences(mine, other).length ? "differ" : "overlap";
}
