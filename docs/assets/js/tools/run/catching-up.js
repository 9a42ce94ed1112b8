// What a session that is behind can do: offered in a quiet place, one choice each, never imposed.
import { element, find } from "../../lib/dom.js";
import { leftOut, offers } from "../../lib/run/catch-up.js";
import { MINUTE, read } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { lasting, timeOfDay } from "./words.js";

/**
 * @typedef {import("../../lib/run/clock.js").Session} Session
 * @typedef {import("../../lib/run/clock.js").Event} Event
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
    const now = Date.now();
    const offered = offers(session(), now);
    if (!offered) return;
    const { lengths } = read(session(), now);
    /** @type {(words: string, event: () => Event, message: () => string) => HTMLElement} */
    const way = (words, event, message) => {
      const button = element("button", { type: "button", class: "quiet" }, words);
      button.addEventListener("click", () => {
        panel.open = false;
        choose(event(), message());
      });
      return element("li", {}, button);
    };
    const end = () => offers(session(), Date.now())?.end ?? offered.end;
    const clock = timeOfDay(offered.end);
    const fitted = (/** @type {(number | null)[]} */ made) => () =>
      /** @type {const} */ ({ type: "fitted", at: Date.now(), lengths: made });
    const shorter = () => say(texts, "did-share");
    const { share, single, leave, isFar, behind } = offered;
    const later = way(
      say(texts, "end-later", { clock }),
      () => ({ type: "extended", at: Date.now(), end: end() }),
      () => say(texts, "did-later", { clock: timeOfDay(end()) }),
    );
    const shared = share && way(shareWords(share.short), fitted(share.lengths), shorter);
    const taken = single
      .slice(0, MOST)
      .map((from) => way(say(texts, "take-from", { title: titles[from.step] ?? "" }), fitted(from.lengths), shorter));
    const left = leave.map(({ step, saves }) =>
      way(
        say(texts, "leave-out", { title: titles[step] ?? "", time: lasting(texts, saves) }),
        fitted(leftOut(lengths, step)),
        shorter,
      ),
    );
    const notNow = element("button", { type: "button", class: "quiet" }, say(texts, "not-now"));
    notNow.addEventListener("click", () => {
      putAway = behind + MINUTE;
      panel.open = false;
      panel.hidden = true;
    });
    const why = isFar ? say(texts, "far") : share || taken.length ? "" : say(texts, "no-way");
    place.replaceChildren(
      ...(why ? [element("p", {}, why)] : []),
      element(
        "ul",
        {},
        ...(isFar ? [...left, later] : [later, ...(shared ? [shared] : []), ...taken]),
        element("li", {}, notNow),
      ),
    );
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
