// Where little or nothing was found: what nearly fits, what was perhaps meant, what to leave out, and the way to everything.
import { element } from "../../lib/dom.js";
import { pieces, say } from "../../lib/texts.js";
import { fewer } from "./answers.js";
import { answered } from "./chips.js";

/**
 * @typedef {object} Around
 * @property {import("./form.js").Form} form
 * @property {import("../../lib/texts.js").Texts} texts
 * @property {(question: import("./form.js").Question) => number} count how much another question would find
 * @property {(answer: import("./ranking.js").Answer, why: (Node | string)[]) => HTMLElement} result
 * @property {(answer: import("./ranking.js").Answer) => (Node | string)[]} reasonOf why something is shown
 */

/**
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Outcome} outcome
 * @param {Around} around
 * @returns {HTMLElement[]}
 */
export function advice(question, outcome, around) {
  const near = nearest(outcome, around);
  return outcome.answers.length || outcome.urgent
    ? near
    : [...meant(question, outcome, around), ...near, ...otherwise(question, outcome, around)];
}

/**
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Outcome} outcome
 * @param {Around} around
 */
function meant(question, { meant }, { form, texts, count }) {
  const other = { ...question, q: meant };
  if (!meant || !count(other)) return [];
  const words = element("a", { href: form.addressOf(other) }, meant);
  return [element("p", { class: "meant" }, ...pieces(texts, "did-you-mean", { words }))];
}

/**
 * @param {import("./asking.js").Outcome} outcome
 * @param {Around} around
 */
function nearest({ near, answers, understood }, { form, texts, result, reasonOf }) {
  if (!near.length) return [];
  const why = (/** @type {import("./ranking.js").Answer} */ answer) =>
    answer.lacks ? [] : [...reasonOf(answer), element("br")];
  const heading = element("h2", {}, say(texts, answers.length ? "nearly-fits" : "nearest"));
  const list = near.map((answer) => result(answer, [...why(answer), lack(answer, understood, form, texts)]));
  return [heading, element("ol", { class: "results" }, ...list)];
}

/**
 * What a thing lacks, in words.
 * @param {import("./ranking.js").Answer} answer
 * @param {import("./asking.js").Understood} understood
 * @param {import("./form.js").Form} form
 * @param {import("../../lib/texts.js").Texts} texts
 */
function lack({ facts: { minutes, people }, lacks = "", without = [] }, understood, form, texts) {
  if (!lacks) {
    return say(texts, "does-not-hold", { words: quoted(without, texts) });
  }
  const [least, most] = people ?? [];
  if (lacks === "people" && people) return say(texts, "for-people", { range: `${least}–${most}` });
  const needed = minutes?.[0] ?? 0;
  const count = needed - Number(understood.filters.minutes);
  if (lacks === "minutes" && count > 0) return say(texts, "needs-minutes", { count, least: needed });
  return say(texts, "other-answer", { label: form.label(lacks), answer: answered(lacks, understood, form, texts) });
}

/**
 * Words as they were typed, each in quotation marks.
 * @param {string[]} words
 * @param {import("../../lib/texts.js").Texts} texts
 */
export const quoted = (words, texts) => words.map((word) => say(texts, "quoted", { word })).join(", ");

/**
 * Which answers to leave out, topics to choose from, and the way to everything.
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Outcome} outcome
 * @param {Around} around
 */
function otherwise(question, { understood }, { form, texts, count }) {
  const ways = fewer(question, understood)
    .map((way) => ({ ...way, found: count(way.rest) }))
    .filter(({ found }) => found)
    .map(({ without, rest, found }) => {
      const isWords = without === "q";
      const text = say(texts, isWords ? "without-words" : "without", { label: form.label(without), count: found });
      return element("li", {}, element("a", { href: form.addressOf(rest) }, text));
    });
  const topics = form
    .options("topic")
    .map(({ value, label }) => element("li", {}, element("a", { href: form.addressOf({ topic: value }) }, label)));
  const everything = element("a", { href: form.page }, say(texts, "see-everything"));
  return [
    ...(ways.length ? [element("p", {}, say(texts, "leave-out")), element("ul", {}, ...ways)] : []),
    element("p", {}, ...pieces(texts, "try-other-words", { everything })),
    ...(topics.length
      ? [element("p", {}, say(texts, "by-topic")), element("ul", { class: "choices" }, ...topics)]
      : []),
  ];
}
