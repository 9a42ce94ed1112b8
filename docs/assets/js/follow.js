// A phone that follows a session: which step runs by the phone's own clock, from what stands behind # in the address.
// Nothing is fetched, kept or sent. Written for browsers of 2013, which biome.json allows for.
import { followed, turnAt } from "./lib/run/followed.js";

var steps = document.querySelectorAll(".follow-step");
var left = byId("follow-left");
var turn = byId("follow-turn");

show();
setInterval(show, 1000);
window.onhashchange = show;

function show() {
  var at = followed(location.hash.slice(1), Date.now());
  var isOver = at !== null && at.kind === "e";
  byId("follow-scan").hidden = at !== null;
  byId("follow-again").hidden = at === null;
  left.hidden = at === null;
  for (var index = 0; index < steps.length; index++) {
    /** @type {HTMLElement} */ (steps[index]).hidden = at !== null && (isOver || index !== at.step);
  }
  if (at !== null) write(left, isOver ? wordsOf(left, "over") : time(at));
  showTurn(at);
}

/** @param {import("./lib/run/followed.js").Followed | null} at */
function showTurn(at) {
  var step = at && /** @type {HTMLElement | undefined} */ (steps[at.step]);
  var people = Number(step && step.getAttribute("data-in"));
  turn.hidden = !at || at.kind === "e" || !people;
  if (!at || !step || turn.hidden) return;
  var index = turnAt(Number(step.getAttribute("data-turn")), people, at);
  write(turn, index === people ? wordsOf(turn, "all") : wordsOf(turn, "turn").replace("%", "ABC".charAt(index)));
}

/**
 * How much is left of the step, in words.
 * @param {import("./lib/run/followed.js").Followed} at
 */
function time(at) {
  if (at.kind === "p") return wordsOf(left, "paused");
  if (at.length === null) return wordsOf(left, "open");
  var rest = at.length - at.spent;
  if (rest < 60) return wordsOf(left, "none");
  return rest < 90 ? wordsOf(left, "one") : wordsOf(left, "many").replace("%", String(Math.round(rest / 60)));
}

/**
 * Words that the page holds for this script.
 * @param {HTMLElement} element
 * @param {string} name
 */
function wordsOf(element, name) {
  return element.getAttribute("data-" + name) || "";
}

/**
 * Only what changes is read aloud.
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
