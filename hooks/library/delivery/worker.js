// The library's service worker. It keeps a copy of the whole site, made in one piece: every file's hash is checked, and a
// file that has not changed is taken from the copy before. Pages come from the network where it answers, else from the copy.
const VERSION = "%VERSION%";
const FILES = "%FILES%"; // [address below the site, the start of its SHA-256 in hexadecimal]
const SITE = new URL("./", self.location);
const OURS = `library ${SITE.pathname} `;
const COPY = OURS + VERSION;
const PATIENCE = 3000; // milliseconds before the copy answers in the network's place
const AT_ONCE = 6;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(SITE.href)) return;
  event.respondWith(
    url.pathname.startsWith(`${SITE.pathname}assets/`) ? copyFirst(event.request) : networkFirst(event.request),
  );
});

async function keepAll() {
  const copy = await caches.open(COPY);
  const before = await Promise.all(
    (await ourCopies()).filter((name) => name !== COPY).map((name) => caches.open(name)),
  );
  const queue = [...FILES];
  const worker = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) await keep(copy, before, ...file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function keep(copy, before, address, digest) {
  const url = new URL(address, SITE).href;
  if (isOf(await copy.match(url), digest)) return;
  for (const old of before) {
    const kept = await old.match(url);
    if (isOf(kept, digest)) return copy.put(url, kept);
  }
  const answer = await fetch(url, { cache: "no-cache", credentials: "same-origin" });
  const content = await answer.arrayBuffer();
  const found = [...new Uint8Array(await crypto.subtle.digest("SHA-256", content))].map((byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  if (!found.join("").startsWith(digest)) throw new Error(`${url} is not the file this copy is made of`);
  const type = answer.headers.get("Content-Type");
  const security = answer.headers.get("Content-Security-Policy");
  const headers = {
    "Content-Type": type,
    "X-Digest": digest,
    ...(security && { "Content-Security-Policy": security }),
  };
  return copy.put(url, new Response(content, { headers }));
}

const isOf = (kept, digest) => kept?.headers.get("X-Digest") === digest;
const ourCopies = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function forgetOthers() {
  for (const name of await ourCopies()) if (name !== COPY) await caches.delete(name);
  await self.clients.claim();
}

async function copyFirst(request) {
  return (await kept(request)) ?? fetch(request);
}

async function networkFirst(request) {
  const copy = await kept(request);
  try {
    const answer = await (copy ? atOnce(request) : fetch(request)); // what is not kept, a sheet say, is worth a wait
    if (answer.status < 500 || !copy) return answer;
  } catch {
    // No network, or a slow one: the copy answers.
  }
  return copy ?? (request.mode === "navigate" ? notFound() : Response.error());
}

/** Fetch, where the network starts to answer in time. Not by AbortSignal.timeout, which phones of 2022 do not have. */
async function atOnce(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** A file of the copy; what is asked of a page makes no difference to it, and its last slash may be left out. */
async function kept(request) {
  const copy = await caches.open(COPY);
  const url = new URL(request.url);
  url.search = url.hash = "";
  return (await copy.match(url.href)) ?? (url.pathname.endsWith("/") ? undefined : copy.match(`${url.href}/`));
}

async function notFound() {
  const copy = await caches.open(COPY);
  const page = await copy.match(new URL("404.html", SITE).href);
  return new Response(page.body, { status: 404, headers: page.headers });
}
