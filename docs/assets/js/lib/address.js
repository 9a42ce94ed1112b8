// Addresses: where the site stands, and what the part after the question mark asks.
import { find } from "./dom.js";

/** The site's own folder: its manifest stands there, and every page names it. */
export const home = () => new URL(".", find(document, "link[rel=manifest]", HTMLLinkElement).href);

/** What the page's address asks, in order. */
export const query = () => [...new URLSearchParams(location.search)];

/**
 * An address that asks something.
 * @param {string} page
 * @param {Record<string, string>} question
 */
export const asking = (page, question) => `${page}?${new URLSearchParams(question)}`;
