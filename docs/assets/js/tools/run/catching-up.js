// What a session that is behind can do: offered in a quiet place, one choice each, never imposed.
import { element, find } from "../../lib/dom.js";
import { leftOut, offers } from "../../lib/run/catch-up.js";
import { MINUTE, read } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { lasting, timeOfDay } from "./words.js";

/**
 * @typedef {import("../../lib/run/clock.js").Session} Session
 * @typedef {import("../../lib/run/clock.js").Event} Event
 * @typedef {import("../../lib/run/catch-up.js").Offers} Offers
 * @typedef {(event: Event, message: string) => void} Choose
 */

const MOST = 3; // single steps to take it from: more is no help

/**
 * @param {HTMLDetailsElement} panel
 * @param {string[]} titles
 * @param {import("../../lib/texts.js").Texts} texts
 * @param {{ session: () => Session, choose: Choose }} on
 */
export function catchingUp(panel, titles, texts, { session, choose }) {
  const summary = find(panel, "summary", HTMLElement);
  const place = find(panel, "div", HTMLElement);
  let putAway = 0; // how much was lacking when the reader said: not now

  const fill = () => {
    const offered = offers(session(), Date.now());
    if (!offered) return;
    const ways = offered.isFar ? [...leaving(offered), ...later(offered)] : [...later(offered), ...shrinking(offered)];
    const why = offered.isFar ? say(texts, "far") : ways.length > 1 ? "" : say(texts, "no-way");
    place.replaceChildren(element("p", {}, why), element("ul", {}, ...ways, element("li", {}, notNow(offered.behind))));
  };

  /** Nothing where nobody can say when it ends. @param {Offers} offered */
  const later = ({ end }) => {
    if (end === null) return [];
    const event = () => /** @type {Event} */ ({ type: "extended", at: Date.now(), end: endOf() });
    const words = say(texts, "end-later", { clock: timeOfDay(end) });
    return [way(words, event, () => say(texts, "did-later", { clock: timeOfDay(endOf()) }))];
  };

  /** @param {Offers} offered */
  const shrinking = ({ share, single }) => [
    ...(share ? [fitting(shareWords(share.short), share.lengths)] : []),
    ...single
      .slice(0, MOST)
      .map((from) => fitting(say(texts, "take-it", { title: titles[from.step] ?? "" }), from.lengths)),
  ];

  /** When it would end, at the moment of choosing. */
  const endOf = () => offers(session(), Date.now())?.end ?? Date.now();

  /** @type {(words: string, event: () => Event, message: () => string) => HTMLElement} */
  const way = (words, event, message) => {
    const button = element("button", { type: "button", class: "quiet" }, words);
    button.addEventListener("click", () => {
      panel.open = false;
      const told = message();
      choose(event(), told);
    });
    return element("li", {}, button);
  };

  /** @type {(words: string, lengths: (number | null)[]) => HTMLElement} */
  const fitting = (words, lengths) =>
    way(
      words,
      () => ({ type: "fitted", at: Date.now(), lengths }),
      () => say(texts, "did-share"),
    );

  /** @param {Offers} offered */
  const leaving = ({ leave }) => {
    const { lengths } = read(session(), Date.now());
    return leave.map(({ step, saves }) =>
      fitting(
        say(texts, "leave-out", { title: titles[step] ?? "", time: lasting(texts, saves) }),
        leftOut(lengths, step),
      ),
    );
  };

  /** @param {number} behind */
  const notNow = (behind) => {
    const button = element("button", { type: "button", class: "quiet" }, say(texts, "not-now"));
    button.addEventListener("click", () => {
      putAway = behind + MINUTE;
      panel.open = false;
      panel.hidden = true;
    });
    return button;
  };

  const shareWords = (/** @type {number} */ short) =>
    short ? say(texts, "share-short", { time: lasting(texts, short) }) : say(texts, "share");

  panel.addEventListener("toggle", () => panel.open && fill());
  /** @param {number} now */
  return (now) => {
    const offered = offers(session(), now);
    if (!offered || offered.behind < putAway - MINUTE) putAway = 0;
    panel.hidden = !offered || offered.behind < putAway;
    const words = offered ? say(texts, "behind", { time: lasting(texts, offered.behind) }) : "";
    if (summary.textContent !== words) summary.textContent = words;
  };
}
