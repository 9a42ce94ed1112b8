// A pack: what a reader picked, in their order, to print behind one cover. Its address holds what was picked and nothing
// else. Their own stays in the tab until it is closed; one that somebody sent them is shown, and kept only if they say so.
import { find, findAll } from "../lib/dom.js";
import { isTooMany, keep, kept, linksAt, MOST, moved, placeOf } from "../lib/pack.js";
import { short } from "../lib/short.js";
import { say } from "../lib/texts.js";
import { start as startKeep } from "./keep.js";
import { cover, part } from "./pack/parts.js";
import { keeper } from "./pack/words.js";

/** @typedef {import("../lib/texts.js").Texts} Texts */
/** @typedef {import("./pack/parts.js").Part} Part */
/** @typedef {{ texts: Texts, keep: Texts }} Given keep: what is said of sheets that are kept on the device */

/**
 * @param {HTMLElement} root
 * @param {Given} given
 */
export async function start(root, { texts, keep: keepTexts }) {
  const status = find(root, ".status", HTMLElement);
  const list = find(root, ".packed", HTMLOListElement);
  const face = find(root, ".cover", HTMLElement);
  const sheets = find(root, ".keep", HTMLElement);
  const blank = /** @type {HTMLElement} */ (sheets.cloneNode(true));
  /** @type {Map<string, Part>} */
  const parts = new Map();
  let { links, isOwn } = opened();

  /** @param {string} told what is said of what was done; without it, how many there are and how long they stay */
  async function show(told = "") {
    if (isOwn) keep(links);
    history.replaceState({ isOwn }, "", location.pathname + placeOf(links));
    await Promise.all(links.map(load));
    const shown = links.flatMap((link) => parts.get(link) ?? []);
    list.replaceChildren(...shown.map(({ item }) => item));
    face.replaceChildren(...cover(shown, texts));
    for (const place of findAll(root, ".cover, .holds, .pack-foot", HTMLElement)) place.hidden = links.length === 0;
    find(root, ".to-add", HTMLElement).hidden = links.length > 0;
    find(root, "[data-do=take-over]", HTMLElement).hidden = isOwn;
    const count = say(texts, links.length ? (isOwn ? "count" : "shared") : "empty", { count: links.length });
    status.textContent = told || count;
    offerSheets();
  }

  /** @param {string} link */
  async function load(link) {
    const held = parts.get(link);
    if (held?.brief) return;
    const brief = await short(link).catch(() => undefined);
    parts.set(link, part(link, brief, words.of(link), texts));
  }

  /** The sheets of what is in the pack now, to be kept without a network. */
  function offerSheets() {
    const fresh = /** @type {HTMLElement} */ (blank.cloneNode(true));
    find(root, ".keep", HTMLElement).replaceWith(fresh);
    if (list.querySelector("ul.files")) startKeep(fresh, { texts: keepTexts });
  }

  /** @type {Record<string, (link: string, title: string, button: HTMLElement) => unknown>} */
  const actions = {
    print: () => print(),
    copy: async () => {
      status.textContent = await copied(texts);
    },
    "take-over": () => {
      const all = [...new Set([...kept(), ...links])];
      if (isTooMany(all)) return show(say(texts, "full", { most: MOST }));
      links = all;
      isOwn = true;
      return show();
    },
    clear: async () => {
      links = [];
      isOwn = true;
      words.forget();
      await show(say(texts, "cleared"));
      status.focus();
    },
    remove: async (link, title) => {
      links = links.filter((other) => other !== link);
      await show(say(texts, "removed", { title }));
      status.focus(); // the button is gone
    },
    up: (link, title, button) => move(link, -1, title, button),
    down: (link, title, button) => move(link, 1, title, button),
  };

  /**
   * @param {string} link
   * @param {-1 | 1} by
   * @param {string} title
   * @param {HTMLElement} button
   */
  async function move(link, by, title, button) {
    links = moved(links, link, by);
    await show(say(texts, "moved", { title, number: links.indexOf(link) + 1 }));
    button.focus(); // it was taken out of the page for a moment
  }

  const words = keeper(root, texts);
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const link = button?.closest("li")?.dataset.link ?? "";
    if (button) actions[button.dataset.do ?? ""]?.(link, parts.get(link)?.title ?? link, button);
  });
  addEventListener("hashchange", () => location.reload()); // another pack was asked for
  addEventListener("beforeprint", () => {
    for (const fold of list.querySelectorAll("details")) fold.open = true;
  });
  await show();
}

/** The pack that the address holds, or else that of this tab. One that was the reader's own when it was left is so again. */
function opened() {
  const there = linksAt(location.hash);
  const own = kept();
  const isOwn = !there?.length || there.join() === own.join() || history.state?.isOwn === true;
  return { links: isOwn ? own : (there ?? []), isOwn };
}

/**
 * Copy the address of this page, which holds the pack. Returns what to tell the reader.
 * @param {Texts} texts
 */
async function copied(texts) {
  try {
    await navigator.clipboard.writeText(location.href);
    return say(texts, "copied");
  } catch {
    return say(texts, "not-copied");
  }
}
