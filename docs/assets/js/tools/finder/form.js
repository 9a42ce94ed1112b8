// The finder's form, and the address that says the same: either can be filled from the other.
import { asking, query } from "../../lib/address.js";
import { say } from "../../lib/texts.js";

/** @typedef {Record<string, string>} Question from the name of a field to what was answered; only what was */
/** @typedef {ReturnType<typeof openForm>} Form */

/**
 * @param {HTMLFormElement} element
 * @param {import("../../lib/texts.js").Texts} texts
 */
export function openForm(element, texts) {
  const page = element.getAttribute("action") ?? "";

  /** @param {string} name */
  function field(name) {
    const control = element.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control : null;
  }

  /** @param {string} name */
  const label = (name) => field(name)?.labels?.[0]?.textContent?.trim() ?? "";

  /** @param {string} name */
  function offered(name) {
    const control = field(name);
    const options = control instanceof HTMLSelectElement ? [...control.options] : [];
    return options.filter(({ value }) => value).map(({ value, text }) => ({ value, label: text }));
  }

  return {
    element,
    page,
    label,

    /** What a field calls a value that it offers; nothing where it does not. @param {string} name @param {string} value */
    option: (name, value) => offered(name).find((option) => option.value === value)?.label ?? "",

    /** The answers that a field offers. @param {string} name */
    options: (name) => offered(name),

    /** @param {Question} question */
    addressOf: (question) => asking(page, question),

    /** @returns {Question} */
    asked() {
      const filled = [...new FormData(element)].map(([name, value]) => [name, String(value).trim()]);
      return Object.fromEntries(filled.filter(([, value]) => value));
    },

    /** Fill the form. @param {Question} question */
    fill(question) {
      element.reset();
      for (const [name, value] of Object.entries(question)) {
        const control = field(name);
        if (control) control.value = value;
      }
    },

    /** Fill the form from the address. Returns what could not be used, in words. */
    readAddress() {
      element.reset();
      const unused = [];
      for (const [name, value] of query()) {
        const control = field(name);
        if (!control || !value.trim()) continue;
        control.value = value;
        if (control.value !== value || !control.validity.valid) {
          unused.push(say(texts, "left-out", { value, label: label(name) }));
          control.value = "";
        }
      }
      return unused;
    },
  };
}
