// The questions of a step, one at a time, or those of the bank it leads to.
import { element, find, findAll } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";

/**
 * @param {HTMLElement} step
 * @param {HTMLElement} root
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function prompts(step, root, texts) {
  const own = step.querySelector(".run-ask > .prompts");
  const turning = find(step, ".run-turn-over", HTMLElement);
  const place = find(turning, "span", HTMLElement);
  const toBank = turning.querySelector("[data-do=bank]");
  let list = own;
  let at = 0;

  const show = () => {
    const questions = list ? findAll(list, "li", HTMLElement) : [];
    for (const [index, question] of questions.entries()) question.hidden = index !== at;
    const areMany = questions.length > 1;
    place.textContent = areMany ? say(texts, "prompt", { number: at + 1, count: questions.length }) : "";
    for (const button of findAll(turning, "[data-do^=prompt]", HTMLElement)) button.hidden = !areMany;
    turning.hidden = !areMany && !toBank;
    return questions.length;
  };

  /** @param {number} by */
  const turn = (by) => {
    const count = list ? list.children.length : 0;
    at = count ? (at + by + count) % count : 0;
    show();
  };

  const change = () => {
    const name = toBank instanceof HTMLElement ? toBank.dataset.bank : "";
    const bank = list === own ? find(root, `.run-bank[data-bank="${name}"] .prompts`, HTMLElement) : null;
    if (list !== own) list?.remove();
    list = bank
      ? element("ol", { class: "prompts" }, ...[...bank.children].map((question) => question.cloneNode(true)))
      : own;
    if (bank) turning.before(/** @type {Element} */ (list));
    if (own instanceof HTMLElement) own.hidden = bank !== null;
    toBank?.setAttribute("aria-pressed", String(bank !== null));
    at = 0;
    show();
  };

  show();
  return { turn, change };
}
