// Chance: each of so many as likely as any other.

const RANGE = 2 ** 32;

/**
 * A whole number from 0 on, below a count.
 * @param {number} count
 * @param {() => number} random a whole number below 2 to the power of 32
 */
export function below(count, random = drawn) {
  const fair = RANGE - (RANGE % count); // what lies above would make the first of them likelier
  let number = random();
  while (number >= fair) number = random();
  return number % count;
}

const drawn = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
