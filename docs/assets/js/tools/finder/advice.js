// Where nothing fits: what would be found with one answer fewer, and the way back to everything.
import { element } from "../../lib/dom.js";
import { pieces, say } from "../../lib/texts.js";

/**
 * @param {import("./form.js").Question} question
 * @param {object} around
 * @param {import("./form.js").Form} around.form
 * @param {import("../../lib/texts.js").Texts} around.texts
 * @param {(question: import("./form.js").Question) => number} around.count how much another question would find
 */
export function advice(question, { form, texts, count }) {
  const ways = fewer(question)
    .map(({ without, rest }) => ({ without, rest, found: count(rest) }))
    .filter(({ found }) => found)
    .map(({ without, rest, found }) => {
      const text = say(texts, "without", { label: form.label(without), count: found });
      return element("li", {}, element("a", { href: form.addressOf(rest) }, text));
    });
  const everything = element("a", { href: form.page }, say(texts, "see-everything"));
  const start = element("p", {}, ...pieces(texts, "try-other-words", { everything }));
  return ways.length ? [element("p", {}, say(texts, "leave-out")), element("ul", {}, ...ways), start] : [start];
}

/**
 * Each question with one answer fewer that still asks something.
 * @param {import("./form.js").Question} question
 */
export function fewer(question) {
  return Object.keys(question)
    .map((without) => ({
      without,
      rest: Object.fromEntries(Object.entries(question).filter(([name]) => name !== without)),
    }))
    .filter(({ rest }) => Object.keys(rest).length > 0);
}
