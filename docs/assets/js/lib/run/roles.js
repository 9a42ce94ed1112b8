// Who takes which part when a session is run again: parts move round the seats, so that over as many rounds as there are
// people each has had every part once.

/**
 * The seat of each part that one person takes; all other seats share what is left.
 * @param {string[]} parts ids of those that one person takes
 * @param {number} people how many there are
 * @param {number} round 0 for the first
 * @returns {{ seats: Record<string, number>, others: number[] }} seats are counted from 1
 */
export function seated(parts, people, round) {
  const seat = (/** @type {number} */ index) => ((index + round) % people) + 1;
  const seats = Object.fromEntries(parts.slice(0, people).map((part, index) => [part, seat(index)]));
  const taken = new Set(Object.values(seats));
  const others = Array.from({ length: people }, (_, index) => index + 1).filter((number) => !taken.has(number));
  return { seats, others };
}
