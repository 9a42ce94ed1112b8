// A question for today: another of those the page holds each day of the year. Nothing is fetched, and nothing is kept.
import { find } from "../lib/dom.js";

const DAY = 86_400_000; // ms

/**
 * @typedef {object} Given
 * @property {[string, number][]} questions each with the number of its bank
 * @property {[string, string, string][]} banks each with its title, where it stands and whose its questions are
 */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { questions, banks }) {
  const [question, number] = questions[turn(new Date(), questions.length)] ?? [];
  const [title, address, credit] = banks[number ?? -1] ?? [];
  if (!question || !title || !address || !credit) return;
  const bank = find(root, ".today-question + p a", HTMLAnchorElement);
  find(root, ".today-question", HTMLElement).textContent = question;
  find(root, ".credit", HTMLElement).textContent = credit;
  bank.textContent = title;
  bank.href = address;
}

/**
 * Whose turn it is of so many on a day: each day the next, whatever the hour, summer or winter.
 * @param {Date} now
 * @param {number} count
 */
export function turn(now, count) {
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(now.getFullYear(), 0, 1);
  return Math.round(day / DAY) % count;
}
