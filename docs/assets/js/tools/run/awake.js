// The screen stays on while a session runs, where the device can: it is asked again whenever the page comes back into view.

/** @param {() => boolean} isWanted */
export function keepAwake(isWanted) {
  const { wakeLock } = /** @type {{ wakeLock?: { request(type: "screen"): Promise<unknown> } }} */ (
    /** @type {unknown} */ (navigator)
  );
  const ask = () => {
    if (document.visibilityState === "visible" && isWanted()) wakeLock?.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  return ask;
}
