// The deck of all questions: narrowed, looked through, drawn from, kept and printed. What narrows it stands in the address;
// what was drawn and kept is in memory alone, until the page is left.
import { home, query } from "../lib/address.js";
import { address, chosenOf, counted, fits } from "../lib/chips.js";
import { element, find, findAll } from "../lib/dom.js";
import { say } from "../lib/texts.js";
import { openCards } from "./deck/cards.js";
import { another, DEEP, draw, inOrder } from "./deck/drawing.js";

const AT_ONCE = 24; // questions shown before somebody asks for more
const FEW = 6; // questions that are not put behind a button of their own

/**
 * What the page gives the deck.
 * @typedef {object} Given
 * @property {import("../lib/texts.js").Texts} texts
 * @property {string} file where the questions are, below the site's folder
 * @property {Record<string, string>} stages what each stage is called, in their order
 * @property {Record<string, string>} depths
 * @property {Record<string, string>} about
 * @property {string} ours whose most questions are, in a sentence: the page says it once
 */
/** @typedef {import("./deck/cards.js").Question} Question */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export async function start(root, given) {
  const { texts } = given;
  const status = find(root, ".count", HTMLElement);
  try {
    const questions = inOrder(await fetched(given.file), Object.keys(given.stages));
    open(root, given, questions);
  } catch (error) {
    console.warn(error);
    root.classList.add("not-loaded");
    status.textContent = say(texts, "not-loaded");
  }
}

/**
 * @param {HTMLElement} root
 * @param {Given} given
 * @param {Question[]} questions
 */
function open(root, given, questions) {
  const { texts } = given;
  const chips = find(root, ".chips", HTMLFormElement);
  const boxes = findAll(chips, "input", HTMLInputElement);
  const all = find(chips, "[type=reset]", HTMLButtonElement);
  const narrow = find(chips, ".narrow", HTMLButtonElement);
  const status = find(root, ".count", HTMLElement);
  const shown = find(root, ".shown", HTMLElement);
  const more = find(root, ".more-cards", HTMLButtonElement);
  const spoken = find(root, ".said", HTMLElement);
  const table = find(root, ".drawn", HTMLElement);
  const people = find(root, ".draws input", HTMLInputElement);
  const cards = openCards(root, given);
  /** @type {Set<Question>} */
  const drawn = new Set();
  /** @type {Question[]} */
  let fitting = [];
  let most = AT_ONCE;

  function show() {
    const asked = chosenOf(boxes);
    fitting = questions.filter(({ stage, depth, about, of }) => fits({ stage, depth, about, bank: of }, asked));
    const count = fitting.length;
    status.textContent = counted(texts, asked, count, questions.length);
    all.hidden = asked.length === 0;
    showCards();
    return asked;
  }

  function showCards() {
    const until = fitting.length - most <= FEW ? fitting.length : most;
    shown.replaceChildren(...grouped(fitting.slice(0, until)).map(([stage, listed]) => part(stage, listed)));
    const left = fitting.length - until;
    more.hidden = left <= 0;
    more.textContent = say(texts, "more", { count: Math.min(AT_ONCE, left) });
  }

  /**
   * @param {string} stage
   * @param {Question[]} listed
   */
  function part(stage, listed) {
    const list = element("ul", { class: "deck" }, ...listed.map((question) => cards.made(question, "", true)));
    const title = given.stages[stage];
    return element("div", {}, ...(title ? [element("h3", {}, title)] : []), list);
  }

  function change() {
    most = AT_ONCE;
    history.replaceState(null, "", address(show()));
  }

  /** What may be drawn: deep questions only where somebody asks for them. */
  const toDraw = () => {
    const isDeep = boxes.some(({ checked, value }) => checked && value === DEEP);
    return isDeep ? fitting : fitting.filter(({ depth }) => depth !== DEEP);
  };

  /**
   * @param {Question[]} hand
   * @param {boolean} isForEach
   */
  function lay(hand, isForEach) {
    const name = (/** @type {number} */ at) => (isForEach ? say(texts, "for-person", { number: at + 1 }) : "");
    const laid = hand.map((question, at) => {
      const card = cards.made(question, name(at));
      const skip = element("button", { type: "button", class: "quiet swap" }, say(texts, "skip"));
      skip.addEventListener("click", () => {
        const next = another(toDraw(), drawn, hand, question);
        lay(
          hand.map((other) => (other === question ? next : other)),
          isForEach,
        );
        findAll(table, ".swap", HTMLButtonElement)[at]?.focus();
        spoken.textContent = say(texts, "drawn", { question: next.text });
      });
      card.append(skip);
      return card;
    });
    table.replaceChildren(...laid);
  }

  /**
   * @param {Question[]} hand
   * @param {number} count how many were asked for
   * @param {string} told what to say where there are as many
   */
  function tell(hand, count, told) {
    const isShort = hand.length < count;
    table.firstElementChild?.scrollIntoView({ block: "nearest" });
    spoken.classList.toggle("is-shown", isShort); // else the cards say it, and it is for hearing alone
    spoken.textContent = !isShort
      ? told
      : hand.length
        ? say(texts, "too-few", { count: hand.length })
        : say(texts, fitting.length ? "only-deep" : "none");
  }

  function drawOne() {
    const hand = draw(toDraw(), drawn, 1);
    lay(hand, false);
    tell(hand, 1, say(texts, "drawn", { question: hand[0]?.text ?? "" }));
  }

  function drawForEach() {
    if (!people.reportValidity()) return;
    const count = people.valueAsNumber;
    const hand = draw(toDraw(), drawn, count);
    lay(hand, true);
    tell(hand, count, say(texts, "dealt", { count }));
  }

  for (const box of boxes) box.checked = query().some(([name, value]) => name === box.name && value === box.value);
  for (const box of boxes) if (!box.value) box.checked ||= !boxes.some((other) => isOther(box, other));
  narrow.setAttribute("aria-expanded", "false"); // drawing stands near, and the count says what is chosen
  narrow.addEventListener("click", () => {
    narrow.setAttribute("aria-expanded", String(narrow.getAttribute("aria-expanded") === "false"));
  });
  chips.addEventListener("submit", (event) => event.preventDefault());
  chips.addEventListener("change", change);
  chips.addEventListener("reset", () => {
    setTimeout(change); // once the chips are as they were
    boxes[0]?.focus(); // the button goes away
  });
  more.addEventListener("click", () => {
    const next = most;
    most += AT_ONCE;
    showCards();
    findAll(shown, ".tick input", HTMLInputElement)[next]?.focus();
  });
  find(root, ".draws", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    drawOne();
  });
  find(root, ".each button", HTMLButtonElement).addEventListener("click", drawForEach);
  show();
}

/**
 * Whether another chip of the same name is chosen in place of one that stands for all.
 * @param {HTMLInputElement} box
 * @param {HTMLInputElement} other
 */
const isOther = (box, other) => other !== box && other.name === box.name && other.checked;

/**
 * Questions by their stages, in the order in which they come.
 * @param {Question[]} questions
 */
function grouped(questions) {
  /** @type {Map<string, Question[]>} */
  const groups = new Map();
  for (const question of questions) groups.set(question.stage, [...(groups.get(question.stage) ?? []), question]);
  return [...groups];
}

/**
 * Every question of every bank.
 * @param {string} file
 * @returns {Promise<Question[]>}
 */
async function fetched(file) {
  const site = home();
  const answer = await fetch(new URL(file, site));
  if (!answer.ok) throw new Error(`${file} answers ${answer.status}`);
  return read(await answer.json(), site);
}

/**
 * What hooks/library/formats/html/deck.py writes.
 * @typedef {object} Written
 * @property {[title: string, address: string, id: string][]} banks
 * @property {string[]} credits
 * @property {[id: string, text: string, bank: number, credit: number, stage: string, depth: string, about: string][]} questions
 */

/**
 * @param {Written} written
 * @param {URL} site
 * @returns {Question[]}
 */
const read = ({ banks, credits, questions }, site) =>
  questions.map(([id, text, bank, credit, stage, depth, about]) => {
    const [title, page, of] = banks[bank] ?? ["", "", ""];
    return {
      text,
      stage,
      depth,
      about,
      credit: credits[credit] ?? "",
      bank: title,
      of,
      place: new URL(`${page}#question-${id}`, site).href,
    };
  });
