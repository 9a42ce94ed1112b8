// What stands on the page of a pack: its cover, and a part for each document.
import { element } from "../../lib/dom.js";
import { timeOf } from "../../lib/pack.js";
import { whole } from "../../lib/short.js";
import { range, say } from "../../lib/texts.js";

/** @typedef {import("../../lib/texts.js").Texts} Texts */
/** @typedef {import("../../lib/short.js").Short} Short */
/** @typedef {{ link: string, title: string, brief: Short | null | undefined, item: HTMLElement }} Part one that was not found has null, one that could not be asked for nothing */

/**
 * @param {string} key
 * @param {Texts} texts
 * @param {string} title whose it is, for screen readers; or nothing
 */
const button = (key, texts, title = "") =>
  element(
    "button",
    { type: "button", class: "quiet", "data-do": key, ...(title && { "aria-label": `${say(texts, key)}: ${title}` }) },
    say(texts, key),
  );

/**
 * The cover: how long it takes, what is in it, and what is needed.
 * @param {Part[]} parts
 * @param {Texts} texts
 */
export function cover(parts, texts) {
  const documents = parts.flatMap((part) => part.brief ?? []);
  const kit = [...new Set(documents.flatMap((document) => document.kit))];
  const lines = parts.map(({ title, brief }) =>
    element("li", {}, [title, ...(brief ? [brief.kind, brief.facts[0]] : [])].filter(Boolean).join(" · ")),
  );
  return [
    element("p", { class: "minutes" }, time(documents, texts)),
    element("h2", {}, say(texts, "contents")),
    element("ol", {}, ...lines),
    ...(kit.length
      ? [element("h2", {}, say(texts, "kit")), element("ul", {}, ...kit.map((thing) => element("li", {}, thing)))]
      : []),
    element("p", { class: "buttons" }, button("print", texts), button("copy", texts)),
    element("p", { class: "print-only fine" }, location.href),
  ];
}

/**
 * @param {Short[]} documents
 * @param {Texts} texts
 */
function time(documents, texts) {
  const { minutes, untimed } = timeOf(documents);
  if (!minutes[1]) return say(texts, "no-time");
  const sum = say(texts, "minutes", { range: range(minutes), count: minutes[1] });
  return untimed ? say(texts, "and-untimed", { time: sum, count: untimed }) : sum;
}

/**
 * A document in a pack. Its words are plain text, wherever they come from.
 * @param {string} link
 * @param {Short | null | undefined} brief
 * @param {string} words what the reader wrote to it
 * @param {Texts} texts
 * @returns {Part}
 */
export function part(link, brief, words, texts) {
  const title = brief?.title ?? link;
  const ways = element("p", { class: "buttons" }, ...["up", "down", "remove"].map((key) => button(key, texts, title)));
  const inside = brief
    ? told(brief, words, texts)
    : [element("p", {}, say(texts, brief === null ? "gone" : "not-fetched", { link }))];
  return { link, title, brief, item: element("li", { "data-link": link }, ...inside, ways) };
}

/**
 * @param {string} title
 * @param {...Node} inside
 */
const fold = (title, ...inside) => element("details", {}, element("summary", {}, title), ...inside);

/**
 * @param {Short} document
 * @param {string} words
 * @param {Texts} texts
 */
function told({ link, kind, title, summary, address, facts, credit, safety, care, sections, files }, words, texts) {
  const id = `words-${link.replace(":", "-")}`;
  const field = element("textarea", { id, rows: "2", dir: "auto", spellcheck: "false", autocomplete: "off" });
  /** @type {HTMLTextAreaElement} */ (field).value = words;
  const sheets = files.map(([name, file, about]) =>
    element("li", {}, element("a", { href: whole(file) }, name), " ", element("span", { class: "fine" }, about)),
  );
  const inside = [...care, ...sections].flatMap(({ title, line, points }) => [
    element("h3", {}, title),
    ...(line ? [element("p", { class: "fine" }, line)] : []),
    ...(points.length ? [element("ul", {}, ...points.map((point) => element("li", {}, point)))] : []),
  ]);
  return [
    element("h2", {}, element("a", { href: whole(address) }, title)),
    element("p", { class: "fine" }, [kind, ...facts].join(" · ")),
    element("p", {}, summary),
    element("p", { class: "fine" }, credit),
    ...(safety ? [element("p", {}, element("a", { href: whole(safety) }, say(texts, "safety")))] : []),
    ...(sheets.length
      ? [fold(say(texts, "sheets", { count: sheets.length }), element("ul", { class: "files" }, ...sheets))]
      : []),
    ...(inside.length ? [fold(say(texts, "inside"), ...inside)] : []),
    element("label", { for: id }, say(texts, "note", { title })),
    field,
    element("p", { class: "written print-only", dir: "auto" }, words),
  ];
}
