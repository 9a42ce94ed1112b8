// The questions of a step, one at a time, or those of the bank it leads to. A step of one question, or none, is left
// as it stands.
import { element, find, findAll } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";

/**
 * @param {HTMLElement} step
 * @param {HTMLElement} root
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function prompts(step, root, texts) {
  const [turning] = findAll(step, ".run-turn-over", HTMLElement);
  return turning ? severalPrompts(step, turning, root, texts) : { turn() {}, change() {} };
}

/**
 * @param {HTMLElement} step
 * @param {HTMLElement} turning what turns them over
 * @param {HTMLElement} root
 * @param {import("../../lib/texts.js").Texts} texts
 */
function severalPrompts(step, turning, root, texts) {
  const own = step.querySelector(".run-ask > .prompts") ?? element("ol", { class: "prompts" });
  const place = find(turning, "span", HTMLElement);
  const [toBank] = findAll(turning, "[data-do=bank]", HTMLElement);
  const bank = toBank && lent(root, toBank.dataset.bank ?? "");
  let list = own;
  let at = 0;
  turning.before(own, ...(bank ? [bank] : []));

  const show = () => {
    const questions = findAll(list, "li", HTMLElement);
    for (const [index, question] of questions.entries()) question.hidden = index !== at;
    const areMany = questions.length > 1;
    place.textContent = areMany ? say(texts, "prompt", { number: at + 1, count: questions.length }) : "";
    for (const button of findAll(turning, "[data-do^=prompt]", HTMLElement)) button.hidden = !areMany;
    turning.hidden = !areMany && !toBank;
    own.toggleAttribute("hidden", list !== own || questions.length === 0);
    bank?.toggleAttribute("hidden", list === own);
  };

  /** @param {number} by */
  const turn = (by) => {
    const count = list.children.length || 1;
    at = (at + by + count) % count;
    show();
  };

  const change = () => {
    list = list === own && bank ? bank : own;
    toBank?.setAttribute("aria-pressed", String(list !== own));
    at = 0;
    show();
  };

  show();
  return { turn, change };
}

/**
 * The questions of a bank, for one step.
 * @param {HTMLElement} root
 * @param {string} name
 */
const lent = (root, name) =>
  /** @type {Element} */ (find(root, `.run-bank[data-bank="${name}"] .prompts`, HTMLElement).cloneNode(true));
