// The cards of the deck, and those that a reader keeps: in memory alone, and on paper where they ask for it.
import { element, find, findAll } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";

/**
 * @typedef {object} Question
 * @property {string} text
 * @property {string} stage when it comes in a conversation, or nothing
 * @property {string} depth
 * @property {string} about whom it looks at, with a space between
 * @property {string} credit whose it is, in a sentence
 * @property {string} bank the title of its bank
 * @property {string} of the id of its bank
 * @property {string} place its own place on the bank's page
 */

/**
 * @param {HTMLElement} root
 * @param {import("../deck.js").Given} given
 */
export function openCards(root, { texts, stages, depths, about, ours }) {
  const fold = find(root, ".kept", HTMLDetailsElement);
  const title = find(fold, "summary > *", HTMLElement);
  const list = find(fold, ".keeping", HTMLElement);
  const paper = find(root, ".on-paper", HTMLElement);
  /** @type {Set<Question>} */
  const kept = new Set();
  /** @type {WeakMap<Element, Question>} */
  const boxes = new WeakMap();

  /** @param {Question} question */
  function fine({ stage, depth, about: whom }) {
    const listing = new Intl.ListFormat(document.documentElement.lang);
    const named = listing.format(whom.split(" ").map((subject) => about[subject] ?? subject));
    const values = { depth: sentence(depths[depth] ?? depth), about: named };
    const name = stages[stage];
    return name ? say(texts, "fine", { stage: name, ...values }) : say(texts, "fine-any-stage", values);
  }

  /**
   * @param {Question} question
   * @param {boolean} isKept
   */
  function keep(question, isKept) {
    if (isKept) kept.add(question);
    else kept.delete(question);
    for (const box of findAll(root, ".tick input", HTMLInputElement))
      if (boxes.get(box) === question) box.checked = isKept;
    showKept();
  }

  function showKept() {
    title.textContent = say(texts, "kept", { count: kept.size });
    fold.classList.toggle("is-empty", !kept.size);
    root.classList.toggle("has-kept", kept.size > 0);
    list.replaceChildren(...[...kept].map(line));
    paper.replaceChildren(...[...kept].map(onPaper));
  }

  /** @param {Question} question */
  function line(question) {
    const away = element("button", { type: "button", class: "quiet" }, say(texts, "let-go"), " ", unseen(question));
    away.addEventListener("click", () => {
      keep(question, false);
      find(fold, "summary", HTMLElement).focus(); // the button goes away
    });
    return element("li", {}, element("span", {}, question.text), away);
  }

  /** @param {Question} question */
  const unseen = ({ text }) => element("span", { class: "unseen" }, say(texts, "keep-which", { question: text }));

  /** @param {Question} question */
  const onPaper = (question) =>
    element(
      "li",
      { class: "question" },
      element("p", { class: "prompt" }, question.text),
      element("p", { class: "fine" }, question.credit),
    );

  for (const button of findAll(fold, ".prints button", HTMLButtonElement))
    button.addEventListener("click", () => {
      root.dataset.print = button.value;
      print();
    });
  addEventListener("pageshow", showKept); // a browser that comes back may fill in what was ticked
  showKept();

  return {
    /**
     * A question as a card.
     * @param {Question} question
     * @param {string} person whom it is for, or nothing
     * @param {boolean} isUnderStage whether the heading above it says its stage
     */
    made(question, person = "", isUnderStage = false) {
      const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
      box.checked = kept.has(question);
      box.addEventListener("change", () => keep(question, box.checked));
      boxes.set(box, question);
      const bank = element("a", { href: question.place }, question.bank);
      return element(
        "li",
        { class: "question" },
        ...(person ? [element("p", { class: "person" }, person)] : []),
        element("p", { class: "prompt" }, question.text),
        element("p", { class: "fine" }, fine(isUnderStage ? { ...question, stage: "" } : question)),
        element("p", { class: "fine whose" }, bank, ".", ...(question.credit === ours ? [] : [" ", question.credit])),
        element("label", { class: "tick" }, box, " ", say(texts, "keep"), " ", unseen(question)),
      );
    },
  };
}

/** @param {string} words */
const sentence = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
