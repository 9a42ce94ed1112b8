// A wheel to think with: its words are chosen from a list of which the drawing is a picture, marked on two wheels, and
// compared. Who somebody is is nobody else's business: all of it is in memory alone, never in the address, in storage or in
// the history, and it is gone as soon as the page is left.
import { below } from "../lib/chance.js";
import { element, find, findAll } from "../lib/dom.js";
import { say } from "../lib/texts.js";
import { isMarked, NONE, signsOf } from "./wheel/marks.js";
import { openPicture } from "./wheel/picture.js";
import { comparison, toldBelow, wordsOf } from "./wheel/telling.js";

const MOST = 20; // segments

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */
/** @typedef {import("./wheel/marks.js").Mark} Mark */
/**
 * @typedef {object} Segment
 * @property {HTMLInputElement} radio
 * @property {string} word nothing where it is empty
 * @property {string} id of the heading that tells it below; nothing for one of the reader's own
 * @property {string} empty what it is called while it is empty; nothing for one that was added
 * @property {Record<string, Mark>} marks by the name of a wheel
 */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { texts }) {
  const form = find(root, ".wheel-tool", HTMLFormElement);
  const list = find(form, ".words ol", HTMLOListElement);
  const place = find(form, ".chosen", HTMLElement);
  const before = [...place.childNodes];
  const marks = find(form, ".marks", HTMLFieldSetElement);
  const status = find(form, ".picked", HTMLElement);
  const field = find(form, ".add input", HTMLInputElement);
  const svg = find(root, ".wheel svg", SVGSVGElement);
  const words = wordsOf(svg);
  const picture = openPicture(svg, chooseAt);
  let empty = 0;
  /** @type {Segment[]} */
  const segments = words.map(({ id, word }) => opened(id, word, word ? "" : say(texts, "empty", { number: ++empty })));

  /**
   * A segment, with its place in the list.
   * @param {string} id
   * @param {string} word
   * @param {string} empty
   * @returns {Segment}
   */
  function opened(id, word, empty) {
    const radio = /** @type {HTMLInputElement} */ (element("input", { type: "radio", name: "segment", value: id }));
    const shown = element("span", {}, word || empty);
    list.append(
      element("li", {}, element("label", { class: "word" }, radio, shown, element("span", { class: "unseen" }))),
    );
    radio.addEventListener("focus", () => {
      const at = radio.matches(":focus-visible") ? segments.findIndex((segment) => segment.radio === radio) : -1;
      picture.mark("is-focused", at);
    });
    radio.addEventListener("blur", () => picture.mark("is-focused", -1));
    return { radio, word, id, empty, marks: unmarked() };
  }

  const chosen = () => segments.findIndex(({ radio }) => radio.checked);
  const whose = () => find(form, "[name=whose]:checked", HTMLInputElement).value;
  const both = () => whose() === "both";

  /** @param {string} name */
  const group = (name) => findAll(marks, `[name=${name}]`, HTMLInputElement);

  /** @param {number} at */
  function chooseAt(at) {
    const segment = segments[at];
    if (!segment) return;
    segment.radio.checked = true;
    segment.radio.focus({ preventScroll: true });
    show();
    place.scrollIntoView({ block: "nearest" });
  }

  /** Show what is chosen and marked, wherever it shows. */
  function show() {
    const at = chosen();
    const segment = segments[at];
    picture.mark("is-chosen", at);
    place.replaceChildren(...(segment ? told(segment) : before));
    marks.disabled = !segment?.word;
    marks.hidden = both();
    find(form, ".how", HTMLElement).hidden = whose() !== "other";
    const { seen, voiced, most } = segment?.marks[whose()] ?? NONE;
    for (const box of group("seen")) box.checked = box.value === seen;
    for (const box of group("voiced")) box.checked = box.value === voiced;
    for (const box of group("most")) box.checked = most;
    segments.forEach(showMarks);
    find(form, ".compared", HTMLElement).hidden = !both();
    find(form, ".compared ul", HTMLElement).replaceChildren(...comparison(segments, texts));
  }

  /**
   * @param {Segment} segment
   * @param {number} at
   */
  function showMarks({ radio, marks: { mine = NONE, other = NONE } }, at) {
    const shown = signsOf(whose(), mine, other);
    const isMine = whose() !== "other" && isMarked(mine);
    picture.shade(at, { mine: isMine, other: whose() !== "mine" && isMarked(other), signs: shown });
    const spoken = both() ? [] : shown.map((sign) => say(texts, sign));
    find(labelOf(radio), ".unseen", HTMLElement).textContent = spoken.map((sign) => `, ${sign}`).join("");
  }

  /** @param {Segment} segment */
  function told(segment) {
    if (segment.id) return toldBelow(find(document, `#segment-${segment.id}`, HTMLHeadingElement));
    if (!segment.word) return [element("p", {}, say(texts, "empty-told"))];
    const away = element("button", { type: "button", class: "quiet" }, say(texts, "take-away"));
    away.addEventListener("click", () => {
      takeAway(segment);
      field.focus(); // the button goes away
      show();
    });
    const words = element("p", { class: "chosen-word" }, segment.word);
    return [words, element("p", {}, say(texts, "own-told")), element("p", {}, away)];
  }

  /**
   * @param {Segment} segment
   * @param {string} word
   */
  function write(segment, word) {
    segment.word = word;
    find(labelOf(segment.radio), "span", HTMLElement).textContent = word || segment.empty;
    picture.write(segments.indexOf(segment), word);
  }

  /** @param {Segment} segment one of the reader's own */
  function takeAway(segment) {
    segment.marks = unmarked();
    if (segment.empty) return write(segment, "");
    const at = segments.indexOf(segment);
    segments.splice(at, 1);
    labelOf(segment.radio).closest("li")?.remove();
    picture.remove(at);
  }

  /** A segment for a word: the chosen one or another that is empty, or one more; nothing where there is no room. */
  function room() {
    const empty = segments.filter(({ word }) => !word);
    const segment = empty.find(({ radio }) => radio.checked) ?? empty[0];
    if (segment || segments.length >= MOST) return segment;
    const added = opened("", "", "");
    segments.push(added);
    picture.add();
    return added;
  }

  function add() {
    const word = field.value.trim();
    if (!word) return field.focus();
    const segment = room();
    if (!segment) {
      status.textContent = say(texts, "full");
      return;
    }
    write(segment, word);
    field.value = "";
    segment.radio.checked = true;
    status.textContent = say(texts, "added", { word });
    show();
  }

  function pick() {
    const others = segments.filter(({ radio, word }) => word && !radio.checked);
    const segment = others[others.length && below(others.length)];
    if (!segment) {
      status.textContent = say(texts, "nothing-to-pick");
      return;
    }
    segment.radio.checked = true;
    show();
    status.textContent = say(texts, "picked", { word: segment.word });
  }

  /** Forget everything: whoever comes to this page next, by going back too, finds nothing. */
  function forget() {
    for (const segment of segments.filter(({ id, word }) => !id && word)) takeAway(segment);
    for (const segment of segments) {
      segment.marks = unmarked();
      segment.radio.checked = false;
    }
    for (const box of findAll(form, "[name=whose]", HTMLInputElement)) box.checked = box.value === "mine";
    field.value = "";
    status.textContent = "";
    show();
  }

  marks.addEventListener("change", () => {
    const segment = segments[chosen()];
    if (!segment) return;
    const value = (/** @type {string} */ name) => group(name).find(({ checked }) => checked)?.value ?? "";
    segment.marks[whose()] = { seen: value("seen"), voiced: value("voiced"), most: group("most")[0]?.checked ?? false };
    segments.forEach(showMarks);
  });
  list.addEventListener("change", show);
  find(form, ".whose", HTMLFieldSetElement).addEventListener("change", show);
  find(form, ".pick", HTMLButtonElement).addEventListener("click", pick);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    forget();
    status.textContent = say(texts, "cleared");
  });
  for (const button of findAll(form, ".prints [value]", HTMLButtonElement))
    button.addEventListener("click", () => {
      root.dataset.print = button.value;
      print();
    });
  addEventListener("afterprint", () => delete root.dataset.print);
  addEventListener("pagehide", forget);
  addEventListener("pageshow", ({ persisted }) => persisted && forget());

  forget(); // a browser may have filled in what was chosen before
  const asked = segments.find(({ id }) => id && location.hash === `#segment-${id}`);
  if (asked) asked.radio.checked = true;
  show();
}

/** @returns {Record<string, Mark>} */
const unmarked = () => ({});

/** @param {HTMLInputElement} radio */
const labelOf = (radio) => /** @type {HTMLElement} */ (radio.closest("label"));
