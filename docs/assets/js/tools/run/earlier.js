// "We started 3 minutes ago": puts right by how much the step that runs began before the clock was told.
import { find } from "../../lib/dom.js";
import { correctable, MINUTE, SECOND } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { lasting } from "./words.js";

/**
 * @param {HTMLDetailsElement} panel
 * @param {import("../../lib/texts.js").Texts} texts
 * @param {object} clock
 * @param {() => import("../../lib/run/clock.js").Session} clock.session
 * @param {(event: import("../../lib/run/clock.js").Event) => void} clock.happen
 * @param {(message: string) => void} clock.tell
 */
export function startedEarlier(panel, texts, { session, happen, tell }) {
  /** @param {number} minutes */
  const correct = (minutes) => {
    if (!(minutes > 0)) return;
    const now = Date.now();
    const by = Math.min(minutes * MINUTE, correctable(session(), now));
    if (by >= SECOND) happen({ type: "corrected", at: now, by });
    panel.open = false;
    find(panel, "summary", HTMLElement).focus({ preventScroll: true });
    tell(say(texts, by < minutes * MINUTE ? "at-most" : "corrected", { time: lasting(texts, by) }));
  };
  panel.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLElement && target.dataset.earlier) correct(Number(target.dataset.earlier));
  });
  find(panel, "form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const field = find(panel, "[name=earlier]", HTMLInputElement);
    correct(Math.round(Number(field.value)));
    field.value = "";
  });
}
