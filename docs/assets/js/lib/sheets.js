// The sheets that are on a reader's own device: the service worker keeps them, and answers what pages ask about them.

/** @typedef {{ asked: string[], opened: string[] }} Kept addresses of those a reader asked to be kept, and of those opened */

/**
 * Keep sheets, let go of them, or hear which are kept. Never answered where there is no worker.
 * @param {"keep" | "let-go" | "kept"} ask
 * @param {string[]} [files] whole addresses; without them, all are meant
 * @returns {Promise<Kept>}
 */
export async function askWorker(ask, files) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = ({ data }) => answered(data);
    active?.postMessage({ ask, files }, [port2]);
  });
}
