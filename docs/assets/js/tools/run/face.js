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
/** @type {Step} */
const NO_STEP = { length: null, least: null, isRequired: false };
const ROUND = 2 * Math.PI * 24; // of the disc, drawn as a broad line half its size
export const LETTERS = ["A", "B", "C"]; // what people are called who take turns

/**
 * @param {HTMLElement} root
 * @param {{ titles: string[], texts: import("../../lib/texts.js").Texts, ring: () => void }} with_
 */
export function face(root, { titles, texts, ring }) {
  const place = find(root, ".run-place", HTMLElement);
  const large = find(root, ".run-digits strong", HTMLElement);
  const small = find(root, ".run-digits span", HTMLElement);
  const disc = find(root, ".run-disc", HTMLElement);
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
    const now = steps[step] ?? NO_STEP;
    const length = lengths[step] ?? null;
    const ran = Number(spent[step]);
    const turn = turnOf(now, length, ran);
    const isTurn = turn !== null && turn.index < Number(now.sharing);
    const time = isTurn ? turn.left : left;
    write(place, numbered(lengths, step));
    const [figure, words] = shown(look, { time, length, ran, isTurn });
    write(large, figure);
    write(small, state === "paused" ? say(texts, "stands-still") : words);
    root.toggleAttribute("data-over", Number(time) < 0);
    showDisc(look === DISC && length !== null, Number(left) / Number(length));
    if (state === "running") announce(reading, turn, Number(now.sharing));
    return turn;
  };

  /** @type {(isWanted: boolean, share: number) => void} */
  const showDisc = (isWanted, share) => {
    disc.hidden = !isWanted;
    const size = Math.max(0, Math.min(1, share)) * ROUND;
    rest.setAttribute("stroke-dasharray", `${size.toFixed(1)} ${ROUND}`);
  };

  /** @param {(number | null)[]} lengths @param {number} step */
  const numbered = (lengths, step) => {
    const among = lengths.map((length, index) => (length === 0 ? -1 : index)).filter((index) => index >= 0);
    return say(texts, "place", { number: among.indexOf(step) + 1, count: among.length });
  };

  /** @type {(look: number, at: { time: number | null, length: number | null, ran: number, isTurn: boolean }) => [string, string]} */
  const shown = (look, { time, length, ran, isTurn }) => {
    if (look === WORDS) return [roughly(texts, length, Number(length) - ran), ""];
    if (time === null || length === null) return [digits(ran, Math.floor), say(texts, "passed")];
    if (look === UP) return [digits(ran, Math.floor), say(texts, "gone", { length: digits(length) })];
    return time < 0 ? [`+${digits(time, Math.floor)}`, say(texts, "over")] : [digits(time), leftWords(isTurn)];
  };

  const leftWords = (/** @type {boolean} */ isTurn) => (isTurn ? say(texts, "left-of-turn") : say(texts, "left"));

  /** @type {(reading: Reading, turn: Turn, sharing: number) => void} */
  const announce = ({ step, phase, lengths }, turn, sharing) => {
    const now = `${step} ${phase}`;
    const turnNow = turn ? `${step} ${turn.index}` : "";
    const isNew = !told.startsWith(`${step} `);
    if (isNew) tell(begins(step, lengths[step] ?? null));
    else if (turn && turnNow !== turned) takes(turn.index, sharing);
    else if (now !== told) reaches(phase);
    told = now;
    turned = turnNow;
  };

  /** @type {(index: number, sharing: number) => void} */
  const takes = (index, sharing) => {
    tell(index >= sharing ? say(texts, "all-had") : say(texts, "now-turn", { who: LETTERS[index] ?? "" }));
    ring();
  };

  /** @param {import("../../lib/run/clock.js").Phase} phase */
  const reaches = (phase) => {
    if (phase === "half") tell(say(texts, "now-half"));
    if (phase === "minute") tell(say(texts, "now-minute"));
    if (phase !== "over") return;
    tell(say(texts, "time-is-up"));
    ring();
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
