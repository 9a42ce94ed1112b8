// The list of what was found, some at a time, each with its title, kind, reason and facts.
import { home } from "../../lib/address.js";
import { element, find, icon } from "../../lib/dom.js";
import { range, say } from "../../lib/texts.js";
import { marked, reason } from "./reasons.js";

const AT_ONCE = 8;
const ACCESS = /** @type {Record<string, string>} */ ({ open: "access", unknown: "unknown" }); // the icon of each

/**
 * @param {HTMLOListElement} list
 * @param {{ given: import("../finder.js").Given, form: import("./form.js").Form, more: HTMLButtonElement }} around
 */
export function openResults(list, { given, form, more }) {
  /** @type {import("./ranking.js").Answer[]} */
  let answers = [];
  /** @type {import("./parts.js").Index | undefined} */
  let index;
  /** What of a thing is shown alike whatever was asked, by its address. @type {Map<string, HTMLElement[]>} */
  const alike = new Map();

  /** @param {import("./ranking.js").Answer} answer */
  const reasonOf = (answer) => (index ? reason(answer, index, given.texts) : []);

  /**
   * @param {import("./ranking.js").Answer} answer
   * @param {(Node | string)[]} why
   */
  function result({ facts, matched }, why) {
    const title = element("a", { href: String(new URL(facts.url, home())) }, ...marked(facts.title, matched));
    const [kind = "", ...shown] = alike.get(facts.url) ?? described(facts);
    return element(
      "li",
      { class: "result" },
      element("p", { class: "card-title" }, title),
      kind,
      element("p", { class: "why" }, ...why),
      ...shown,
    );
  }

  /** What it is, and the facts a reader chooses by. @param {import("./parts.js").Facts} facts */
  function described(facts) {
    const kind = element("p", { class: "card-kind" }, kindOf(facts, form));
    const shown = [...factsShown(facts, given)].map(([name, text]) => element("li", {}, icon(name), ` ${text}`));
    const list = shown.length ? [element("ul", { class: "card-facts" }, ...shown)] : [];
    const parts = [kind, ...list, ...does(facts, given.texts)];
    alike.set(facts.url, parts);
    return parts;
  }

  /** Add the next results; returns where they start. */
  function add() {
    const start = list.children.length;
    list.append(...answers.slice(start, start + AT_ONCE).map((answer) => result(answer, reasonOf(answer))));
    more.hidden = list.children.length >= answers.length;
    return list.children[start];
  }

  addEventListener("beforeprint", () => {
    while (!more.hidden) add(); // on paper nobody can ask for the rest, and their count is told
  });

  return {
    result,
    reasonOf,

    /**
     * @param {import("./ranking.js").Answer[]} ranked
     * @param {import("./parts.js").Index} parts
     */
    show(ranked, parts) {
      [answers, index] = [ranked, parts];
      list.replaceChildren();
      add();
    },

    clear() {
      answers = [];
      list.replaceChildren();
      more.hidden = true;
    },

    /** Show the next results, and go to the first of them. */
    showMore() {
      const first = add();
      if (first) find(first, "a", HTMLAnchorElement).focus();
    },

    areInUse: () => list.contains(document.activeElement),

    /**
     * Give the results on the page their reasons, and move nothing: someone is reading them.
     * @param {import("./parts.js").Index} parts
     */
    explain(parts) {
      index = parts;
      [...list.children].forEach((item, at) => {
        const answer = answers[at];
        if (answer) find(item, ".why", HTMLElement).replaceChildren(...reasonOf(answer));
      });
    },
  };
}

/**
 * What a thing is: what others publish, by what sort of thing it is.
 * @param {import("./parts.js").Facts} facts
 * @param {import("./form.js").Form} form
 */
const kindOf = ({ kind, medium }, form) =>
  [form.option("kind", kind), form.option("kind", medium)].filter(Boolean).join(" · ");

/**
 * Where something that people meet around is run and printed: no other kind of thing asks for a number of people.
 * @param {import("./parts.js").Facts} facts
 * @param {import("../../lib/texts.js").Texts} texts
 */
function does({ url, title, people }, texts) {
  if (!people) return [];
  const [, id] = url.split("/");
  const [run, print] = [
    { to: `run/${id}/`, words: say(texts, "run") },
    { to: `${url}#print`, words: say(texts, "print") },
  ].map(({ to, words }) => {
    const ofWhat = element("span", { class: "unseen" }, say(texts, "of-what", { title }));
    return element("a", { href: String(new URL(to, home())) }, words, ofWhat);
  });
  return [element("p", { class: "card-does" }, run ?? "", " · ", print ?? "")];
}

/**
 * The facts a reader chooses by, each with its icon.
 * @param {import("./parts.js").Facts} facts
 * @param {import("../finder.js").Given} given
 * @returns {Iterable<[icon: string, text: string]>}
 */
function* factsShown({ minutes, people, intensity, medium, access }, { texts, intensity: labels, access: opening }) {
  if (minutes) yield ["time", say(texts, "minutes", { range: range(minutes), count: minutes[1] })];
  if (people) yield ["people", say(texts, "people", { range: range(people), count: people[1] })];
  if (intensity) yield [intensity, labels[intensity] ?? ""];
  if (medium) yield [ACCESS[access] ?? "account", opening[access] ?? ""];
}
