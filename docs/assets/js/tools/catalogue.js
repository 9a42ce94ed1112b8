// Narrows the catalogue to what fits the answers of its form, which stand in the address too. A long catalogue has several
// pages: the others are fetched once somebody chooses something, so that an answer is never about one page alone. What fits
// is then shown in pages of its own.
import { asking, query } from "../lib/address.js";
import { element, find, findAll } from "../lib/dom.js";
import { say } from "../lib/texts.js";

const DAY = 86_400_000; // ms
/** @type {Record<string, number>} days since an address was looked at */
const SINCE = { yes: Number.POSITIVE_INFINITY, month: 31, year: 366 };
const AT_ONCE = 20; // rows on a page of what fits
const PAGE = "page"; // its name in the address

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
  const unasked = findAll(document, ".further", HTMLElement);
  const further = otherPages(root);
  const pages = element("ul", { class: "choices" });
  const nav = element("nav", { "aria-label": say(texts, "pages") }, pages);
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
    const rows = findAll(root, ".row", HTMLElement);
    if (isAsked) showFitting(rows, question);
    else showAll(rows);
    further.part.hidden ||= !isAsked;
    for (const list of unasked) list.hidden = isAsked;
    for (const fold of findAll(root, ".fold", HTMLDetailsElement)) if (isAsked !== wasAsked) fold.open = isAsked;
    wasAsked = isAsked;
    delete document.documentElement.dataset.asked; // early.js hid the rows before they were drawn
  }

  /** @param {HTMLElement[]} rows */
  function showAll(rows) {
    narrow(root, rows);
    nav.hidden = true;
    status.textContent = before;
  }

  /**
   * @param {HTMLElement[]} rows
   * @param {Record<string, string>} question
   */
  function showFitting(rows, question) {
    const fitting = rows.filter((row) => fits(row.dataset, question, Date.now()));
    const count = Math.max(Math.ceil(fitting.length / AT_ONCE), 1);
    const number = numberIn(query(), count);
    narrow(root, fitting.slice((number - 1) * AT_ONCE, number * AT_ONCE));
    nav.hidden = count < 2;
    pages.replaceChildren(...Array.from({ length: count }, (_, index) => link(index + 1, number)));
    if (fitting.length) status.textContent = say(texts, "some", { count: fitting.length, all });
    else status.replaceChildren(...nothing(rows, question));
  }

  /**
   * A link to a page of what fits. The first says nothing of it in its address.
   * @param {number} to
   * @param {number} from
   */
  function link(to, from) {
    const address = asking(form.action, { ...chosen(), ...(to > 1 ? { [PAGE]: String(to) } : {}) });
    const anchor = element("a", { href: address, ...(to === from ? { "aria-current": "page" } : {}) });
    anchor.textContent = say(texts, "page", { number: to });
    anchor.addEventListener("click", async (event) => {
      event.preventDefault();
      history.pushState(null, "", address);
      await update();
      status.tabIndex = -1; // else nothing on the new page has the focus, and readers stay at its foot
      status.focus();
    });
    return element("li", {}, anchor);
  }

  /**
   * That nothing fits, and which of the answers to take back, with how many would be left.
   * @param {HTMLElement[]} rows
   * @param {Record<string, string>} question
   */
  function nothing(rows, question) {
    const ways = lesser(
      rows.map((row) => row.dataset),
      question,
      Date.now(),
    );
    const buttons = ways.flatMap(({ name, count }) => {
      const choice = choices.find((each) => each.name === name);
      const answer = choice?.selectedOptions[0]?.text.replace(/ \(\d+\)$/, "") ?? name;
      const button = element("button", { type: "button", class: "quiet" }, say(texts, "without", { answer, count }));
      button.addEventListener("click", () => {
        if (choice) choice.value = "";
        choice?.focus(); // the button goes away
        ask();
      });
      return [" ", button];
    });
    return [say(texts, buttons.length ? "none-but" : "none", { all }), ...buttons];
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

  root.append(nav);
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
 * Which page of what fits an address asks for: the first where it says none, or none that there is.
 * @param {[name: string, value: string][]} asked
 * @param {number} count
 */
export function numberIn(asked, count) {
  const number = Number(Object.fromEntries(asked)[PAGE]);
  return Number.isInteger(number) && number >= 1 && number <= count ? number : 1;
}

/**
 * Hide all rows but some, and what has no row left.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} shown
 */
function narrow(root, shown) {
  const kept = new Set(shown);
  for (const row of findAll(root, ".row", HTMLElement)) row.hidden = !kept.has(row);
  for (const part of findAll(root, ".shelf-part", HTMLElement)) part.hidden = !part.querySelector(".row:not([hidden])");
}

/**
 * Each answer without which something would fit, with how many resources that is, the most first.
 * @param {Answers[]} resources
 * @param {Record<string, string>} question
 * @param {number} now in ms
 */
export function lesser(resources, question, now) {
  const ways = Object.keys(question).map((name) => {
    const rest = Object.fromEntries(Object.entries(question).filter(([other]) => other !== name));
    return { name, count: resources.filter((answers) => fits(answers, rest, now)).length };
  });
  return ways.filter(({ count }) => count).sort((one, other) => other.count - one.count);
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
