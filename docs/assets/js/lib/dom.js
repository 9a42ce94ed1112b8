// Elements: found by what they must be, and made with their attributes and children.

/**
 * The first element that a selector finds. A page without it is our own mistake, and an error.
 * @template {Element} Kind
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(within, selector, kind) {
  const element = within.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} at ${selector}`);
}

/**
 * Every element of a kind that a selector finds.
 * @template {Element} Kind
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind[]}
 */
export function findAll(within, selector, kind) {
  return [...within.querySelectorAll(selector)].flatMap((element) => (element instanceof kind ? element : []));
}

/**
 * Make an element.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  node.append(...children);
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element of a drawing.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function drawn(name, attributes = {}, ...children) {
  const shape = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, String(value));
  shape.append(...children);
  return shape;
}

const ICON = { class: "icon", width: "24", height: "24", fill: "currentColor", "aria-hidden": "true" };

/**
 * One of the icons that all pages share. Where their file is, the header's own icons say.
 * @param {string} name
 */
export function icon(name) {
  const svg = icons.get(name) ?? draw(name);
  icons.set(name, svg);
  return svg.cloneNode(true);
}

/** @type {Map<string, SVGElement>} */
const icons = new Map(); // a list of results shows a few of them many times, and a copy is made faster

/** @param {string} name */
function draw(name) {
  const [file] = (document.querySelector("use")?.getAttribute("href") ?? "").split("#");
  return drawn("svg", ICON, drawn("use", { href: `${file}#icon-${name}` }));
}
