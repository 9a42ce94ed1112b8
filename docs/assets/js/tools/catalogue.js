// Narrows the catalogue to what fits the answers of its form, which stand in the address too. A long catalogue has several
// pages: the others are fetched once somebody chooses something, so that an answer is never about one page alone.
import { asking, query } from "../lib/address.js";
import { element, find, findAll } from "../lib/dom.js";
import { say } from "../lib/texts.js";

const DAY = 86_400_000; // ms
/** @type {Record<string, number>} days since an address was looked at */
const SINCE = { month: 31, year: 366 };

/** @typedef {{ texts: import("../lib/texts.js").Texts, count: number }} Given count: of all resources, on every page */
/** @typedef {Record<string, string | undefined>} Answers what holds of a resource, by what a filter asks */

/**
 * @param {HTMLElement} root holds the form and the rows
 * @param {Given} given
 */
export function start(root, { texts, count: all }) {
  const form = find(root, "form.filters", HTMLFormElement);
  const status = find(root, "[role=status]", HTMLElement);
  const choices = findAll(form, "select", HTMLSelectElement);
  const before = status.textContent;
  const further = otherPages(root);
  let wasAsked = false;

  function readAddress() {
    const asked = Object.fromEntries(query());
    for (const choice of choices) {
      choice.value = asked[choice.name] ?? "";
      if (choice.selectedIndex < 0) choice.value = ""; // an answer nobody offers
    }
  }

  const chosen = () => Object.fromEntries(choices.flatMap(({ name, value }) => (value ? [[name, value]] : [])));

  /** @param {Record<string, string>} question */
  function show(question) {
    const isAsked = Object.keys(question).length > 0;
    const count = narrow(root, question);
    further.part.hidden ||= !isAsked;
    for (const fold of findAll(root, ".fold", HTMLDetailsElement)) if (isAsked !== wasAsked) fold.open = isAsked;
    wasAsked = isAsked;
    status.textContent = isAsked ? say(texts, count ? "some" : "none", { count, all }) : before;
    delete document.documentElement.dataset.asked; // early.js hid the rows before they were drawn
  }

  async function update() {
    const question = chosen();
    const isWhole = !Object.keys(question).length || (await further.fill());
    if (JSON.stringify(question) !== JSON.stringify(chosen())) return; // answered anew in the meantime
    show(question);
    if (!isWhole) status.append(" ", say(texts, "this-page-only"));
  }

  function ask() {
    const question = chosen();
    history.pushState(null, "", Object.keys(question).length ? asking(form.action, question) : form.action);
    update();
  }

  form.addEventListener("change", ask);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(ask)); // once it is empty
  addEventListener("popstate", () => {
    readAddress();
    update();
  });
  readAddress();
  update();
}

/**
 * Hide the rows that do not fit, and what has no row left. Returns how many are left.
 * @param {HTMLElement} root
 * @param {Record<string, string>} question
 */
function narrow(root, question) {
  const rows = findAll(root, ".row", HTMLElement);
  for (const row of rows) row.hidden = !fits(row.dataset, question, Date.now());
  for (const part of findAll(root, ".shelf-part", HTMLElement)) part.hidden = !part.querySelector(".row:not([hidden])");
  return rows.filter((row) => !row.hidden).length;
}

/**
 * Whether a resource fits every answer. What says nothing on a question fits no answer to it.
 * @param {Answers} answers
 * @param {Record<string, string>} question
 * @param {number} now in ms
 */
export function fits(answers, question, now) {
  return Object.entries(question).every(([name, value]) => {
    const answer = answers[name];
    if (name === "checked" && value === "never") return !answer;
    if (!answer) return false;
    if (name === "checked") return now - Date.parse(answer) < (SINCE[value] ?? 0) * DAY;
    if (name === "minutes") return Number(answer) <= Number(value);
    return answer.split(" ").includes(value);
  });
}

/**
 * The rows of the other pages, in a list of their own that is filled when it is first shown.
 * @param {HTMLElement} root
 */
function otherPages(root) {
  const links = findAll(document, ".further a:not([aria-current])", HTMLAnchorElement);
  const list = element("ul", { class: "rows" });
  const part = element("div", { class: "shelf-part" }, list);
  /** @type {Promise<boolean> | undefined} */
  let filled;
  root.append(part);

  async function fetchRows() {
    const pages = await Promise.all(links.map(({ href }) => rowsOf(href)));
    list.replaceChildren(...pages.flat());
    return true;
  }

  return {
    part,

    /** Fill the list. Returns whether every page could be had; those that could not are asked for again the next time. */
    fill() {
      filled ??= fetchRows().catch((error) => {
        console.warn(error);
        filled = undefined;
        return false;
      });
      return filled;
    },
  };
}

/**
 * The rows of another page, with links that lead where they led there.
 * @param {string} address
 */
async function rowsOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of findAll(page, ".row a", HTMLAnchorElement))
    link.href = new URL(link.getAttribute("href") ?? "", address).href;
  for (const use of findAll(page, ".row use", SVGUseElement))
    use.setAttribute("href", new URL(use.getAttribute("href") ?? "", address).href);
  return findAll(page, ".row", HTMLElement);
}
