// What is asked before the start: each answer may be left out, and all of them stand in the address.
import { element, find, findAll } from "../../lib/dom.js";
import { MINUTE } from "../../lib/run/clock.js";
import { seated } from "../../lib/run/roles.js";
import { say } from "../../lib/texts.js";
import { PLACES, planned } from "./plan.js";
import { lasting, timeOfDay } from "./words.js";

/**
 * @typedef {import("./plan.js").Choices} Choices
 * @typedef {import("./plan.js").Given} Given
 */

const HALF_A_DAY = 12 * 60 * MINUTE;

/**
 * The instant of a time of day that is nearest to now; nothing where the field is empty.
 * @param {string} value 14:30
 * @param {number} now
 */
export function instantOf(value, now) {
  const [hours, minutes] = value.split(":").map(Number);
  if (hours === undefined || minutes === undefined) return undefined;
  const instant = new Date(now).setHours(hours, minutes, 0, 0);
  if (instant - now > HALF_A_DAY) return new Date(instant).setDate(new Date(instant).getDate() - 1);
  return now - instant > HALF_A_DAY ? new Date(instant).setDate(new Date(instant).getDate() + 1) : instant;
}

/**
 * @param {HTMLFormElement} form
 * @param {Given} given
 */
export function asking(form, given) {
  const field = (/** @type {string} */ name) => {
    const control = form.elements.namedItem(name);
    return control instanceof HTMLInputElement ? control : null;
  };
  const value = (/** @type {string} */ name) => field(name)?.value ?? "";
  const { texts } = given;
  const status = form.querySelector(".run-plan");

  /**
   * What the form says now.
   * @param {Choices} before
   * @returns {{ choices: Choices, due: number | undefined, isBackwards: boolean }} the last: it is to end before it starts
   */
  const answers = (before) => {
    const now = Date.now();
    const due = instantOf(value("start"), now);
    const end = instantOf(value("end"), now);
    const place = form.elements.namedItem("place");
    const minutes = end === undefined ? 0 : Math.floor((end - (due ?? now)) / MINUTE);
    return {
      choices: {
        ...before,
        people: Math.min(200, Number(value("people"))),
        shorter: Number(field("shorter")?.checked ?? false),
        place: place instanceof RadioNodeList ? PLACES.indexOf(place.value) : 0,
        minutes: minutes > 0 ? Math.min(999, minutes) : 0,
      },
      due,
      isBackwards: end !== undefined && minutes <= 0,
    };
  };

  /** @param {Choices} before */
  const tell = (before) => {
    const { choices, due, isBackwards } = answers(before);
    const plan = planned(given, choices);
    const fit = isBackwards ? say(texts, "backwards") : fitWords(plan);
    const words = [planWords(plan.steps, due), fit].filter(Boolean).join(" ");
    if (status && status.textContent !== words) status.textContent = words;
  };

  /** @type {(steps: import("../../lib/run/clock.js").Step[], due: number | undefined) => string} */
  const planWords = (steps, due) => {
    const count = steps.filter(({ length }) => length !== 0).length;
    const whole = steps.reduce((sum, { length }) => sum + Number(length), 0);
    const values = { steps: say(texts, "steps", { count }), time: lasting(texts, whole) };
    if (!whole) return say(texts, "plan-open", values);
    if (steps.some(({ length }) => length === null)) return say(texts, "plan-partly", values);
    const clock = timeOfDay((due ?? Date.now()) + whole);
    return due === undefined ? say(texts, "plan", { ...values, clock }) : say(texts, "plan-due", { ...values, clock });
  };

  /** @type {(plan: { over: number, isShort: boolean }) => string} */
  const fitWords = ({ over, isShort }) => {
    if (over) return say(texts, "too-short", { time: lasting(texts, over) });
    return isShort ? say(texts, "some-shorter") : "";
  };

  /** @param {Choices} choices */
  const fill = ({ people, shorter, place }) => {
    for (const [name, asked] of new URLSearchParams(location.search)) {
      const input = field(name);
      if (input?.type === "time") input.value = asked;
    }
    Object.assign(field("people") ?? {}, { value: people || "" });
    Object.assign(field("shorter") ?? {}, { checked: shorter === 1 });
    const where = findAll(form, "[name=place]", HTMLInputElement).find((input) => input.value === PLACES[place]);
    if (where) where.checked = true;
  };
  return { answers, tell, fill };
}

/**
 * Say which seat takes each part that one person takes, where it is known how many people there are.
 * @param {HTMLElement} root
 * @param {Choices} choices
 * @param {import("../../lib/texts.js").Texts} texts
 * @returns {Record<string, string>} from a part's id to its name and seat
 */
export function seats(root, { people, round }, texts) {
  const roles = findAll(root, ".run-roles [data-role]", HTMLElement);
  const single = roles.flatMap(({ dataset }) => (dataset.single === undefined ? [] : [dataset.role ?? ""]));
  const isKnown = people > 0 && people >= single.length && single.length > 0;
  const given = isKnown ? seated(single, people, round).seats : {};
  /** @type {Record<string, string>} */
  const named = {};
  for (const role of roles) {
    const id = role.dataset.role ?? "";
    const seat = given[id];
    const words = seat ? say(texts, "seat", { number: seat }) : say(texts, "other-seats");
    role.querySelector(".run-seat")?.remove();
    if (isKnown) role.append(element("dd", { class: "run-seat" }, words));
    if (seat) named[id] = `${find(role, "dt", HTMLElement).textContent}: ${words}`;
  }
  return named;
}
