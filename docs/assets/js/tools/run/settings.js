// How the time is shown, and whether there are sounds and single keys.
import { start as startMenu } from "../../frame/menu.js";
import { find, findAll } from "../../lib/dom.js";

/**
 * @param {HTMLElement} root
 * @param {import("./plan.js").Choices} choices
 * @param {(name: string, value: number) => void} change
 */
export function settings(root, choices, change) {
  const panel = find(root, ".run-settings", HTMLDetailsElement);
  for (const input of findAll(panel, "[name=look]", HTMLInputElement)) {
    input.checked = Number(input.value) === choices.look;
  }
  find(panel, "[name=keys]", HTMLInputElement).checked = choices.keys === 1;
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    change(target.name, target.type === "radio" ? Number(target.value) : Number(target.checked));
  });
  startMenu(panel);
}
