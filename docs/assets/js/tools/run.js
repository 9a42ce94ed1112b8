// Run mode: one step a screen, with a clock that goes by instants. What happened stands behind # in the address, and
// nowhere else: a reload, or another device, goes on where it stood.
import { find, findAll } from "../lib/dom.js";
import { after, MINUTE, moved, read, withoutLastFit } from "../lib/run/clock.js";
import { aside } from "./run/aside.js";
import { keepAwake } from "./run/awake.js";
import { bell } from "./run/bell.js";
import { catchingUp } from "./run/catching-up.js";
import { startedEarlier } from "./run/earlier.js";
import { ending } from "./run/ending.js";
import { face } from "./run/face.js";
import { asking, seats } from "./run/form.js";
import { watching } from "./run/jumps.js";
import { listen, showKeys } from "./run/keys.js";
import { addressed, beside, NOTHING_CHOSEN, planned, readAddress } from "./run/plan.js";
import { screenOf } from "./run/screen.js";
import { settings } from "./run/settings.js";
import { stepOn } from "./run/step.js";
import { stripOn } from "./run/strip.js";

/**
 * @typedef {import("../lib/run/clock.js").Event} Event
 * @typedef {import("../lib/run/clock.js").Session} Session
 * @typedef {import("./run/screen.js").View} View
 */

const STILL = { preventScroll: true }; // what has the focus is in sight: a bar that sticks would be scrolled to
const BEAT = 250; // ms: what is shown is worked out afresh, never counted

/** @type {Record<import("../lib/run/clock.js").Status, View>} */
const VIEWS = { waiting: "before", running: "step", paused: "pause", ended: "end" };

/**
 * @param {HTMLElement} root
 * @param {import("./run/plan.js").Given} given
 */
export function start(root, given) {
  const { texts } = given;
  const page = document.documentElement;
  const element = (/** @type {string} */ selector) => find(root, selector, HTMLElement);
  const boxes = findAll(root, ".run-step", HTMLElement);
  const steps = boxes.map((box, index) => stepOn(box, root, given.steps[index], texts));
  const titles = steps.map((step) => step.title);
  const title = find(document, "h1", HTMLElement).textContent ?? "";
  const form = find(root, ".run-form", HTMLFormElement);
  const questions = asking(form, given);
  const sound = bell();
  const clock = face(root, { titles, texts, ring: sound.ring });
  const strip = stripOn(find(root, ".run-strip", SVGSVGElement), boxes);
  const screen = screenOf(root, boxes);
  const finish = ending(root, { title, titles, texts });

  const kept = readAddress(location.hash.slice(1), given.steps.length);
  let choices = kept?.choices ?? NOTHING_CHOSEN;
  /** @type {Session} */
  let session = { steps: planned(given, choices).steps, events: [], ...kept };
  /** @type {View | undefined} */
  let over; // what lies over the step: care, or follow

  const reading = () => read(session, Date.now());
  const isOn = () => ["running", "paused"].includes(reading().status);
  const awake = keepAwake(isOn);
  const jumps = watching(element(".run-jump"), texts);
  const around = aside(root, titles, texts);
  const behind = catchingUp(find(root, ".run-behind", HTMLDetailsElement), titles, texts, {
    session: () => session,
    choose(event, message) {
      around.offerUndo(reading().step, message);
      happen(event);
      clock.tell(message);
      element("[data-do=undo]").focus(STILL);
    },
  });

  const save = () => history.replaceState(null, "", `${location.pathname}#${addressed(choices, session)}`);

  /** @param {...Event} events */
  const happen = (...events) => {
    session = after(session, ...events);
    save();
    show();
  };

  /** @returns {View} */
  const view = () => over ?? VIEWS[reading().status];

  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    next: () => go(1),
    back: () => go(-1),
    more: () => happen({ type: "added", at: Date.now(), step: reading().step, by: MINUTE }),
    pause: () => {
      happen({ type: "paused", at: Date.now() });
      element("[data-do=go-on]").focus(STILL);
    },
    "go-on": () => {
      happen({ type: "resumed", at: Date.now() });
      element("[data-do=pause]").focus(STILL);
    },
    "pause-here": () => {
      happen({ type: "paused", at: Date.now() });
      visible("return")?.focus(STILL);
    },
    finish: end,
    end,
    undo: () => {
      session = withoutLastFit(session);
      around.offerUndo(-1);
      save();
      show();
      steps[reading().step]?.heading.focus(STILL);
    },
    care: () => lay("care", "#upset"),
    follow: () => lay("follow", ".run-follow h2"),
    return: () => {
      const from = over;
      over = undefined;
      show();
      (visible(from ?? "next") ?? visible("next"))?.focus(STILL);
    },
    prompt: () => steps[reading().step]?.turn(1),
    "prompt-back": () => steps[reading().step]?.turn(-1),
    bank: () => steps[reading().step]?.change(),
    full: () => void (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen()),
    again: () => {
      choices = { ...choices, round: choices.round + 1 };
      session = { steps: session.steps, events: [] };
      save();
      show();
      focusOn("#before");
    },
    slept: () => settle(0),
    wrong: () => settle(jumps.by()),
  };

  /** The button for something, where it can be seen. @param {string} name */
  const visible = (name) =>
    findAll(root, `[data-do=${name}]`, HTMLElement).find((button) => button.getClientRects().length > 0);

  /** @param {1 | -1} way */
  function go(way) {
    const { lengths, step } = reading();
    const to = beside(lengths, step, way);
    if (to === null) return;
    around.offerUndo(-1);
    happen({ type: "stepped", at: Date.now(), to });
    scrollTo(0, 0);
    if (!visible("next")) visible("finish")?.focus(STILL);
  }

  function end() {
    over = undefined;
    happen({ type: "ended", at: Date.now() });
    find(root, ".run-settings", HTMLDetailsElement).open = false;
    find(root, ".run-over h2", HTMLElement).focus(STILL);
  }

  /**
   * @param {View} what
   * @param {string} heading
   */
  function lay(what, heading) {
    over = what;
    show();
    focusOn(heading);
  }

  /** @param {string} heading */
  function focusOn(heading) {
    const focused = element(heading);
    focused.tabIndex = -1;
    focused.focus(STILL);
  }

  /** Once the reader has said what a jump of the clock was. @param {number} by */
  function settle(by) {
    jumps.forget();
    if (by) session = moved(session, by);
    save();
    show();
    visible("next")?.focus(STILL);
  }

  function show() {
    const now = read(session, Date.now());
    const seen = view();
    if (screen.show(seen)) enter(seen, now);
    if (seen === "before") return questions.tell(choices);
    screen.showStep(seen === "step" ? now.step : -1);
    if (now.status === "waiting" || now.status === "ended") return;
    steps[now.step]?.takeTurn(clock.show(now, session.steps, choices.look));
    around.show(session, now);
    behind(Date.now());
    strip(now);
  }

  /** @type {(seen: View, now: import("../lib/run/clock.js").Reading) => void} */
  function enter(seen, now) {
    if (seen === "before") {
      questions.fill(choices);
      seats(root, choices, texts);
    }
    if (seen === "end") finish(planLengths(), now.spent);
  }

  const planLengths = () => session.steps.map(({ length }) => length);

  settings(root, choices, (name, value) => {
    if (name === "bell") return sound.set(value === 1);
    choices = { ...choices, [name]: value };
    showKeys(root, choices.keys === 1);
    if (session.events.length) save();
    show();
  });
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (button instanceof HTMLAnchorElement) event.preventDefault();
    actions[button.dataset.do ?? ""]?.(button);
  });
  startedEarlier(find(root, ".run-earlier", HTMLDetailsElement), texts, {
    session: () => session,
    happen,
    tell: clock.tell,
  });
  form.addEventListener("input", () => {
    ({ choices } = questions.answers(choices));
    seats(root, choices, texts);
    questions.tell(choices);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = questions.answers(choices);
    choices = answers.choices;
    const { due } = answers;
    session = { steps: planned(given, choices).steps, events: [], ...(due === undefined ? {} : { due }) };
    const known = seats(root, choices, texts);
    for (const step of steps) step.seat(known);
    around.scanAfresh();
    const first = beside(planLengths(), -1, 1) ?? 0;
    const at = Date.now();
    happen({ type: "started", at }, ...(first ? [/** @type {Event} */ ({ type: "stepped", at, to: first })] : []));
    awake();
    steps[reading().step]?.heading.focus(STILL);
  });
  for (const notes of findAll(root, ".run-notes", HTMLDetailsElement)) {
    notes.addEventListener("toggle", () => {
      for (const other of findAll(root, ".run-notes", HTMLDetailsElement)) other.open = notes.open;
    });
  }
  addEventListener("hashchange", () => {
    if (readAddress(location.hash.slice(1), given.steps.length)) location.reload();
    else if (session.events.length) save(); // a link to a place on this page took what happened out of the address
  });
  listen(root, () => choices.keys === 1);
  showKeys(root, choices.keys === 1);
  element("[data-do=full]").hidden = !document.fullscreenEnabled;
  const known = seats(root, choices, texts);
  for (const step of steps) step.seat(known);
  if (given.steps.some(({ place }) => place) && !choices.place) ({ choices } = questions.answers(choices));
  show();
  awake();
  setInterval(() => {
    if (jumps.look() && !isOn()) jumps.forget();
    show();
  }, BEAT);
}
