// The finder: reads what is asked from the form or the address, finds it in the index, and says why each thing was found.
// Nothing is fetched before someone asks. The page lists everything where this script does not run.
import { home } from "../lib/address.js";
import { find } from "../lib/dom.js";
import { say } from "../lib/texts.js";
import { advice } from "./finder/advice.js";
import { answer } from "./finder/asking.js";
import { openForm } from "./finder/form.js";
import { openIndex } from "./finder/parts.js";
import { openResults } from "./finder/results.js";

const PAUSE = 250; // ms after the last key before what was typed is asked

/**
 * What the page gives the finder.
 * @typedef {object} Given
 * @property {import("../lib/texts.js").Texts} texts
 * @property {Record<string, string[]>} scales from the name of an answer to its values, the least demanding first
 * @property {Record<string, string>} intensity what each intensity is called beside a result
 */

/**
 * @param {HTMLElement} root holds the form, the results and the list of everything
 * @param {Given} given
 */
export function start(root, given) {
  const { texts, scales } = given;
  const form = openForm(find(root, "form.finder", HTMLFormElement), texts);
  const found = find(root, "#found", HTMLElement);
  const everything = find(root, "#everything", HTMLElement);
  const status = find(root, "[role=status]", HTMLElement); // there from the start, so that it is listened to
  const hints = find(found, ".advice", HTMLElement);
  const more = find(found, "button.more", HTMLButtonElement);
  const narrow = find(root, ".finder-more", HTMLDetailsElement);
  const results = openResults(find(found, "ol", HTMLOListElement), { given, form, more });
  const index = openIndex(new URL("find/", home()));
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  /** @param {boolean} isAsked */
  function showAnswers(isAsked) {
    found.hidden = !isAsked;
    everything.hidden = isAsked;
    delete document.documentElement.dataset.asked; // early.js hid the lists before they were drawn
  }

  /**
   * @param {import("./finder/form.js").Question} question
   * @param {import("./finder/parts.js").Index} parts
   * @param {string[]} unused
   */
  function show(question, parts, unused) {
    const answers = answer(question, parts, scales);
    const count = answers.length;
    const [some, none] = question.q ? ["results-for", "nothing-for"] : ["results-that-fit", "nothing-that-fits"];
    const outcome = say(texts, count ? some : none, { count, words: question.q ?? "" });
    results.show(answers, parts);
    status.textContent = [outcome, ...unused].join(" ");
    hints.replaceChildren(
      ...(count ? [] : advice(question, { form, texts, count: (fewer) => answer(fewer, parts, scales).length })),
    );
    found.dataset.from = parts.lines ? "full" : "first";
  }

  /** @param {string[]} unused */
  function showEverything(unused) {
    showAnswers(false);
    status.textContent = unused.join(" ");
    results.clear();
    hints.replaceChildren();
  }

  /**
   * Answer from the first part of the index, then from the whole of it.
   * @param {import("./finder/form.js").Question} question
   * @param {string[]} unused
   * @param {() => boolean} isLatest
   */
  async function showInTurn(question, unused, isLatest) {
    const first = await index.first();
    if (!isLatest()) return;
    show(question, first, unused);
    performance.mark("first-results");
    if (first.lines) return;
    const whole = await index.whole();
    if (!whole.lines || !isLatest()) return;
    if (!results.areInUse()) return show(question, whole, unused);
    results.explain(whole);
    found.dataset.from = "full";
  }

  /**
   * Answer what the form asks now; a later question takes the place of an earlier one.
   * @param {string[]} unused what of the address could not be used, in words
   */
  async function update(unused = []) {
    const question = form.asked();
    const mine = ++turn;
    if (!Object.keys(question).length) return showEverything(unused);
    showAnswers(true);
    try {
      await showInTurn(question, unused, () => mine === turn);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      showAnswers(false);
      status.textContent = say(texts, "no-index");
    }
  }

  form.element.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      history.replaceState(null, "", form.addressOf(form.asked()));
      update();
    }, PAUSE);
  });
  form.element.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    history.pushState(null, "", form.addressOf(form.asked()));
    update();
  });
  more.addEventListener("click", () => results.showMore());
  addEventListener("popstate", () => update(form.readAddress()));
  update(form.readAddress());
  narrow.open = matchMedia("(min-width: 48rem)").matches || !Object.keys(form.asked()).length;
}
