// What each step was to take and what it took, a line to copy, and what to suggest to the editors.
import { element, find } from "../../lib/dom.js";
import { MINUTE, sum } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { digits, lasting } from "./words.js";

const WORTH_SAYING = 1 / 5; // of a step's length, and a minute at least

/**
 * @param {HTMLElement} root
 * @param {{ title: string, titles: string[], texts: import("../../lib/texts.js").Texts }} named
 */
export function ending(root, { title, titles, texts }) {
  const place = find(root, ".run-over", HTMLElement);
  const line = find(place, ".run-line p", HTMLElement);
  const status = find(place, "[role=status]", HTMLElement);

  find(place, "[data-do=copy]", HTMLElement).addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent ?? "");
      status.textContent = say(texts, "copied");
    } catch {
      status.textContent = say(texts, "not-copied");
    }
  });

  /**
   * @param {(number | null)[]} planned
   * @param {number[]} spent
   */
  return (planned, spent) => {
    const rows = titles.map((name, index) => {
      const length = planned[index] ?? null;
      const cells = [length === null ? say(texts, "no-time") : digits(length), digits(spent[index] ?? 0, Math.round)];
      if (!spent[index]) cells[1] = say(texts, "left-out");
      return element("tr", {}, element("th", { scope: "row" }, name), ...cells.map((cell) => element("td", {}, cell)));
    });
    find(place, "tbody", HTMLElement).replaceChildren(...rows);
    const others = titles.flatMap((name, index) => other(name, planned[index] ?? null, spent[index] ?? 0));
    const steps = others.map(({ name, length, count }) =>
      say(texts, "sum-step", { title: name, planned: Math.round(length / MINUTE), taken: count }),
    );
    const whole = { title, planned: lasting(texts, sum(planned.map(Number))), taken: lasting(texts, sum(spent)) };
    const sums = say(texts, planned.includes(null) ? "sum-open" : "sum", whole);
    line.textContent = [sums, ...steps].join(" ");
    status.textContent = "";
    const suggest = find(place, ".run-suggest", HTMLElement);
    suggest.hidden = others.length === 0;
    find(suggest, "ul", HTMLElement).replaceChildren(...others.map((step) => element("li", {}, suggestion(step))));
  };

  /** @param {{ name: string, length: number, count: number }} step */
  function suggestion({ name, length, count }) {
    const time = say(texts, "minutes", { count });
    const words = say(texts, "suggestion", { title: name, planned: lasting(texts, length), time });
    const way = document.querySelector(".suggest > a:not(.fine)");
    if (!(way instanceof HTMLAnchorElement)) return words;
    const isBegun = /[?&][^=]*(body|description)[^=]*=/.test(way.href);
    const link = element(
      "a",
      { href: isBegun ? `${way.href}${encodeURIComponent(`\n\n${words}`)}` : way.href },
      say(texts, "use-next", { time, title: name }),
    );
    return isBegun ? link : element("span", {}, link, ` ${words}`);
  }
}

/**
 * A step that took much longer or less than it was to; nothing for one that was left out, or has no set time.
 * @param {string} name
 * @param {number | null} length
 * @param {number} spent
 */
function other(name, length, spent) {
  if (!length || !spent || Math.abs(spent - length) < Math.max(MINUTE, length * WORTH_SAYING)) return [];
  return [{ name, length, count: Math.max(1, Math.round(spent / MINUTE)) }];
}
