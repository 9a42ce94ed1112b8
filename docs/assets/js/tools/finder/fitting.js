// Whether a thing fits what was answered, and what it lacks where it nearly does.

/**
 * @typedef {import("./parts.js").Facts} Facts
 * @typedef {import("./form.js").Question} Question
 * @typedef {Record<string, string[]>} Scales from the name of an answer to its values, the least demanding first
 */

const OUTSIDE = "resource";
const THIRD = 0.35;
export const OF_THE_GROUP = ["minutes", "people", "format", "experience", "intensity"]; // answers it may think again about
const EASE = ["heavy", "experienced", "moderate", "some", "light", "new"]; // the least easy first

/** @type {Record<string, (facts: Facts, value: string, question: Question) => boolean>} */
const FITS = {
  minutes: (facts, value, question) =>
    !!facts.minutes && facts.minutes[0] <= Number(value) && (facts.kind !== OUTSIDE || isAskedFor(facts, question)),
  people: ({ people }, value) => !!people && people[0] <= Number(value) && Number(value) <= people[1],
  format: ({ formats }, value) => formats.includes(value),
  topic: ({ topics }, value) => topics.includes(value),
  kind: (facts, value) => isOfKind(facts, value),
  access: ({ access }, value) => access === value,
  take: ({ take }, value) => take.includes(value),
};

/**
 * A thing is of its own kind, and what others publish is of its medium too.
 * @param {Facts} facts
 * @param {string} value
 */
const isOfKind = ({ kind, medium }, value) => kind === value || medium === value;

/**
 * Of what others publish, only who asks for it wants to know the length.
 * @param {Facts} facts
 * @param {Question} question
 */
const isAskedFor = (facts, { kind }) => !!kind && isOfKind(facts, kind);

/**
 * The names of the answers that a thing does not fit. On a scale, whatever asks no more than was answered fits.
 * @param {Facts} facts
 * @param {Question} question
 * @param {Scales} scales
 */
export const lacking = (facts, question, scales) =>
  Object.entries(question)
    .filter(
      ([name, value]) => !(scales[name] ? isWithin(facts, name, value, scales) : isFit(facts, name, value, question)),
    )
    .map(([name]) => name);

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {string} value
 * @param {Question} question
 */
const isFit = (facts, name, value, question) => FITS[name]?.(facts, value, question) ?? true;

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {string} value
 * @param {Scales} scales
 */
function isWithin(facts, name, value, scales) {
  const scale = scales[name] ?? [];
  const place = scale.indexOf(String(facts[/** @type {keyof Facts} */ (name)]));
  return place >= 0 && place <= scale.indexOf(value);
}

/**
 * How well a thing suits who asks for no words: first by how much of the time it uses, in thirds, then by how little it asks
 * of a group and of whoever leads it. Of what others publish, what is open to all comes first.
 * @param {Facts} facts
 * @param {Question} question
 */
export function comfort({ minutes, experience, intensity, access }, question) {
  const asked = Number(question.minutes);
  const [least, most] = minutes ?? [0, 0];
  const used = asked ? (most <= asked ? most : least) / asked : 0;
  const ease = EASE.indexOf(intensity) + EASE.indexOf(experience) + (access === "open" ? 1 : 0);
  return 1 + Math.floor(used / THIRD) + ease / 10;
}

/**
 * How far a thing is from fitting an answer: how many minutes or people there are too few or too many, and otherwise
 * nothing. Infinite, where nothing is known of it that could be put beside the answer.
 * @param {Facts} facts
 * @param {Question} question
 * @param {string} name of the answer
 */
export function distance(facts, question, name) {
  const value = Number(question[name]);
  const { minutes, people, kind } = facts;
  if (name === "minutes") return minutes && kind !== OUTSIDE ? minutes[0] - value : Number.POSITIVE_INFINITY;
  if (name === "people") return people ? Math.max(people[0] - value, value - people[1]) : Number.POSITIVE_INFINITY;
  return isKnown(facts, name) ? 0 : Number.POSITIVE_INFINITY;
}

/**
 * Whether a thing says anything of an answer: a page written by hand has no minutes.
 * @param {Facts} facts
 * @param {string} name of the answer
 */
export function isKnown({ minutes, people, formats, take, experience, intensity }, name) {
  /** @type {Record<string, string | (string | number)[]>} */
  const known = { minutes: minutes ?? [], people: people ?? [], format: formats, take, experience, intensity };
  return (known[name] ?? name).length > 0;
}
