// A wheel's geometry where a reader changes it: hooks/library/formats/html/wheel.py draws it first, and says what it means.
const INNER = 46;
const OUTER = 214;
const RIM = 231;
const SIGN = 23;
const INSET = 4;
const LARGEST = 23;
const ROOM = OUTER - INNER - 16;
const WIDTH = 0.56;
const ONE_LINE = 12;

/**
 * Where a segment of so many stands. outline, edge: paths. turn: of its word, in degrees clockwise.
 * @param {number} at
 * @param {number} count
 */
export function segment(at, count) {
  const step = (2 * Math.PI) / count;
  const middle = ((at + 0.5) * step * 180) / Math.PI;
  const isOnTheLeft = middle > 180;
  return {
    outline: outline(at * step, step, 0),
    edge: outline(at * step, step, INSET),
    turn: tenth(isOnTheLeft ? middle + 90 : middle - 90),
    x: (OUTER - 10) * (isOnTheLeft ? -1 : 1),
    anchor: isOnTheLeft ? "start" : "end",
  };
}

/**
 * A word in lines, each with how far its foot is below the middle of the segment, and the height of its letters.
 * @param {string} word
 */
export function written(word) {
  const space = word.lastIndexOf(" ");
  const isLong = space > 0 && word.length > ONE_LINE;
  const lines = isLong ? [word.slice(0, space), word.slice(space + 1)] : [word];
  const size = Math.min(LARGEST, ...lines.map((line) => ROOM / (WIDTH * line.length)));
  const first = 0.35 - 0.55 * (lines.length - 1);
  return { size: tenth(size), lines: lines.map((text, row) => ({ text, y: tenth(size * (first + 1.1 * row)) })) };
}

/**
 * Where each of a few signs stands outside a segment.
 * @param {number} at
 * @param {number} count of segments
 * @param {number} signs
 */
export function rim(at, count, signs) {
  const middle = ((at + 0.5) * 2 * Math.PI) / count;
  return Array.from({ length: signs }, (_, number) => point(RIM, middle + ((number - (signs - 1) / 2) * SIGN) / RIM));
}

/**
 * A tint that neither neighbour has.
 * @param {number} before
 * @param {number} after
 */
export const between = (before, after) => [0, 1, 2].find((tint) => tint !== before && tint !== after) ?? 0;

/**
 * @param {number} start
 * @param {number} step
 * @param {number} inset
 */
function outline(start, step, inset) {
  const [outer, inner, end] = [OUTER - inset, INNER + inset, start + step];
  const [wide, narrow, big] = [Math.asin(inset / outer), Math.asin(inset / inner), Number(step > Math.PI)];
  return (
    `M${point(outer, start + wide)}A${outer} ${outer} 0 ${big} 1 ${point(outer, end - wide)}` +
    `L${point(inner, end - narrow)}A${inner} ${inner} 0 ${big} 0 ${point(inner, start + narrow)}Z`
  );
}

/**
 * @param {number} radius
 * @param {number} angle
 */
const point = (radius, angle) => `${tenth(radius * Math.sin(angle))} ${tenth(-radius * Math.cos(angle))}`;

/** @param {number} number */
const tenth = (number) => Math.round(number * 10) / 10 + 0; // and never "-0"
