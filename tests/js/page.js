// What scripts ask of a page, where there is none: its language, its address, its storage.

/** @param {{ lang?: string, path?: string, search?: string, storage?: object }} page */
export function pretend({ lang = "en-GB", path = "/", search = "", storage } = {}) {
  globalThis.document = { documentElement: { lang } };
  globalThis.location = { pathname: path, search, hash: "" };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
}
