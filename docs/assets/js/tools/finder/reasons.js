// Why something was found: the line of it that holds most of what was asked, with the words marked.
import { element } from "../../lib/dom.js";
import { term, tokens } from "../../lib/terms.js";
import { pieces } from "../../lib/texts.js";

// What people search for is no name of what is found: “trauma” finds a page on practice, “LGBTQ” one on identity and culture.
/** @type {[name: keyof import("./parts.js").Lines, key: string][]} */
const WHY = [
  ["prompts", "asks"],
  ["headings", "has-the-part"],
  ["names", "found-under"],
  ["summary", "is-about"],
  ["topic_words", "found-under"],
];

/**
 * The line that says best why something was found: its words for a reader, or its summary. Nothing before the lines are here.
 * @param {import("./ranking.js").Answer} answer
 * @param {import("./parts.js").Index} index
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function reason({ id, matched, facts }, { lines }, texts) {
  if (!lines) return [];
  const inTitle = count(facts.title, matched);
  const best = bestLine(id, lines, matched);
  if (best.count > inTitle) return pieces(texts, best.key, { line: marked(best.line, matched) });
  const isInTextAlone = matched.size > 0 && !best.count && !inTitle;
  const key = isInTextAlone ? "found-in-the-text" : "is-about";
  return pieces(texts, key, { line: marked(lines.summary[id] ?? "", matched) });
}

/**
 * The first of a thing's lines that holds most of the words that matched.
 * @param {number} id
 * @param {import("./parts.js").Columns<import("./parts.js").Lines>} lines
 * @param {Set<string>} matched
 */
function bestLine(id, lines, matched) {
  const counted = WHY.flatMap(([name, key]) =>
    [lines[name][id] ?? []].flat().map((line) => ({ line, key, count: count(line, matched) })),
  );
  return counted.reduce((best, line) => (line.count > best.count ? line : best), { line: "", key: "", count: 0 });
}

/**
 * A text with the words that matched marked in it.
 * @param {string} text
 * @param {Set<string>} matched
 */
export function marked(text, matched) {
  const parts = text.split(/([\p{L}\p{N}'’]+(?:[-‐‑][\p{L}\p{N}'’]+)*)/u);
  return parts.map((part) =>
    tokens(part).some((word) => isMatched(word, matched)) ? element("mark", {}, part) : part,
  );
}

/**
 * How many of the words that matched a text holds.
 * @param {string} text
 * @param {Set<string>} matched
 */
const count = (text, matched) =>
  new Set(
    tokens(text)
      .filter((word) => isMatched(word, matched))
      .map(term),
  ).size;

/**
 * @param {string} word
 * @param {Set<string>} matched
 */
const isMatched = (word, matched) => matched.has(term(word) ?? "");
