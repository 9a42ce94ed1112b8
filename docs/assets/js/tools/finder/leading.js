// What the editors' list leads to: the page that comes before all else, and what comes first among what is found.
import { factsOf, toAnswer } from "./ranking.js";

/**
 * @typedef {object} Urgent the page that comes before all else
 * @property {number} id
 * @property {import("./parts.js").Facts} facts those of the page; its address and its title are those of the part of it
 * @property {boolean} isAlone whether nothing stands below it but what its own row names
 * @property {import("./reading.js").Piece} piece the words that ask for it
 */

/**
 * What comes first in a hard moment; of several, the one that names its own help: it is about somebody in danger.
 * @param {import("./reading.js").Piece[]} pieces
 * @param {import("./parts.js").Index} index
 * @returns {Urgent | undefined}
 */
export function urgentOf(pieces, index) {
  const hard = pieces.filter(({ row }) => row?.urgent);
  const piece = hard.find(({ row }) => row?.first) ?? hard[0];
  const { urgent = "", part, first } = piece?.row ?? {};
  const id = index.shown.url.indexOf(urgent.replace(/#.*/, ""));
  if (!piece || id < 0) return undefined;
  const facts = factsOf(id, index);
  return { id, facts: { ...facts, url: urgent, title: part ?? facts.title }, isAlone: !!first, piece };
}

/**
 * What the words lead to, in the order of the words; where somebody may be in danger, what that leads to alone.
 * @param {import("./reading.js").Piece[]} pieces
 * @param {Urgent | undefined} urgent
 * @param {import("./holding.js").Hits} hits
 * @param {import("./parts.js").Index} index
 */
export function ledTo(pieces, urgent, hits, index) {
  const leading = urgent?.isAlone ? [urgent.piece] : pieces;
  const urls = new Set(leading.flatMap(({ row }) => row?.first ?? []));
  const ids = [...urls].map((url) => index.shown.url.indexOf(url)).filter((id) => id >= 0 && id !== urgent?.id);
  const none = { score: 1, matched: new Set(), named: 1 };
  return ids.map((id) => toAnswer(id, hits.get(id) ?? none, index, pieces));
}
