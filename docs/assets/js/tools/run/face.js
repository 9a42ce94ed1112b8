// The time that is left of a step, as the reader wants it shown, and what is read aloud of it: its beginning, its middle,
// its last minute and its end, and whose turn it is.
import { find } from "../../lib/dom.js";
import { turnOf } from "../../lib/run/clock.js";
import { say } from "../../lib/texts.js";
import { digits, lasting, roughly } from "./words.js";

/**
 * @typedef {import("../../lib/run/clock.js").Reading} Reading
 * @typedef {import("../../lib/run/clock.js").Step} Step
 * @typedef {{ index: number, left: number } | null} Turn
 */

const [, UP, DISC, WORDS] = [0, 1, 2, 3];
const LETTERS = ["A", "B", "C"];

/**
 * @param {HTMLElement} root
 * @param {{ titles: string[], texts: import("../../lib/texts.js").Texts, ring: () => void }} with_
 */
export function face(root, { titles, texts, ring }) {
  const place = find(root, ".run-place", HTMLElement);
  const large = find(root, ".run-digits strong", HTMLElement);
  const small = find(root, ".run-digits span", HTMLElement);
  const disc = find(root, ".run-disc", SVGSVGElement);
  const rest = find(root, ".run-disc-left", SVGCircleElement);
  const status = find(root, ".run-clock [role=status]", HTMLElement);
  let told = "";
  let turned = "";

  /**
   * @param {Reading} reading
   * @param {Step[]} steps
   * @param {number} look
   */
  const show = (reading, steps, look) => {
    const { step, lengths, left, spent, status: state } = reading;
    const length = lengths[step] ?? null;
    const ran = spent[step] ?? 0;
    const turn = turnOf(/** @type {Step} */ (steps[step]), length, ran);
    const isTurn = turn !== null && turn.index < (steps[step]?.sharing ?? 0);
    const time = isTurn ? turn.left : left;
    write(place, numbered(lengths, step));
    const [figure, words] = shown(look, { time, length, ran, isTurn });
    write(large, figure);
    write(small, state === "paused" ? say(texts, "stands-still") : words);
    root.toggleAttribute("data-over", time !== null && time < 0);
    disc.toggleAttribute("hidden", look !== DISC || length === null);
    if (left !== null && length) {
      rest.setAttribute("stroke-dasharray", `${Math.max(0, Math.min(100, (left / length) * 100)).toFixed(1)} 100`);
    }
    if (state === "running") announce(reading, turn, steps[step]?.sharing ?? 0);
    return turn;
  };

  /** @param {(number | null)[]} lengths @param {number} step */
  const numbered = (lengths, step) => {
    const among = lengths.map((length, index) => (length === 0 ? -1 : index)).filter((index) => index >= 0);
    return say(texts, "place", { number: among.indexOf(step) + 1, count: among.length });
  };

  /** @type {(look: number, at: { time: number | null, length: number | null, ran: number, isTurn: boolean }) => [string, string]} */
  const shown = (look, { time, length, ran, isTurn }) => {
    if (look === WORDS) return [roughly(texts, length, (length ?? 0) - ran), ""];
    if (time === null) return [digits(ran, Math.floor), say(texts, "passed")];
    if (look === UP) return [digits(ran, Math.floor), say(texts, "gone", { length: digits(length ?? 0) })];
    if (time < 0) return [`+${digits(time, Math.floor)}`, say(texts, "over")];
    return [digits(time), isTurn ? say(texts, "left-of-turn") : say(texts, "left")];
  };

  /** @type {(reading: Reading, turn: Turn, sharing: number) => void} */
  const announce = ({ step, phase, lengths }, turn, sharing) => {
    const turnNow = turn && turn.index > 0 ? `${step} ${turn.index}` : "";
    const now = `${step} ${phase}`;
    if (turnNow && turnNow !== turned && turned.startsWith(`${step} `)) {
      tell(
        turn?.index === sharing
          ? say(texts, "all-had")
          : say(texts, "now-turn", { who: LETTERS[turn?.index ?? 0] ?? "" }),
      );
      ring();
    } else if (now !== told) {
      if (!told.startsWith(`${step} `)) tell(begins(step, lengths[step] ?? null));
      else if (phase === "half") tell(say(texts, "now-half"));
      else if (phase === "minute") tell(say(texts, "now-minute"));
      else if (phase === "over") {
        tell(say(texts, "time-is-up"));
        ring();
      }
    }
    told = now;
    turned = turn ? `${step} ${turn.index}` : "";
  };

  /** @type {(step: number, length: number | null) => string} */
  const begins = (step, length) => {
    const time = length === null ? say(texts, "no-time") : lasting(texts, length);
    return say(texts, "now-begins", { number: step + 1, title: titles[step] ?? "", time });
  };

  /** @param {string} words */
  const tell = (words) => {
    status.textContent = words;
  };
  return { show, tell };
}

/**
 * Only what changes is written, so that nothing is read twice.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
