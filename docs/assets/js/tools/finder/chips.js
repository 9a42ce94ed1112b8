// The answers that a question gives, above what was found, each on a button that takes it out.
import { element } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { withoutAnswer } from "./answers.js";

const COUNTED = /** @type {Record<string, string>} */ ({ minutes: "some-minutes", people: "some-people" });

/**
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Understood} understood
 * @param {import("./form.js").Form} form
 * @param {import("../../lib/texts.js").Texts} texts
 * @param {(question: import("./form.js").Question) => void} ask asks another question
 */
export function chips(question, understood, form, texts, ask) {
  return Object.keys(understood.filters).map((name) => {
    const answer = answered(name, understood, form, texts);
    const label = say(texts, "removes", { answer });
    const cross = element("span", { "aria-hidden": "true" }, "×");
    const chip = element("button", { type: "button", class: "take-out", "aria-label": label }, answer, cross);
    chip.addEventListener("click", () => ask(withoutAnswer(question, understood, name)));
    return element("li", {}, chip);
  });
}

/**
 * An answer as readers know it: as the form calls it, or as it was typed where the form does not offer it.
 * @param {string} name
 * @param {import("./asking.js").Understood} understood
 * @param {import("./form.js").Form} form
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function answered(name, { filters, setting }, form, texts) {
  const value = filters[name] ?? "";
  const key = COUNTED[name];
  if (key) return say(texts, key, { count: value });
  const typed = setting.find(({ row }) => row?.field === name)?.typed ?? value;
  return form.option(name, value) || typed;
}
