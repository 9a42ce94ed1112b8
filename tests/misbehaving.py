"""A server on loopback that does everything real servers do to a link: each path behaves badly in its own way."""

import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GOOD = "A good page about listening"
PAGES = {
    "/": "Welcome to our home page",
    "/ok": GOOD,
    "/nohead": GOOD,
    "/a%20b": GOOD,
    "/b%C3%BCcher": GOOD,
    "/soft404": "Sorry, page not found",
    "/changed": "Fresh cakes, delivered",
    "/login": "Sign in to your account",
    "/private/page": GOOD,
}
MOVES = {
    "/moved": (301, "/ok"),
    "/moved308": (308, "/moved308b"),
    "/moved308b": (301, "/ok"),
    "/for-now": (302, "/ok"),
    "/loop": (302, "/loop2"),
    "/loop2": (302, "/loop"),
    "/wall": (302, "/login?next=/wall"),
    "/tohome": (301, "/"),
    "/inside": (302, "http://10.0.0.1/secret"),
    "/metadata": (301, "http://169.254.169.254/latest/meta-data/"),
    "/tofile": (302, "file:///etc/passwd"),
    "/gonesoft": (301, "/soft404"),
    "/nowhere-to-go": (301, "http://[bad/"),
    "/long-name": (302, f"http://{'a' * 80}.example/"),
}
STATUSES = {"/401": 401, "/403": 403, "/404": 404, "/410": 410, "/500": 500, "/always429": 429}
ROBOTS = "User-agent: *\nDisallow: /private/\n"


class _Handler(BaseHTTPRequestHandler):
    asked: Counter[str]
    stopping: threading.Event

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        if self.path == "/nohead":
            self.send_error(405)
        else:
            self.do_GET()

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.asked[path] += 1
        if path == "/robots.txt":
            self.say(200, ROBOTS, "text/plain")
        elif path in MOVES or path in self.moves:
            status, target = MOVES.get(path) or self.moves[path]
            self.say(status, "", location=target)
        elif path in STATUSES:
            self.say(STATUSES[path], "<title>No</title>", retry="1" if path == "/always429" else "")
        elif path == "/once429" and self.asked[path] == 1:
            self.say(429, "", retry="1")
        elif path == "/flaky" and self.asked[path] == 1:
            self.say(500, "")
        elif path == "/strange-charset":
            self.say(200, f"<title>{GOOD}</title>", "text/html; charset=no-such-thing")
        elif path == "/host":
            self.say(200, f"<title>{self.headers['Host']}</title>")
        elif path == "/hang":
            self.stopping.wait(30)
        elif path == "/drip":
            self.drip()
        elif path == "/huge":
            self.huge()
        elif path in PAGES or path in ("/once429", "/flaky"):
            title = PAGES.get(path, GOOD)
            self.say(200, f"<!doctype html><title>{title}</title><h1>{title}</h1><p id='there'>Words</p>")
        else:
            self.say(404, "<title>Not found</title>")

    def say(self, status, body, kind="text/html; charset=utf-8", location="", retry=""):
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if location:
            self.send_header("Location", location)
        if retry:
            self.send_header("Retry-After", retry)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while not self.stopping.wait(0.2):
                self.wfile.write(b"<p>")
                self.wfile.flush()
        except OSError:
            pass

    def huge(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(64):
                self.wfile.write(b"<p>more</p>" * 100_000)
        except OSError:
            pass


@contextmanager
def misbehave(
    context: ssl.SSLContext | None = None, moves: dict[str, tuple[int, str]] | None = None, host: str = "127.0.0.1"
) -> Iterator[tuple[str, Counter[str]]]:
    """Serve, and yield the address without a slash at its end, and how often each path was asked for."""
    asked: Counter[str] = Counter()
    stopping = threading.Event()
    handler = type("Handler", (_Handler,), {"asked": asked, "stopping": stopping, "moves": moves or {}})
    server = ThreadingHTTPServer((host, 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # a visitor that hangs up is what tests are about
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://{host}:{server.server_address[1]}", asked
    finally:
        stopping.set()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with misbehave() as (address, _):
        print(address, flush=True)
        while True:
            time.sleep(60)
