// Session models side by side: two or three of those in the page's table, chosen by their chips. They stand in the address.
import { query } from "../lib/address.js";
import { address } from "../lib/chips.js";
import { element, find, findAll } from "../lib/dom.js";
import { say } from "../lib/texts.js";

const LEAST = 2;
const MOST = 3;

/** @typedef {{ texts: import("../lib/texts.js").Texts }} Given */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export function start(root, { texts }) {
  const boxes = findAll(root, "input", HTMLInputElement);
  if (boxes.length < LEAST) return;
  const form = find(root, "form", HTMLFormElement);
  const status = find(root, "[role=status]", HTMLElement);
  const all = find(root, "[type=reset]", HTMLButtonElement);
  const whole = find(root, ".all-models", HTMLTableElement);
  const few = find(root, ".chosen-models", HTMLTableElement);
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);

  function show() {
    const ids = chosen();
    const isEnough = ids.length >= LEAST;
    if (isEnough) fill(few, whole, ids);
    root.classList.toggle("has-chosen", isEnough);
    few.hidden = !isEnough;
    whole.hidden = isEnough;
    all.hidden = !ids.length;
    status.textContent = isEnough
      ? say(texts, "chosen", { count: ids.length })
      : say(texts, ids.length ? "one-more" : "all", { count: boxes.length });
    return ids;
  }

  const keep = () =>
    history.replaceState(null, "", address(show().map((id) => /** @type {[string, string]} */ (["with", id]))));

  const asked = query().flatMap(([name, value]) => (name === "with" ? [value] : []));
  for (const box of boxes) box.checked = asked.includes(box.value) && chosen().length < MOST;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const isTooMany = chosen().length > MOST;
    if (isTooMany && target instanceof HTMLInputElement) target.checked = false;
    keep();
    if (isTooMany) status.textContent = say(texts, "too-many");
  });
  form.addEventListener("reset", () => {
    for (const box of boxes) box.checked = false;
    boxes[0]?.focus(); // the button goes away
    keep();
  });
  show();
}

/**
 * Turn rows of one table into the columns of another.
 * @param {HTMLTableElement} few
 * @param {HTMLTableElement} whole
 * @param {string[]} ids of the rows, in the order of the columns
 */
function fill(few, whole, ids) {
  few.classList.toggle("is-pair", ids.length === LEAST);
  const heads = findAll(whole, "thead th", HTMLTableCellElement).slice(1);
  const rows = findAll(whole, "tbody tr", HTMLTableRowElement).filter((row) => ids.includes(row.dataset.model ?? ""));
  const names = rows.map((row) => element("th", { scope: "col" }, ...copied(row.cells[0])));
  find(few, "thead", HTMLElement).replaceChildren(element("tr", {}, element("td"), ...names));
  const told = heads.map((head, at) => {
    const cells = rows.map((row, column) =>
      element("td", { "data-column": names[column]?.textContent ?? "" }, ...copied(row.cells[at + 1])),
    );
    return element("tr", {}, element("th", { scope: "row" }, head.textContent ?? ""), ...cells);
  });
  find(few, "tbody", HTMLElement).replaceChildren(...told);
}

/** @param {HTMLTableCellElement | undefined} cell */
const copied = (cell) => [...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true));
