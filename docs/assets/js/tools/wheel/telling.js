// What is said beside a wheel: its words, and of each what the list below tells of it; of two wheels, how they compare.
import { element, find, findAll } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { compared, differences, NONE } from "./marks.js";

/** @typedef {Pick<import("../wheel.js").Segment, "word" | "marks">} Marked */
/** @typedef {import("../../lib/texts.js").Texts} Texts */

/**
 * How two wheels compare, a line for each outcome.
 * @param {Marked[]} segments
 * @param {Texts} texts
 */
export function comparison(segments, texts) {
  const lines = /** @type {const} */ (["overlap", "differ", "only-mine", "only-other"]).flatMap((outcome) => {
    const alike = segments.filter(({ marks: { mine = NONE, other = NONE } }) => compared(mine, other) === outcome);
    const words = alike.map((segment) => (outcome === "differ" ? differing(segment, texts) : segment.word));
    return words.length ? [say(texts, outcome, { words: listing().format(words) })] : [];
  });
  return (lines.length ? lines : [say(texts, "neither")]).map((line) => element("li", {}, line));
}

/**
 * @param {Marked} segment
 * @param {Texts} texts
 */
function differing({ word, marks: { mine = NONE, other = NONE } }, texts) {
  const how = differences(mine, other).map((name) => say(texts, name));
  return say(texts, "how", { word, how: listing().format(how) });
}

const listing = () => new Intl.ListFormat(document.documentElement.lang);

/**
 * What the list below tells under a heading, with its word in place of the heading, and without ids: they stay in the list.
 * @param {HTMLHeadingElement} heading
 */
export function toldBelow(heading) {
  const copies = [...(heading.parentElement?.children ?? [])]
    .slice(1)
    .map((part) => /** @type {Element} */ (part.cloneNode(true)));
  for (const copy of copies)
    for (const part of [copy, ...findAll(copy, "[id]", HTMLElement)]) part.removeAttribute("id");
  return [element("p", { class: "chosen-word" }, heading.textContent ?? ""), ...copies];
}

/**
 * The words of a wheel as the list below has them, in the order of the drawing: "Gender" where it says "G: Gender", and all
 * of "R: to be confirmed" where no source gives a word.
 * @param {SVGSVGElement} svg as the page has it, each of its words a link
 * @returns {{ id: string, word: string }[]} both are nothing where a segment is empty
 */
export const wordsOf = (svg) =>
  findAll(svg, ".wedge", SVGGElement).map((wedge) => {
    const link = wedge.querySelector("a")?.getAttribute("href");
    if (!link) return { id: "", word: "" };
    const told = find(document, link, HTMLHeadingElement).textContent ?? "";
    const isOpen = wedge.classList.contains("wedge-open");
    return { id: link.replace("#segment-", ""), word: isOpen ? told : told.replace(/^[^:]*: /, "") };
  });
