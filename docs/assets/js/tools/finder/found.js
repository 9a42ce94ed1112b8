// What stands where a question was asked: how much was found, the answers given, what comes first, the results, and advice.
import { home } from "../../lib/address.js";
import { element, find, findAll } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { advice, quoted } from "./advice.js";
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
  const area = find(root, "#found", HTMLElement);
  const everything = find(root, "#everything", HTMLElement);
  const status = find(root, "[role=status]", HTMLElement); // there from the start, so that it is listened to
  const send = find(root, ".finder-send .counts", HTMLElement); // shown while the results are out of sight
  const more = find(area, "button.more", HTMLButtonElement);
  const results = openResults(find(area, "ol", HTMLOListElement), { given, form, more });
  const unasked = send.textContent;
  more.addEventListener("click", () => results.showMore());

  /** @param {string} place @param {(Node | string)[]} children */
  const put = (place, children) => find(area, place, HTMLElement).replaceChildren(...children);

  /**
   * How much was found, in words.
   * @param {number} count
   * @param {import("./form.js").Question} question
   * @param {import("./ranking.js").Answer[]} near
   */
  function tell(count, { q: words = "", ...others }, near) {
    if (!words) return say(texts, count ? "results-that-fit" : "nothing-that-fits", { count });
    if (count) return say(texts, "results-for", { count, words });
    return say(texts, whyNothing(Object.keys(others).length > 0, near), { words });
  }

  return {
    /** Make room for answers, or show everything again. @param {boolean} isAsked */
    open(isAsked) {
      area.hidden = !isAsked;
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
     * @param {import("./asking.js").Outcome} outcome where it is known already
     */
    show(question, index, unused, outcome = answer(question, index, settings)) {
      const { answers, urgent, near, alike, passing, understood } = outcome;
      const count = (/** @type {typeof question} */ other) => answer(other, index, settings).answers.length;
      const total = answers.length + (urgent ? 1 : 0);
      const told = tell(total, question, near);
      status.textContent = [told, ...aboutNone(passing, texts), ...unused].join(" ");
      send.textContent = say(texts, total ? "show-results" : "show-nearest", { count: total });
      results.show(answers, index);
      put(".taken", chips(question, understood, form, texts, ask));
      put(".first", first(urgent, texts));
      put(".alike", also(alike, texts));
      put(
        ".advice",
        advice(question, outcome, { form, texts, count, result: results.result, reasonOf: results.reasonOf }),
      );
      area.dataset.from = index.lines ? "full" : "first";
      performance.mark("results"); // the first of them is measured: tests/bench/search.py
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
      area.dataset.from = "full";
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

    /** Stay where a chip was taken out: on the next, or on what was found. */
    stay: () => (findAll(area, ".take-out", HTMLButtonElement)[0] ?? status).focus(),
  };
}

/**
 * The key of what is said where nothing was found for some words.
 * @param {boolean} isNarrowed whether there is an answer of the form too
 * @param {import("./ranking.js").Answer[]} near
 */
function whyNothing(isNarrowed, near) {
  if (isNarrowed) return "nothing-for-that-fits";
  return near.some(({ without = [] }) => without.length > 0) ? "nothing-for-all" : "nothing-for";
}

/**
 * What comes first where someone types the words of a hard moment.
 * @param {import("./parts.js").Facts | undefined} page
 * @param {import("../../lib/texts.js").Texts} texts
 */
function first(page, texts) {
  if (!page) return [];
  const link = element("a", { href: String(new URL(page.url, home())) }, page.title);
  const box = element(
    "div",
    { class: "do-first" },
    element("p", { class: "card-kind" }, say(texts, "do-first")),
    element("p", { class: "card-title" }, link),
    element("p", {}, say(texts, "danger-now")),
  );
  return [box];
}

/**
 * @param {string[]} passing what nothing in the library is about
 * @param {import("../../lib/texts.js").Texts} texts
 */
const aboutNone = (passing, texts) =>
  passing.length ? [say(texts, "about-none", { words: quoted(passing, texts) })] : [];

/**
 * @param {string[]} alike the other words that were looked for
 * @param {import("../../lib/texts.js").Texts} texts
 */
const also = (alike, texts) =>
  alike.length ? [say(texts, "also-looked-for", { words: alike.slice(0, ALIKE).join(", ") })] : [];
