// A question bank, narrowed to the questions a reader wants. What was chosen stands in the address.
import { query } from "../lib/address.js";
import { address, chosenOf, counted, fits } from "../lib/chips.js";
import { find, findAll } from "../lib/dom.js";

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */

/**
 * @param {HTMLFormElement} root
 * @param {Given} given
 */
export function start(root, { texts }) {
  const boxes = findAll(root, "input", HTMLInputElement);
  const questions = findAll(document, ".question", HTMLElement);
  const phases = findAll(document, ".phase", HTMLElement);
  const status = find(root, "[role=status]", HTMLElement);
  const all = find(root, "[type=reset]", HTMLButtonElement);

  const show = () => {
    const chosen = chosenOf(boxes);
    for (const question of questions) question.hidden = !fits(question.dataset, chosen);
    for (const phase of phases) phase.hidden = findAll(phase, ".question:not([hidden])", HTMLElement).length === 0;
    const count = questions.filter((question) => !question.hidden).length;
    status.textContent = counted(texts, chosen, count, questions.length);
    all.hidden = chosen.length === 0;
    return chosen;
  };
  const change = () => history.replaceState(null, "", address(show()));

  for (const box of boxes) box.checked = query().some(([name, value]) => name === box.name && value === box.value);
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("change", change);
  root.addEventListener("reset", () => {
    for (const box of boxes) box.checked = false;
    find(root, "input", HTMLInputElement).focus(); // the button goes away
    change();
  });
  show();
}
