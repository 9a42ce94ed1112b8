// A copy of the library for offline, unless the reader's browser is set to save data. Where there is no worker, nothing happens.
import { home } from "../lib/address.js";

export function start() {
  const { connection } = /** @type {Navigator & { connection?: { saveData?: boolean } }} */ (navigator);
  if (!navigator.serviceWorker || connection?.saveData) return;
  navigator.serviceWorker.register(new URL("sw.js", home())).catch(() => {});
}
