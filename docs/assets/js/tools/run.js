// Run mode: one step a screen, with a clock that goes by instants. What happened stands behind # in the address, and
// nowhere else: a reload, or another device, goes on where it stood.
import { find, findAll } from "../lib/dom.js";
import { after, correctable, jump, MINUTE, moved, read, withoutLastFit } from "../lib/run/clock.js";
import { isFresh, shared } from "../lib/run/follow.js";
import { say } from "../lib/texts.js";
import { keepAwake } from "./run/awake.js";
import { bell } from "./run/bell.js";
import { catchingUp } from "./run/catching-up.js";
import { code } from "./run/code.js";
import { ending } from "./run/ending.js";
import { face, write } from "./run/face.js";
import { asking, seats } from "./run/form.js";
import { listen, showKeys } from "./run/keys.js";
import { addressed, beside, NOTHING_CHOSEN, planned, readAddress } from "./run/plan.js";
import { stepOn } from "./run/step.js";
import { lasting, truth } from "./run/words.js";

/**
 * @typedef {import("../lib/run/clock.js").Event} Event
 * @typedef {import("../lib/run/clock.js").Session} Session
 * @typedef {"before" | "step" | "pause" | "care" | "follow" | "end"} View
 */

const BEAT = 250; // ms: what is shown is worked out afresh, never counted
/** From what is shown to the parts of the page that show it. @type {Record<View, string>} */
const PARTS = {
  before: "run-before run-decide",
  step: "run-step run-clock run-aside run-controls",
  pause: "run-pause run-clock run-aside run-controls",
  care: "run-care run-pause run-decide",
  follow: "run-follow",
  end: "run-end",
};

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
  const finish = ending(root, { title, titles, texts });

  const kept = readAddress(location.hash.slice(1), given.steps.length);
  let choices = kept?.choices ?? NOTHING_CHOSEN;
  /** @type {Session} */
  let session = { steps: planned(given, choices).steps, events: [], ...kept };
  /** @type {View | undefined} */
  let over; // what lies over the step: care, or follow
  let shownView = "";
  let shownStep = -1;
  let shownCode = "";
  let scanned = "";
  let undoFor = -1;
  let jumped = 0;
  let last = { wall: Date.now(), steady: performance.now() };

  const reading = () => read(session, Date.now());
  const awake = keepAwake(() => ["running", "paused"].includes(reading().status));
  const behind = catchingUp(find(root, ".run-behind", HTMLDetailsElement), titles, texts, {
    session: () => session,
    choose(event, message) {
      undoFor = reading().step;
      happen(event);
      write(element(".run-undo span"), message);
      clock.tell(message);
      element("[data-do=undo]").focus();
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
  const view = () => {
    const { status } = reading();
    if (status === "waiting") return "before";
    if (status === "ended") return "end";
    return over ?? (status === "paused" ? "pause" : "step");
  };

  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    next: () => go(1),
    back: () => go(-1),
    more: () => happen({ type: "added", at: Date.now(), step: reading().step, by: MINUTE }),
    pause: () => {
      happen({ type: "paused", at: Date.now() });
      element("[data-do=go-on]").focus();
    },
    "go-on": () => {
      happen({ type: "resumed", at: Date.now() });
      element("[data-do=pause]").focus();
    },
    "pause-here": () => {
      happen({ type: "paused", at: Date.now() });
      visible("return")?.focus();
    },
    finish: end,
    end,
    undo: () => {
      session = withoutLastFit(session);
      undoFor = -1;
      save();
      show();
      steps[reading().step]?.heading.focus();
    },
    care: () => lay("care", "#upset"),
    follow: () => {
      scanned = shownCode;
      lay("follow", ".run-follow h2");
    },
    return: () => {
      scanned = over === "follow" ? shownCode : scanned;
      const from = over;
      over = undefined;
      show();
      (visible(from ?? "next") ?? visible("next"))?.focus();
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
      form.querySelector("input")?.focus();
    },
    slept: () => settle(0),
    wrong: () => settle(jumped),
  };

  /** The button for something, where it can be seen. @param {string} name */
  const visible = (name) =>
    findAll(root, `[data-do=${name}]`, HTMLElement).find((button) => button.getClientRects().length > 0);

  /** @param {1 | -1} way */
  function go(way) {
    const { lengths, step } = reading();
    const to = beside(lengths, step, way);
    if (to === null) return;
    undoFor = -1;
    happen({ type: "stepped", at: Date.now(), to });
    scrollTo(0, 0);
    if (!visible("next")) visible("finish")?.focus();
  }

  function end() {
    over = undefined;
    happen({ type: "ended", at: Date.now() });
    find(root, ".run-settings", HTMLDetailsElement).open = false;
    find(root, ".run-over h2", HTMLElement).focus();
  }

  /**
   * @param {View} what
   * @param {string} heading
   */
  function lay(what, heading) {
    if (view() === "before" || view() === "end") return;
    over = what;
    show();
    const focused = element(heading);
    focused.tabIndex = -1;
    focused.focus();
    scrollTo(0, 0);
  }

  /** Once the reader has said what a jump of the clock was. @param {number} by */
  function settle(by) {
    jumped = 0;
    element(".run-jump").replaceChildren();
    if (by) session = moved(session, by);
    save();
    show();
    visible("next")?.focus();
  }

  /** @param {number} minutes */
  function correct(minutes) {
    const now = Date.now();
    const most = correctable(session, now);
    const by = Math.min(minutes * MINUTE, most);
    if (!(minutes > 0)) return;
    if (by >= 1000) happen({ type: "corrected", at: now, by });
    find(root, ".run-earlier", HTMLDetailsElement).open = false;
    find(root, ".run-earlier summary", HTMLElement).focus();
    const time = lasting(texts, by);
    clock.tell(by < minutes * MINUTE ? say(texts, "at-most", { time }) : say(texts, "corrected", { time }));
  }

  /** Ask, where the clock of the device and the time that passed do not agree. */
  function watch() {
    const now = { wall: Date.now(), steady: performance.now() };
    const by = jump(last, now);
    last = now;
    if (!by || !["running", "paused"].includes(reading().status)) return;
    jumped += by;
    const button = (/** @type {string} */ name, /** @type {string} */ words) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", textContent: words, className: "quiet" });
      made.dataset.do = name;
      return made;
    };
    element(".run-jump").replaceChildren(
      `${say(texts, "slept", { time: lasting(texts, jumped) })} `,
      button("slept", jumped > 0 ? say(texts, "device-slept") : say(texts, "clock-right")),
      " ",
      button("wrong", say(texts, "clock-wrong")),
    );
  }

  function show() {
    const now = read(session, Date.now());
    const seen = view();
    if (seen !== shownView) {
      shownView = seen;
      page.dataset.run = seen;
      const parts = PARTS[seen].split(" ");
      for (const names of Object.values(PARTS).flatMap((all) => all.split(" "))) {
        for (const part of findAll(root, `.${names}`, HTMLElement)) part.hidden = !parts.includes(names);
      }
      if (seen === "before") showBefore();
      if (seen === "end")
        finish(
          session.steps.map(({ length }) => length),
          now.spent,
        );
      shownStep = -1;
    }
    if (seen === "before") return questions.tell(choices);
    if (now.step !== shownStep) {
      shownStep = now.step;
      for (const [index, box] of boxes.entries()) box.hidden = seen !== "step" || index !== now.step;
    }
    if (seen === "end") return;
    const turn = clock.show(now, session.steps, choices.look);
    steps[now.step]?.takeTurn(turn);
    showAround(now);
    showCode();
  }

  function showBefore() {
    questions.fill(choices);
    seats(root, choices, texts);
  }

  /** @param {import("../lib/run/clock.js").Reading} now */
  function showAround(now) {
    const { step, lengths, status } = now;
    const next = beside(lengths, step, 1);
    const isPaused = status === "paused";
    write(element(".run-truth"), truth(texts, now, session.due !== undefined));
    write(element(".run-next"), next === null ? say(texts, "last-step") : nextWords(next, lengths[next] ?? null));
    element("[data-do=next]").hidden = next === null;
    element("[data-do=finish]").hidden = next !== null;
    element("[data-do=pause]").hidden = isPaused;
    element("[data-do=go-on]").hidden = !isPaused;
    element("[data-do=pause-here]").hidden = isPaused;
    find(root, "[data-do=back]", HTMLButtonElement).disabled = beside(lengths, step, -1) === null;
    element("[data-do=more]").hidden = lengths[step] === null;
    element(".run-undo").hidden = undoFor !== step;
    const left = element(".run-digits").textContent ?? "";
    write(
      element(".run-still"),
      isPaused ? say(texts, "still-paused") : say(texts, "still-runs", { left: left.trim() }),
    );
    behind(Date.now());
  }

  /** @type {(step: number, length: number | null) => string} */
  const nextWords = (step, length) =>
    say(texts, "next-step", {
      title: titles[step] ?? "",
      time: length === null ? say(texts, "no-time") : lasting(texts, length),
    });

  function showCode() {
    const now = Date.now();
    const fragment = shared(session, now);
    scanned ||= fragment;
    element(".run-again").hidden = isFresh(scanned, session, now);
    if (fragment === shownCode) return;
    shownCode = fragment;
    if (over === "follow") scanned = fragment;
    const link = find(root, ".run-scan a", HTMLAnchorElement);
    link.hash = fragment;
    for (const place of findAll(root, ".run-code", HTMLElement)) place.replaceChildren(code(link.href));
    element(".run-address").textContent = link.href;
  }

  const settings = find(root, ".run-settings", HTMLDetailsElement);
  for (const input of findAll(settings, "[name=look]", HTMLInputElement)) {
    input.checked = Number(input.value) === choices.look;
  }
  find(settings, "[name=keys]", HTMLInputElement).checked = choices.keys === 1;
  settings.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "bell") return sound.set(target.checked);
    if (target.name === "look") choices = { ...choices, look: Number(target.value) };
    if (target.name === "keys") choices = { ...choices, keys: Number(target.checked) };
    showKeys(root, choices.keys === 1);
    if (session.events.length) save();
    show();
  });
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do], [data-earlier]") : null;
    if (!(button instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (button instanceof HTMLAnchorElement) event.preventDefault();
    if (button.dataset.earlier) return correct(Number(button.dataset.earlier));
    actions[button.dataset.do ?? ""]?.(button);
  });
  find(root, ".run-earlier form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const field = find(root, "[name=earlier]", HTMLInputElement);
    correct(Math.round(Number(field.value)));
    field.value = "";
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
    scanned = "";
    const first =
      beside(
        session.steps.map(({ length }) => length),
        -1,
        1,
      ) ?? 0;
    const at = Date.now();
    happen({ type: "started", at }, ...(first ? [/** @type {Event} */ ({ type: "stepped", at, to: first })] : []));
    awake();
    scrollTo(0, 0);
    steps[reading().step]?.heading.focus();
  });
  for (const notes of findAll(root, ".run-notes", HTMLDetailsElement)) {
    notes.addEventListener("toggle", () => {
      for (const other of findAll(root, ".run-notes", HTMLDetailsElement)) other.open = notes.open;
    });
  }
  listen(root, () => choices.keys === 1);
  showKeys(root, choices.keys === 1);
  for (const part of findAll(
    root,
    ".run-tools, .run-form, .run-face, .run-side, .run-return, .run-large, .run-over, .run-buttons",
    HTMLElement,
  )) {
    part.hidden = false;
  }
  for (const part of findAll(root, ".run-bank, .run-follow-link", HTMLElement)) part.hidden = true;
  element("[data-do=full]").hidden = !document.fullscreenEnabled;
  const known = seats(root, choices, texts);
  for (const step of steps) step.seat(known);
  if (given.steps.some(({ place }) => place) && !choices.place) ({ choices } = questions.answers(choices));
  delete page.dataset.asked;
  show();
  awake();
  setInterval(() => {
    watch();
    show();
  }, BEAT);
}
