"""A server on loopback that does everything real servers do to a link: each path behaves badly in its own way."""

import gzip
import socket
import ssl
import struct
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
    "/room404": "Room 404: a podcast",
    "/lost": "Lost and not found: children in care speak",
    "/may-be": "Not found: the children nobody asks",
    "/error": "Error",
    "/quiet-error": GOOD,
    "/welsh404": "Tudalen heb ei chanfod",
    "/moment": "Just a moment...",
    "/denied": "Access Denied",
    "/maintenance": "We’ll be back soon!",
    "/for-sale": "listening.example is for sale",
    "/escape": "\x1b[31mred",
    "/bidi": "Turned \u202eround\u2069",
    "/nothing-there": "A title \uffff with \ufdd0 nothing\x00",
    "/long": "Listening " * 100,
}
MOVES = {
    "/moved": (301, "/ok"),
    "/moved308": (308, "/moved308b"),
    "/moved308b": (301, "/ok"),
    "/for-now": (302, "/ok"),
    "/loop": (302, "/loop2"),
    "/loop2": (302, "/loop"),
    **{f"/on-and-on-{hop}": (302, f"/on-and-on-{hop + 1}") for hop in range(20)},
    "/wall": (302, "/login?next=/wall"),
    "/tohome": (301, "/"),
    "/inside": (302, "http://10.0.0.1/secret"),
    "/metadata": (301, "http://169.254.169.254/latest/meta-data/"),
    "/tofile": (302, "file:///etc/passwd"),
    "/gonesoft": (301, "/soft404"),
    "/nowhere-to-go": (301, "http://[bad/"),
    "/long-name": (302, f"http://{'a' * 80}.example/"),
    "/to-error": (301, "/error?aspxerrorpath=/to-error"),
    "/to-error-name": (301, "/changed?aspxerrorpath=/x"),
    "/elsewhere": (301, "/changed"),
    "/old/ok": (301, "/ok"),
    "/to-private": (302, "/private/page"),
    "/to-locked-login": (302, "/private/login"),
    "/long-query": (301, f"/ok?{'q' * 9000}"),
}
STATUSES = {
    f"/{status}": status
    for status in (400, 401, 402, 403, 404, 408, 410, 418, 421, 423, 425, 451, 500, 511, 300, 302, 304)
} | {"/always429": 429, "/502": 502}
BODIES = {
    "/empty": "<!doctype html><html><head></head><body>\n</body></html>",
    "/parked": "<!doctype html><html data-adblockkey='MFw'><title>listening</title><body>Ads",
    "/password": "<title>Sign in</title><h1>Sign in</h1><form><input type='password'></form>",
    "/refresh404": "<title>x</title><meta http-equiv='refresh' content='0; url=/404'><p>Go on",
    "/refresh-self": f"<title>{GOOD}</title><meta http-equiv='refresh' content='0; url=/refresh-self'><p>Go on",
    "/refresh-script": f"<title>{GOOD}</title><meta http-equiv='refresh' content='0; url=javascript:x()'><p>Go on",
    "/refresh-noscript": f"<title>{GOOD}</title><noscript><meta http-equiv=refresh content='0;url=/404'></noscript>",
    "/places": f"<title>{GOOD}</title><p id='caf&eacute;'>x<a name='old'>y",
    "/nested": f"<title>{GOOD}</title>" + "<div>" * 40_000,
    "/digits": f"<title>{GOOD} &#{'9' * 6000};</title><p>x",
}
CHARSETS = {f"/charset-{n}": name for n, name in enumerate(["undefined", "idna", "utf-8\0", "zip", "punycode", "hex"])}
PAGE = f"<!doctype html><title>{GOOD}</title><p>Words".encode()
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
RAW = {
    "/http09": PAGE,
    "/early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload\r\n\r\n" + _HEAD + b"\r\n" + PAGE,
    "/hints-only": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50,
    "/switching": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "/endless-headers": _HEAD + b"X-More: x\r\n" * 5000,
    "/long-header": _HEAD + b"X-Long: " + b"x" * 70_000 + b"\r\n\r\n" + PAGE,
    "/long-location": b"HTTP/1.1 301 Moved\r\nLocation: /" + b"x" * 70_000 + b"\r\n\r\n",
    "/bad-chunk": _HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n" + PAGE,
    "/cut-chunk": _HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\nshort",
    "/404-bad-chunk": b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    "/hangs-up": b"",
    "/no-body": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "/no-type": b"HTTP/1.1 200 OK\r\n\r\n" + PAGE,
    "/packed": _HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE),
    "/packed-otherwise": _HEAD + b"Content-Encoding: br\r\n\r\n\x0b\x02\x80",
    "/bomb": _HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>" + bytes(50_000_000)),
    "/challenge503": b"HTTP/1.1 503 No\r\nContent-Type: text/html\r\n\r\n<title>Just a moment...</title><p>x",
    "/challenge-header": _HEAD + b"cf-mitigated: challenge\r\n\r\n" + PAGE,
    "/away503": b"HTTP/1.1 503 No\r\nRetry-After: 86400\r\n\r\n",
    "/windows": _HEAD + b"\r\n<title>" + f"{GOOD} – caf\xe9".encode("cp1252") + b"</title><p>x",
}
ROBOTS = "User-agent: *\nDisallow: /private/\n"


class _Handler(BaseHTTPRequestHandler):
    requests: Counter[str]
    stopping: threading.Event
    moves: dict[str, tuple[int, str]]
    robots: bytes

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        if self.path == "/nohead":
            self.send_error(405)
        else:
            self.do_GET()

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.requests[path] += 1
        if path == "/robots.txt":
            self.raw(self.robots) if self.robots else self.say(200, ROBOTS, "text/plain")
        elif path in MOVES or path in self.moves:
            status, target = MOVES.get(path) or self.moves[path]
            self.say(status, "", location=target)
        elif path in STATUSES:
            self.say(STATUSES[path], "<title>No</title>", retry="0" if path == "/always429" else "")
        elif path in RAW:
            self.raw(RAW[path])
        elif path in BODIES:
            self.say(200, BODIES[path])
        elif path in CHARSETS:
            self.say(200, f"<title>{GOOD}</title><p>x", f"text/html; charset={CHARSETS[path]}")
        elif path == "/once429" and self.requests[path] == 1:
            self.say(429, "", retry="1")
        elif path == "/flaky" and self.requests[path] == 1:
            self.say(500, "")
        elif path == "/patience":
            self.say(429, "", retry="99999")
        elif path.startswith("/cookie"):
            self.cookie(path)
        elif path == "/reset" or (path == "/reset-once" and self.requests[path] == 1):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
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
        elif path in PAGES or path in ("/once429", "/flaky", "/reset-once"):
            title = PAGES.get(path, GOOD)
            self.say(200, f"<!doctype html><title>{title}</title><h1>{title}</h1><p id='there'>Words</p>")
        else:
            self.say(404, "<title>Not found</title>")

    def raw(self, answer):
        self.close_connection = True
        self.wfile.write(answer)

    def cookie(self, path):
        """/cookie lets in who brings its cookie back; /cookie-ever sets another each time; /cookie-home gives one."""
        if path == "/cookie" and "seen=1" in self.headers.get("Cookie", ""):
            self.say(200, f"<title>{GOOD}</title><p>x")
        elif path == "/cookie-shown":
            self.say(200, f"<title>{self.headers.get('Cookie', 'none')}</title><p>x")
        else:
            target = self.moves.get("after a cookie", (302, path))[1]
            self.say(
                302, "", location=target, cookie=f"seen={self.requests[path] if path == '/cookie-ever' else 1}; Path=/"
            )

    def say(self, status, body, kind="text/html; charset=utf-8", location="", retry="", cookie=""):
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if cookie:
            self.send_header("Set-Cookie", cookie)
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
    context: ssl.SSLContext | None = None,
    moves: dict[str, tuple[int, str]] | None = None,
    host: str = "127.0.0.1",
    robots: bytes = b"",
) -> Iterator[tuple[str, Counter[str]]]:
    """Serve, and yield the address without a slash at its end, and how often each path was asked for.

    robots: all that is sent for /robots.txt, from the status line on.
    """
    requests: Counter[str] = Counter()
    stopping = threading.Event()
    own = {"requests": requests, "stopping": stopping, "moves": moves or {}, "robots": robots}
    server = ThreadingHTTPServer((host, 0), type("Handler", (_Handler,), own))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # a fetcher that hangs up is what tests are about
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://{host}:{server.server_address[1]}", requests
    finally:
        stopping.set()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with misbehave() as (address, _):
        print(address, flush=True)
        while True:
            time.sleep(60)
