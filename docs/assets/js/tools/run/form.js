// What is asked before the start: each answer may be left out, and all of them stand in the address.
import { findAll } from "../../lib/dom.js";
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
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : null;
  };
  const status = form.querySelector(".run-plan");

  /**
   * What the form says now.
   * @param {Choices} before
   * @returns {{ choices: Choices, due: number | undefined }}
   */
  const answers = (before) => {
    const now = Date.now();
    const due = instantOf(field("start")?.value ?? "", now);
    const end = instantOf(field("end")?.value ?? "", now);
    const place = form.elements.namedItem("place");
    const minutes = end === undefined ? 0 : Math.floor((end - (due ?? now)) / MINUTE);
    return {
      choices: {
        ...before,
        people: Math.min(200, Number(field("people")?.value) || 0),
        shorter: Number(field("shorter")?.checked ?? false),
        place: place instanceof RadioNodeList ? PLACES.indexOf(place.value) : 0,
        minutes: minutes > 0 ? Math.min(999, minutes) : 0,
      },
      due,
    };
  };

  /** @param {Choices} before */
  const tell = (before) => {
    const { choices, due } = answers(before);
    const { steps, over, isShort } = planned(given, choices);
    const count = steps.filter(({ length }) => length !== 0).length;
    const whole = steps.reduce((sum, { length }) => sum + Number(length), 0);
    const values = { steps: say(given.texts, "steps", { count }), time: lasting(given.texts, whole) };
    const clock = timeOfDay((due ?? Date.now()) + whole);
    const plan = whole
      ? due === undefined
        ? say(given.texts, "plan", { ...values, clock })
        : say(given.texts, "plan-due", { ...values, clock })
      : say(given.texts, "plan-open", values);
    const fit = over
      ? say(given.texts, "too-short", { time: lasting(given.texts, over) })
      : isShort
        ? say(given.texts, "some-shorter")
        : "";
    const words = [plan, fit].filter(Boolean).join(" ");
    if (status && status.textContent !== words) status.textContent = words;
  };

  /** @param {Choices} choices */
  const fill = (choices) => {
    const asked = new URLSearchParams(location.search);
    for (const name of ["start", "end"]) {
      const input = field(name);
      if (input && asked.has(name)) input.value = asked.get(name) ?? "";
    }
    const people = field("people");
    if (people && choices.people) people.value = String(choices.people);
    const shorter = field("shorter");
    if (shorter) shorter.checked = choices.shorter === 1;
    for (const input of findAll(form, "[name=place]", HTMLInputElement)) {
      if (choices.place) input.checked = input.value === PLACES[choices.place];
    }
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
  const single = roles.filter((role) => role.dataset.single !== undefined).map((role) => role.dataset.role ?? "");
  const given = people >= single.length ? seated(single, people, round).seats : {};
  /** @type {Record<string, string>} */
  const said = {};
  for (const role of roles) {
    const id = role.dataset.role ?? "";
    const seat = given[id];
    const words = seat ? say(texts, "seat", { number: seat }) : say(texts, "other-seats");
    const place = role.querySelector(".run-seat") ?? role.appendChild(document.createElement("dd"));
    place.className = "run-seat";
    place.textContent = people && single.length ? words : "";
    if (seat) said[id] = `${role.querySelector("dt")?.textContent}: ${words}`;
  }
  return said;
}
