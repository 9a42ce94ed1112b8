// The finder: reads what is asked from the form or the address, finds it in the index, and says why each thing was found.
// Nothing is fetched before someone asks. The page lists everything where this script does not run.
import { home } from "../lib/address.js";
import { find } from "../lib/dom.js";
import { say } from "../lib/texts.js";
import { openForm } from "./finder/form.js";
import { openFound } from "./finder/found.js";
import { breath, openIndex } from "./finder/parts.js";

const PAUSE = 250; // ms after the last key before what was typed is asked

/**
 * What the page gives the finder.
 * @typedef {object} Given
 * @property {import("../lib/texts.js").Texts} texts
 * @property {Record<string, string[]>} scales from the name of an answer to its values, the least demanding first
 * @property {Record<string, string>} intensity what each intensity is called beside a result
 * @property {Record<string, string>} access what it takes to open what others publish, in words
 */

/**
 * @param {HTMLElement} root holds the form, the results and the list of everything
 * @param {Given} given
 */
export function start(root, given) {
  const { texts } = given;
  const form = openForm(find(root, "form.finder", HTMLFormElement), texts);
  const narrow = find(root, ".finder-more", HTMLButtonElement);
  const area = openFound(root, { given, form, ask });
  const index = openIndex(new URL("find/", home()));
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  /**
   * Answer from the first part of the index, then from the whole of it: that there is nothing, the whole alone can tell.
   * @param {import("./finder/form.js").Question} question
   * @param {string[]} unused
   * @param {() => boolean} isLatest
   */
  async function showInTurn(question, unused, isLatest) {
    const brief = await index.first();
    if (!isLatest()) return;
    const outcome = area.outcome(question, brief);
    await breath();
    if (!isLatest()) return;
    if (brief.lines || outcome.answers.length > 0) area.show(question, brief, unused, outcome);
    const whole = await index.whole();
    if (whole === brief || !isLatest()) return;
    area.complete(question, whole, unused);
  }

  /**
   * Answer what the form asks now; a later question takes the place of an earlier one.
   * @param {string[]} unused what of the address could not be used, in words
   */
  async function update(unused = []) {
    const question = form.asked();
    const mine = ++turn;
    if (!Object.keys(question).length) return area.showEverything(unused.join(" "));
    area.open(true);
    try {
      await showInTurn(question, unused, () => mine === turn);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      area.showEverything(say(texts, "no-index"));
    }
  }

  /** Keep the question in the address, where it can be shared and come back to, and answer it. */
  function keep() {
    clearTimeout(pause);
    history.pushState(null, "", form.addressOf(form.asked()));
    return update();
  }

  /** @param {import("./finder/form.js").Question} question */
  async function ask(question) {
    form.fill(question);
    await keep();
    area.stay();
  }

  /** On a phone, the filters are folded away behind their button. */
  const areUnfolded = () => narrow.getAttribute("aria-expanded") === "true";
  /** @param {boolean} isOpen */
  const unfold = (isOpen) => narrow.setAttribute("aria-expanded", String(isOpen));

  form.element.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      history.replaceState(null, "", form.addressOf(form.asked()));
      update();
    }, PAUSE);
  });
  form.element.addEventListener("submit", (event) => {
    event.preventDefault();
    const wereUnfolded = areUnfolded();
    unfold(false);
    if (wereUnfolded) area.goTo();
    keep();
  });
  narrow.addEventListener("click", () => unfold(!areUnfolded()));
  addEventListener("popstate", () => update(form.readAddress()));
  update(form.readAddress());
}
