// A step on the screen: the page's own words, with whose turn it is, which seat speaks, and one question at a time.
import { element, find } from "../../lib/dom.js";
import { say } from "../../lib/texts.js";
import { LETTERS } from "./face.js";
import { prompts } from "./prompts.js";

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
  const speaks = who.querySelector(".run-speaks strong")?.textContent ?? "";
  who.classList.toggle("run-long", speaks.length > LONG);
  who.classList.toggle("run-nobody", !speaks);
  step.classList.toggle("run-silent", !speaks && !who.querySelector(".run-listens"));
  heading.tabIndex = -1;
  const taking = given?.in ? element("p", { class: "run-taking" }) : null;
  if (taking) who.prepend(taking);
  const seats = who.appendChild(element("p", { class: "run-seats" }));

  let taker = "?";
  const people = LETTERS.slice(0, given?.in ?? 0);
  /** @param {{ index: number } | null} turn */
  const takeTurn = (turn) => {
    const speaker = (turn && people[turn.index]) ?? "";
    if (!turn || speaker === taker) return;
    taker = speaker;
    taking?.replaceChildren(...turnWords(speaker));
  };

  /** @param {string} speaker */
  const turnWords = (speaker) => {
    if (!speaker) return [element("strong", {}, say(texts, "all-had"))];
    const [first = "", other] = people.filter((letter) => letter !== speaker);
    const others = other
      ? say(texts, "others-listen", { others: say(texts, "and", { one: first, other }) })
      : say(texts, "other-listens", { others: first });
    return [element("strong", {}, say(texts, "turn", { who: speaker })), element("span", {}, others)];
  };

  /** @param {Record<string, string>} known from a part's id to its name and seat */
  const seat = (known) => {
    seats.textContent = (given?.seats ?? []).flatMap((part) => known[part] ?? []).join(" · ");
  };
  return { title, heading, takeTurn, seat, ...prompts(step, root, texts) };
}
