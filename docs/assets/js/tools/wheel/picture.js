// The drawing of a wheel, as a picture of the list beside it: it shows what is chosen and marked there, and a click on it
// chooses there. It is for seeing and pointing alone; everything it shows stands in the list in words.
import { drawn, find, findAll } from "../../lib/dom.js";
import { between, rim, segment, written } from "./drawing.js";

const SIGN = "23";

/** The signs of marks, in squares of 24: they stand beside the wheel, and in the list of what they mean. */
const SIGNS = {
  visible: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0z",
  invisible: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM4 3l16 18",
  voiced: "M3 4h18v12H11l-5 5v-5H3zM7 8.5h10M7 12h7",
  unvoiced: "M3 4h18v12H11l-5 5v-5H3zM4 1l16 20",
  most: "M12 2l3 7 7 .6-5.3 4.7 1.6 7.2-6.3-3.8-6.3 3.8 1.6-7.2L2 9.600 9 9z",
  overlap: "M4 9h16M4 15h16",
  differ: "M4 9h16M4 15h16M17 3L7 21",
};

/** Each sign once, for all places that use it. */
function signs() {
  const symbols = Object.entries(SIGNS).map(([name, d]) =>
    drawn(
      "symbol",
      { id: `mark-${name}`, viewBox: "0 0 24 24" },
      drawn("path", { d, class: name === "most" ? "solid" : "" }),
    ),
  );
  return drawn("svg", { class: "shapes", width: 0, height: 0, "aria-hidden": "true" }, ...symbols);
}

/**
 * Lines that a part of a picture is filled with. No page may hold such an element, so that it is made here.
 * @param {string} whose
 * @param {number} turn in degrees
 */
function hatching(whose, turn) {
  const square = { width: 11, height: 11, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  return drawn("pattern", { id: `hatch-${whose}`, ...square }, drawn("path", { class: "hatch", d: "M5 0v11" }));
}

/**
 * @param {SVGPathElement} shade
 * @param {string} whose
 */
function hatch(shade, whose) {
  shade.style.fill = `url(#hatch-${whose})`; // a style sheet would look for it in its own file, in some browsers
}

/**
 * @param {SVGSVGElement} svg
 * @param {(at: number) => void} choose
 */
export function openPicture(svg, choose) {
  const groups = findAll(svg, ".wedge", SVGGElement);
  for (const name of ["role", "aria-labelledby"]) svg.removeAttribute(name);
  svg.setAttribute("aria-hidden", "true");
  for (const name of findAll(svg, "title, desc", SVGElement)) name.remove(); // a title would show as a tip
  for (const link of findAll(svg, "a", SVGAElement)) link.replaceWith(...link.childNodes);
  svg.prepend(drawn("defs", {}, hatching("mine", 45), hatching("other", -45)));
  svg.parentElement?.after(signs()); // not within the wheel, whose paths look otherwise
  for (const sign of findAll(document, "[data-sign]", SVGSVGElement))
    sign.append(drawn("use", { href: `#mark-${sign.dataset.sign}` }));
  for (const shade of findAll(document, ".sign .shade", SVGPathElement)) // in the legend
    hatch(shade, shade.classList.contains("of-mine") ? "mine" : "other");
  groups.forEach(prepare);

  /** @param {SVGGElement} group */
  function prepare(group) {
    const outline = find(group, "path", SVGPathElement);
    if (!group.querySelector(".edge")) group.append(drawn("path", { class: "edge", fill: "none", d: "" }));
    if (!group.querySelector("text")) outline.after(drawn("text", {}));
    for (const whose of ["other", "mine"]) {
      const shade = drawn("path", { class: `shade of-${whose}`, d: "" });
      hatch(shade, whose);
      outline.after(shade);
    }
    group.append(drawn("g", { class: "rim" }));
    group.addEventListener("click", () => choose(groups.indexOf(group)));
  }

  function place() {
    groups.forEach((group, at) => {
      const { outline, edge, turn, x, anchor } = segment(at, groups.length);
      for (const path of findAll(group, ":scope > path:not(.edge)", SVGPathElement)) path.setAttribute("d", outline);
      find(group, ".edge", SVGPathElement).setAttribute("d", edge);
      const text = find(group, "text", SVGTextElement);
      text.setAttribute("transform", `rotate(${turn})`);
      text.setAttribute("text-anchor", anchor);
      for (const line of findAll(text, "[x]", SVGTSpanElement)) line.setAttribute("x", String(x));
    });
  }

  /** @param {SVGGElement | undefined} group */
  const tint = (group) => Number(group?.classList.value.match(/tint-(\d)/)?.[1]);

  place();
  return {
    /** One more segment, behind the last. */
    add() {
      const look = `wedge wedge-blank tint-${between(tint(groups[groups.length - 1]), tint(groups[0]))}`;
      const group = drawn("g", { class: look }, drawn("path", { d: "" }));
      prepare(group);
      groups.push(group);
      svg.append(group);
      place();
    },

    /** @param {number} at */
    remove(at) {
      groups.splice(at, 1)[0]?.remove();
      place();
    },

    /**
     * @param {number} at
     * @param {string} word or nothing
     */
    write(at, word) {
      const { size, lines } = written(word);
      const text = find(/** @type {SVGGElement} */ (groups[at]), "text", SVGTextElement);
      text.setAttribute("font-size", String(size));
      text.replaceChildren(...lines.map(({ text: line, y }) => drawn("tspan", { x: 0, y }, line)));
      place();
    },

    /**
     * Show at one segment, and at no other, what is true of one alone.
     * @param {"is-chosen" | "is-focused"} look
     * @param {number} at below 0 for none
     */
    mark(look, at) {
      for (const group of groups) group.classList.toggle(look, group === groups[at]);
    },

    /**
     * @param {number} at
     * @param {{ mine: boolean, other: boolean, signs: string[] }} shown the wheels that mark it, and the names of signs
     */
    shade(at, { mine, other, signs }) {
      const group = /** @type {SVGGElement} */ (groups[at]);
      for (const [whose, is] of Object.entries({ mine, other })) {
        group.classList.toggle(`is-${whose}`, is);
        find(group, `.of-${whose}`, SVGPathElement).setAttribute("visibility", is ? "visible" : "hidden");
      }
      const places = rim(at, groups.length, signs.length);
      const size = { x: -SIGN / 2, y: -SIGN / 2, width: SIGN, height: SIGN };
      const uses = signs.map((sign, number) =>
        drawn("use", { href: `#mark-${sign}`, ...size, transform: `translate(${places[number]})` }),
      );
      find(group, ".rim", SVGGElement).replaceChildren(...uses);
    },
  };
}
