// A QR code as a drawing: dark squares on white, whatever the colours of the page.
import { generate } from "lean-qr";
import { drawn } from "../../lib/dom.js";

const EDGE = 4; // squares of white around it, as the standard asks

/** @param {string} text */
export function code(text) {
  const squares = generate(text);
  const size = squares.size + 2 * EDGE;
  let path = "";
  for (let y = 0; y < squares.size; y++) {
    for (let x = 0; x < squares.size; x++) if (squares.get(x, y)) path += `M${x + EDGE} ${y + EDGE}h1v1h-1z`;
  }
  return drawn(
    "svg",
    { viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true", "shape-rendering": "crispEdges" },
    drawn("path", { fill: "#fff", d: `M0 0h${size}v${size}H0z` }),
    drawn("path", { fill: "#000", d: path }),
  );
}
