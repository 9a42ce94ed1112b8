// A question with one answer fewer, whether the answer stands in a field of the form or among the words.
import { without } from "./reading.js";

/**
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Understood} understood
 * @param {string} name of the answer; "q" for all words that set none
 * @returns {import("./form.js").Question}
 */
export function withoutAnswer({ q = "", ...answers }, { setting }, name) {
  const words = name === "q" ? setting.map(({ typed }) => typed).join(" ") : withoutWords(q, setting, name);
  const rest = Object.entries(answers).filter(([other]) => other !== name);
  return { ...(words && { q: words }), ...Object.fromEntries(rest) };
}

/**
 * Each question with one answer fewer that still asks something, and the name of the answer.
 * @param {import("./form.js").Question} question
 * @param {import("./asking.js").Understood} understood
 */
export function fewer(question, understood) {
  const names = [...(understood.parts.length ? ["q"] : []), ...Object.keys(understood.filters)];
  return names
    .map((name) => ({ without: name, rest: withoutAnswer(question, understood, name) }))
    .filter(({ rest }) => Object.keys(rest).length > 0);
}

/**
 * @param {string} q
 * @param {import("./reading.js").Piece[]} setting
 * @param {string} name
 */
const withoutWords = (q, setting, name) =>
  setting
    .filter(({ row }) => row?.field === name)
    .reverse()
    .reduce(without, q);
