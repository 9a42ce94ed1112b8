// A step on the screen: the page's own words, with whose turn it is, which seat speaks, and one question at a time.
import { element, find } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { write } from "./face.js";
import { prompts } from "./prompts.js";

const LETTERS = ["A", "B", "C"];
const LONG = 28; // letters of who speaks: more are set a little smaller, so that a line holds two words

/**
 * @param {HTMLElement} step
 * @param {HTMLElement} root
 * @param {import("./plan.js").GivenStep | undefined} given
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function stepOn(step, root, given, texts) {
  const who = find(step, ".run-who", HTMLElement);
  const heading = find(step, "h2", HTMLElement);
  const title = (heading.textContent ?? "").replace(/^\d+\. /, "");
  const large = who.querySelector("strong");
  if ((large?.textContent ?? "").length > LONG) who.classList.add("run-long");
  if (!large) who.classList.add("run-nobody");
  heading.tabIndex = -1;
  const taking = given?.in ? element("p", { class: "run-taking" }) : null;
  if (taking) who.prepend(taking);
  const seats = who.appendChild(element("p", { class: "run-seats" }));

  /** @param {{ index: number } | null} turn */
  const takeTurn = (turn) => {
    if (!taking || !turn || !given?.in) return;
    const people = LETTERS.slice(0, given.in);
    const speaker = people[turn.index];
    const [one = "", other = ""] = people.filter((letter) => letter !== speaker);
    const listeners = given.in === 2 ? one : say(texts, "and", { one, other });
    if (!speaker) return write(taking, say(texts, "all-had"));
    const key = `${speaker}`;
    if (taking.dataset.speaks === key) return;
    taking.dataset.speaks = key;
    taking.replaceChildren(
      element("strong", {}, say(texts, "turn", { who: speaker })),
      element(
        "span",
        {},
        given.in === 2
          ? say(texts, "other-listens", { others: listeners })
          : say(texts, "others-listen", { others: listeners }),
      ),
    );
  };

  /** @param {Record<string, string>} known from a part's id to its name and seat */
  const seat = (known) => {
    const parts = [...(given?.speaks ?? []), ...(given?.listens ?? [])];
    seats.textContent = parts.flatMap((part) => known[part] ?? []).join(" · ");
  };
  return { title, heading, takeTurn, seat, ...prompts(step, root, texts) };
}
