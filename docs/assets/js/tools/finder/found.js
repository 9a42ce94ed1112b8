// What stands where a question was asked: how much was found, the answers given, what comes first, the results, and advice.
import { home } from "../../lib/address.js";
import { element, find } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { advice } from "./advice.js";
import { answer } from "./asking.js";
import { chips } from "./chips.js";
import { openResults } from "./results.js";

const ALIKE = 6; // other words that are told at most

/**
 * @param {HTMLElement} root
 * @param {object} around
 * @param {import("../finder.js").Given} around.given
 * @param {import("./form.js").Form} around.form
 * @param {(question: import("./form.js").Question) => void} around.ask asks another question
 */
export function openFound(root, { given, form, ask }) {
  const { texts, scales } = given;
  const settings = { scales, numbers: say(texts, "numbers").split(" ") };
  const found = find(root, "#found", HTMLElement);
  const everything = find(root, "#everything", HTMLElement);
  const status = find(root, "[role=status]", HTMLElement); // there from the start, so that it is listened to
  const send = find(root, ".finder-send button", HTMLButtonElement);
  const more = find(found, "button.more", HTMLButtonElement);
  const results = openResults(find(found, "ol", HTMLOListElement), { given, form, more });
  const unasked = send.textContent;
  more.addEventListener("click", () => results.showMore());

  /** @param {string} place @param {(Node | string)[]} children */
  const put = (place, children) => find(found, place, HTMLElement).replaceChildren(...children);

  /**
   * @param {number} count
   * @param {string} [words]
   */
  function tell(count, words) {
    const [some, none] = words ? ["results-for", "nothing-for"] : ["results-that-fit", "nothing-that-fits"];
    send.textContent = say(texts, "show-results", { count });
    return say(texts, count ? some : none, { count, words: words ?? "" });
  }

  return {
    /** Make room for answers, or show everything again. @param {boolean} isAsked */
    open(isAsked) {
      found.hidden = !isAsked;
      everything.hidden = isAsked;
      delete document.documentElement.dataset.asked; // early.js hid the lists before they were drawn
    },

    /**
     * @param {import("./form.js").Question} question
     * @param {import("./parts.js").Index} index
     * @returns {import("./asking.js").Outcome}
     */
    outcome: (question, index) => answer(question, index, settings),

    /**
     * @param {import("./form.js").Question} question
     * @param {import("./parts.js").Index} index
     * @param {string[]} unused what of the address could not be used, in words
     */
    show(question, index, unused) {
      const outcome = answer(question, index, settings);
      const { answers, urgent, alike, understood } = outcome;
      const count = (/** @type {typeof question} */ other) => answer(other, index, settings).answers.length;
      status.textContent = [tell(answers.length + (urgent ? 1 : 0), question.q), ...unused].join(" ");
      results.show(answers, index);
      put(".chips", chips(question, understood, form, texts, ask));
      put(".first", urgent ? [first(urgent, texts)] : []);
      put(".alike", alike.length ? [say(texts, "also-looked-for", { words: alike.slice(0, ALIKE).join(", ") })] : []);
      put(".advice", advice(question, outcome, { form, texts, count, result: results.result }));
      found.dataset.from = index.lines ? "full" : "first";
    },

    /**
     * Show the rest of what is known of what was found, and move nothing where someone is reading it.
     * @param {import("./form.js").Question} question
     * @param {import("./parts.js").Index} index
     * @param {string[]} unused
     */
    complete(question, index, unused) {
      if (!results.areInUse()) return this.show(question, index, unused);
      results.explain(index);
      found.dataset.from = "full";
    },

    /** @param {string} sentence what is to be said above the list of everything; nothing, where there is nothing to say */
    showEverything(sentence) {
      this.open(false);
      status.textContent = sentence;
      send.textContent = unasked;
      results.clear();
    },

    /** Bring what was found into view. */
    goTo: () => status.scrollIntoView(),
  };
}

/**
 * What comes first where someone types the words of a hard moment.
 * @param {import("./parts.js").Facts} page
 * @param {import("../../lib/texts.js").Texts} texts
 */
const first = ({ url, title }, texts) =>
  element(
    "div",
    { class: "do-first" },
    element("p", { class: "card-kind" }, say(texts, "do-first")),
    element("p", { class: "card-title" }, element("a", { href: String(new URL(url, home())) }, title)),
    element("p", {}, say(texts, "danger-now")),
  );
