// Drawing questions: none comes again until all that fit have come, and a deep one never comes first.
import { below } from "../../lib/chance.js";

/** @typedef {{ stage: string, depth: string }} Ranked */

const DEPTHS = ["light", "middle", "heavy"];
export const DEEP = "heavy";

/** @param {Ranked} question */
const depth = ({ depth }) => DEPTHS.indexOf(depth);

/**
 * Questions in the order in which they are shown: by stage, those without one last, and in each the lightest first.
 * @template {Ranked} Question
 * @param {Question[]} questions
 * @param {string[]} stages in their order
 */
export function inOrder(questions, stages) {
  /** @param {Question} question */
  const stage = ({ stage }) => (stages.includes(stage) ? stages.indexOf(stage) : stages.length);
  return [...questions].sort((one, other) => stage(one) - stage(other) || depth(one) - depth(other));
}

/**
 * Draw questions, the lightest first: as many as are asked for, or as there are. While nothing has been drawn before, the
 * first is not deep; where only deep ones fit, none is drawn.
 * @template {Ranked} Question
 * @param {Question[]} fitting
 * @param {Set<Question>} drawn those that were drawn before; what is drawn now is added
 * @param {number} count
 * @param {(count: number) => number} chance
 * @returns {Question[]}
 */
export function draw(fitting, drawn, count, chance = below) {
  if (!drawn.size && !lighter(fitting).length) return [];
  const most = Math.min(count, fitting.length);
  /** @type {Question[]} */
  const hand = [];
  while (hand.length < most) {
    if (fitting.every((question) => drawn.has(question))) startAgain(fitting, drawn, hand);
    const left = fitting.filter((question) => !drawn.has(question));
    hand.push(take(drawn.size ? left : lighter(left), drawn, chance));
  }
  return hand.sort((one, other) => depth(one) - depth(other));
}

/**
 * Draw another question in the place of one: never a deeper one, for nobody may have answered the one before.
 * @template {Ranked} Question
 * @param {Question[]} fitting
 * @param {Set<Question>} drawn
 * @param {Question[]} hand those that lie on the table, the one to replace among them
 * @param {Question} instead the one to replace
 * @param {(count: number) => number} chance
 * @returns {Question} the same where there is no other
 */
export function another(fitting, drawn, hand, instead, chance = below) {
  const others = fitting.filter((question) => depth(question) <= depth(instead) && !hand.includes(question));
  return draw(others, drawn, 1, chance)[0] ?? instead;
}

/**
 * @template {Ranked} Question
 * @param {Question[]} questions
 */
const lighter = (questions) => questions.filter((question) => question.depth !== DEEP);

/**
 * Forget that all were drawn, but for those in the hand.
 * @template {Ranked} Question
 * @param {Question[]} fitting
 * @param {Set<Question>} drawn
 * @param {Question[]} hand
 */
function startAgain(fitting, drawn, hand) {
  for (const question of fitting) if (!hand.includes(question)) drawn.delete(question);
}

/**
 * @template {Ranked} Question
 * @param {Question[]} left
 * @param {Set<Question>} drawn
 * @param {(count: number) => number} chance
 */
function take(left, drawn, chance) {
  const question = left[chance(left.length)];
  if (!question) throw new Error("There is no question to draw");
  drawn.add(question);
  return question;
}
