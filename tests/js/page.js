// What scripts ask of a page, where there is none: its language, its address, its storage.

/** @param {{ lang?: string, search?: string, storage?: object }} page */
export function pretend({ lang = "en-GB", search = "", storage } = {}) {
  globalThis.document = { documentElement: { lang } };
  globalThis.location = { search };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
}
