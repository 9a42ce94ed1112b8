"""Outside links: every way a server can misbehave has its state and its sentence. Nothing leaves loopback."""

import shutil
import socket
import ssl
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
import trustme
from conftest import ROOT
from library.asking import (
    Asked,
    Manners,
    Pace,
    Settings,
    Verdict,
    ask_all,
    cut_off,
    healthy,
    merged,
    not_reached,
    written,
)
from library.asking.page import LONGEST_TITLE, Page, clean
from library.asking.page import read as read_page
from library.asking.reach import CLOUD
from library.asking.robots import MOST_READ
from library.asking.signs import sign_of
from library.asking.verdict import SENTENCES
from library.asking.visit import Limits, Visitor, ascii_address
from library.asking.wire import seconds_asked
from library.core.health import HEALTH_FILE, Health, latest, read_health
from misbehaving import CHARSETS, GOOD, misbehave

LIMITS = Limits(seconds=2, bytes=300_000, allow_loopback=True)
QUICK = Manners(gap=0.001, retry_wait=0.05)
DAY = date(2026, 11, 24)
EXPECTED = {
    "/ok": ("ok", "answers"),
    "/ok#there": ("ok", "answers"),
    "/ok#nowhere": ("ok", "no-such-place"),
    "/ok#top": ("ok", "answers"),
    "/ok#:~:text=words": ("ok", "answers"),
    "/ok#/app/road": ("ok", "answers"),
    "/places#caf%C3%A9": ("ok", "answers"),
    "/places#old": ("ok", "answers"),
    "/moved": ("moved", "moved"),
    "/moved308": ("moved", "moved"),
    "/old/ok": ("moved", "moved"),
    "/elsewhere": ("cannot-tell", "moved-elsewhere"),
    "/long-query": ("ok", "answers"),
    "/to-error": ("broken", "error-page"),
    "/to-error-name": ("cannot-tell", "perhaps-error"),
    "/error": ("cannot-tell", "perhaps-error"),
    "/for-now": ("ok", "answers"),
    "/loop": ("broken", "redirect-loop"),
    "/cookie": ("ok", "answers"),
    "/cookie-ever": ("cannot-tell", "needs-cookies"),
    "/to-private": ("cannot-tell", "robots"),
    "/to-locked-login": ("needs-account", "log-in"),
    "/401": ("needs-account", "needs-log-in"),
    "/402": ("cannot-tell", "payment"),
    "/403": ("cannot-tell", "refused"),
    "/418": ("cannot-tell", "refused"),
    "/451": ("cannot-tell", "refused"),
    "/404": ("broken", "not-found"),
    "/408": ("cannot-tell", "not-now"),
    "/421": ("cannot-tell", "not-now"),
    "/423": ("cannot-tell", "not-now"),
    "/425": ("cannot-tell", "not-now"),
    "/410": ("gone", "gone"),
    "/once429": ("ok", "answers"),
    "/always429": ("cannot-tell", "too-many-requests"),
    "/500": ("broken", "server-error"),
    "/502": ("broken", "server-error"),
    "/511": ("cannot-tell", "our-network"),
    "/away503": ("cannot-tell", "away"),
    "/300": ("cannot-tell", "unreadable"),
    "/302": ("cannot-tell", "unreadable"),
    "/304": ("cannot-tell", "unreadable"),
    "/flaky": ("ok", "answers"),
    "/hang": ("broken", "too-slow"),
    "/drip": ("broken", "slow-drip"),
    "/huge": ("cannot-tell", "too-large"),
    "/bomb": ("cannot-tell", "too-large"),
    "/packed": ("ok", "answers"),
    "/packed-otherwise": ("cannot-tell", "unreadable"),
    "/reset": ("cannot-tell", "unreadable"),
    "/reset-once": ("ok", "answers"),
    "/hangs-up": ("cannot-tell", "unreadable"),
    "/http09": ("cannot-tell", "unreadable"),
    "/early-hints": ("ok", "answers"),
    "/hints-only": ("cannot-tell", "unreadable"),
    "/switching": ("cannot-tell", "unreadable"),
    "/endless-headers": ("cannot-tell", "unreadable"),
    "/long-header": ("cannot-tell", "unreadable"),
    "/long-location": ("cannot-tell", "unreadable"),
    "/bad-chunk": ("cannot-tell", "unreadable"),
    "/cut-chunk": ("cannot-tell", "unreadable"),
    "/404-bad-chunk": ("broken", "not-found"),
    "/no-body": ("cannot-tell", "empty"),
    "/empty": ("cannot-tell", "empty"),
    "/no-type": ("ok", "answers"),
    "/windows": ("ok", "answers"),
    "/wall": ("needs-account", "log-in"),
    "/password": ("needs-account", "log-in"),
    "/soft404": ("broken", "soft-404"),
    "/welsh404": ("broken", "soft-404"),
    "/gonesoft": ("broken", "soft-404"),
    "/tohome": ("broken", "moved-home"),
    "/challenge503": ("cannot-tell", "challenge"),
    "/challenge-header": ("cannot-tell", "challenge"),
    "/moment": ("cannot-tell", "challenge"),
    "/denied": ("cannot-tell", "refused"),
    "/maintenance": ("cannot-tell", "away"),
    "/for-sale": ("cannot-tell", "parked"),
    "/parked": ("cannot-tell", "parked"),
    "/refresh404": ("broken", "not-found"),
    "/refresh-self": ("ok", "answers"),
    "/refresh-script": ("ok", "answers"),
    "/refresh-noscript": ("ok", "answers"),
    "/nested": ("ok", "answers"),
    "/digits": ("ok", "answers"),
    "/changed": ("ok", "changed-title"),
    "/escape": ("ok", "changed-title"),
    "/bidi": ("ok", "changed-title"),
    "/nothing-there": ("ok", "changed-title"),
    "/long": ("ok", "changed-title"),
    "/private/page": ("cannot-tell", "robots"),
    "/nohead": ("ok", "answers"),
    "/a b": ("ok", "answers"),
    "/bücher": ("ok", "answers"),
    "/strange-charset": ("ok", "answers"),
    **dict.fromkeys(CHARSETS, ("ok", "answers")),
    "/nowhere-to-go": ("broken", "no-address"),
    "/long-name": ("broken", "no-address"),
    "/inside": ("broken", "leads-inside"),
    "/metadata": ("broken", "leads-inside"),
    "/tofile": ("broken", "no-web-address"),
}
NAMELESS = {
    "/soft404": "soft-404",
    "/tohome": "moved-home",
    "/wall": "log-in",
    "/changed": "answers",
    "/ok": "answers",
    "/room404": "answers",
    "/lost": "answers",
    "/may-be": "perhaps-404",
    "/quiet-error": "answers",
    "/moved": "moved",
    "/to-error": "error-page",
}


@pytest.fixture(scope="module")
def round_of_all():
    with misbehave() as (address, asked):
        wanted = [Asked(f"{address}{path}", GOOD) for path in EXPECTED]
        verdicts = ask_all(wanted, {}, Settings(LIMITS, QUICK)).verdicts
    return address, dict(zip(EXPECTED, verdicts, strict=True)), asked


@pytest.mark.parametrize("path", EXPECTED)
def test_each_way_to_misbehave_has_its_state_and_sentence(round_of_all, path):
    _, verdicts, _ = round_of_all
    assert (verdicts[path].state, verdicts[path].why) == EXPECTED[path]
    assert verdicts[path].sentence.startswith(SENTENCES[EXPECTED[path][1]])


def test_a_page_that_moved_for_good_offers_its_new_address(round_of_all):
    address, verdicts, _ = round_of_all
    for path in ("/moved", "/moved308", "/old/ok"):
        assert verdicts[path].final == f"{address}/ok"
        assert verdicts[path].sentence.endswith(f"The new address is {address}/ok")
    assert {one.final for path, one in verdicts.items() if one.state != "moved"} == {None}


def test_what_robots_may_not_see_is_not_asked_for(round_of_all):
    _, _, asked = round_of_all
    assert asked["/private/page"] == 0
    assert asked["/robots.txt"] == 1


def test_no_address_is_asked_for_more_than_a_few_times(round_of_all):
    _, _, asked = round_of_all
    assert (
        max(count for path, count in asked.items() if path not in ("/ok", "/soft404", "/", "/404", "/cookie-ever")) <= 4
    )
    assert asked["/cookie-ever"] == LIMITS.redirects + 1


def test_titles_hold_nothing_that_nobody_sees(round_of_all):
    _, verdicts, _ = round_of_all
    titles = {path: verdicts[path].title for path in ("/escape", "/bidi", "/nothing-there", "/windows")}
    assert titles == {
        "/escape": "[31mred",
        "/bidi": "Turned round",
        "/nothing-there": "A title with nothing",
        "/windows": f"{GOOD} – café",
    }
    assert len(verdicts["/long"].title) <= LONGEST_TITLE
    assert all(clean(verdict.title or "") == (verdict.title or "") for verdict in verdicts.values())


def test_whatever_was_found_can_be_remembered_and_read_again(round_of_all):
    _, verdicts, _ = round_of_all
    written_out = [verdict for path, verdict in verdicts.items() if path != "/a b"]  # no content can name that one
    after = merged({}, written_out, DAY)
    assert len(after) == len(written_out)
    assert read(written(after)) == after


HOSTILE = ["<div>", '<a "', "<a '\" ", "<!--", "<", "<a", "<title>", "</title", "<h1>x", "<b x=1>", "<p id=x>", "&#9"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_page_is_too_hard_to_read(piece):
    assert read_page(piece * (2_000_000 // len(piece))).is_parked is False


def test_one_request_serves_every_place_on_a_page():
    with misbehave() as (address, asked):
        wanted = [Asked(f"{address}/ok{place}") for place in ("", "#there", "#nowhere")]
        told = ask_all(wanted, {}, Settings(LIMITS, QUICK)).verdicts
    assert [verdict.why for verdict in told] == ["answers", "answers", "no-such-place"]
    assert asked["/ok"] == 1


def test_cookies_go_back_to_the_host_that_set_them_and_to_no_other():
    with misbehave(host="127.0.0.5") as (other, _):
        moves = {"after a cookie": (302, f"{other}/cookie-shown")}
        with misbehave(moves=moves) as (address, _):
            visitor = Visitor(LIMITS)
            assert "<title>none</title>" in visitor.visit(f"{address}/cookie-away").body
        with misbehave(moves={"after a cookie": (302, "/cookie-shown")}) as (address, _):
            assert "<title>seen=1</title>" in visitor.visit(f"{address}/cookie-away").body
            assert "<title>none</title>" in visitor.visit(f"{address}/cookie-shown").body, "forgotten at its end"


def sent(status, body, kind="text/plain", *headers):
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", *headers, "", ""]
    return "\r\n".join(lines).encode() + (body if isinstance(body, bytes) else body.encode())


RULES = "User-agent: *\nDisallow: /ok\n"
AGENT_RULES = "User-agent: peerreflectionlibrary-linkcheck\nDisallow: /ok\n\nUser-agent: *\nAllow: /\n"
FILL = "# " + "x" * 1000 + "\n"
ROBOTS = {
    "rules": (sent(200, RULES), "robots"),
    "rules for us": (sent(200, AGENT_RULES), "robots"),
    "rules for others": (sent(200, "User-agent: Other\nDisallow: /\n"), "answers"),
    "the longest rule counts": (sent(200, "User-agent: *\nDisallow: /\nAllow: /o*k$\n"), "answers"),
    "a mark before": (sent(200, b"\xef\xbb\xbf" + RULES.encode()), "robots"),
    "said to be HTML": (sent(200, RULES, "text/html"), "robots"),
    "said to be bytes": (sent(200, RULES, "application/octet-stream"), "robots"),
    "in UTF-16": (sent(200, RULES.encode("utf-16")), "robots"),
    "in no letters": (sent(200, b"\xff\x00\n" + RULES.encode()), "robots"),
    "in a strange charset": (sent(200, RULES, "text/plain; charset=idna"), "robots"),
    "within the limit": (sent(200, FILL * 490 + "\n" + RULES), "robots"),
    "past the limit": (sent(200, FILL * (MOST_READ // len(FILL) + 3) + "\n" + RULES), "answers"),
    "cut in a line": (sent(200, RULES.replace("/ok", "/none") + "Disallow: /o" + "k" * MOST_READ), "answers"),
    "an HTML page": (sent(200, "<!doctype html><title>Home</title><p>User-agent", "text/html"), "answers"),
    "empty": (sent(200, ""), "answers"),
    "not there": (sent(404, "User-agent: *\nDisallow: /\n"), "answers"),
    "refused": (sent(403, ""), "answers"),
    "in trouble": (sent(500, ""), "robots-unreachable"),
    "away": (sent(503, "", "text/plain", "Retry-After: 0"), "robots-unreachable"),
    "no answer to read": (b"nothing of the kind", "robots-unreachable"),
    "hangs up": (b"\r\n", "robots-unreachable"),
    "led to nowhere": (sent(301, ""), "robots-unreachable"),
    "led inside": (sent(301, "", "text/plain", "Location: http://10.0.0.1/robots.txt"), "robots-unreachable"),
    "round in a circle": (sent(301, "", "text/plain", "Location: /robots.txt"), "answers"),
    "moved": (sent(301, "", "text/plain", "Location: /other-robots"), "answers"),
    "our own network": (sent(511, ""), "our-network"),
    "many names": (sent(200, "".join(f"User agent b{n}\n" for n in range(9000)) + "Disallow: /\n" * 9000), "answers"),
}


@pytest.mark.parametrize("case", ROBOTS)
def test_robots_are_obeyed_by_rfc_9309(case):
    answer, expected = ROBOTS[case]
    with misbehave(robots=answer) as (address, asked):
        [told] = ask_all([Asked(f"{address}/ok")], {}, Settings(LIMITS, QUICK)).verdicts
    assert told.why == expected
    assert told.state == ("ok" if expected == "answers" else "cannot-tell")
    assert asked["/ok"] == (1 if expected == "answers" else 0)


def test_a_robots_file_that_moved_to_another_host_is_followed():
    with misbehave(moves={"/rules": (200, "")}, robots=sent(200, RULES)) as (other, _):
        moved = sent(301, "", "text/plain", f"Location: {other}/robots.txt")
        with misbehave(robots=moved) as (address, asked):
            [told] = ask_all([Asked(f"{address}/ok")], {}, Settings(LIMITS, QUICK)).verdicts
    assert (told.why, asked["/ok"]) == ("robots", 0)


def test_a_host_nobody_can_reach_is_told_as_that_and_not_as_its_robots():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    [told] = ask_all([Asked(f"http://127.0.0.1:{port}/")], {}, Settings(LIMITS, QUICK)).verdicts
    assert (told.state, told.why) == ("broken", "no-answer")


def test_a_host_that_asks_to_be_left_alone_for_long_is_left_alone():
    with misbehave() as (address, asked):
        wanted = [Asked(f"{address}/patience"), *(Asked(f"{address}/ok?{number}") for number in range(20))]
        told = ask_all(wanted, {}, Settings(LIMITS, Manners(at_once=1, gap=0))).verdicts
    assert {(verdict.state, verdict.why) for verdict in told} == {("cannot-tell", "too-many-requests")}
    assert (asked["/patience"], asked["/ok"]) == (1, 0)


@pytest.mark.parametrize(
    ("written_as", "seconds"), [("7", 7), (" 7 ", 7), ("soon", None), ("-1", None), ("9" * 5000, None), ("", None)]
)
def test_a_time_to_wait_is_read_as_servers_write_it(written_as, seconds):
    assert seconds_asked(written_as) == seconds
    assert seconds_asked("Sun, 06 Nov 1994 08:49:37 GMT") == 0
    assert seconds_asked("Sun, 06 Nov 2094 08:49:37 GMT") > 10**9


def test_no_host_is_asked_by_more_than_two_at_a_time():
    pace, busy, most = Pace(Manners(gap=0)), set(), []

    def ask(number):
        with pace.turn("a.example"):
            busy.add(number)
            most.append(len(busy))
            busy.discard(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(300)))
    assert max(most) <= 2
    assert len(most) == 300


def test_what_a_round_has_no_time_for_is_left_as_it_was():
    with misbehave() as (address, _), misbehave(host="127.0.0.6") as (other, _):
        wanted = [Asked(f"{address}/hang?{number}") for number in range(9)] + [Asked(f"{other}/ok")]
        settings = Settings(Limits(seconds=60, allow_loopback=True), QUICK, seconds=3)
        found = ask_all(wanted, {}, settings)
    assert [verdict.asked.address for verdict in found.verdicts] == [f"{other}/ok"]
    assert found.not_reached == wanted[:9]
    assert found.mistakes == []
    assert next(not_reached(found.not_reached)) == (
        f"-  {address}/hang?0: not reached before the round's time was up; left as it was remembered."
    )


def test_our_own_mistake_is_one_finding_and_no_others_are_lost(monkeypatch):
    from library.asking import round as rounds

    def stumble(asked, visit, known):
        if asked.address.endswith("/moved"):
            raise RuntimeError("our own")
        return judge(asked, visit, known)

    judge = rounds.of_visit
    monkeypatch.setattr(rounds, "of_visit", stumble)
    with misbehave() as (address, _):
        wanted = [Asked(f"{address}{path}") for path in ("/ok", "/moved", "/404")]
        found = ask_all(wanted, {}, Settings(LIMITS, QUICK))
    assert [(verdict.state, verdict.why) for verdict in found.verdicts] == [
        ("ok", "answers"),
        ("cannot-tell", "our-mistake"),
        ("broken", "not-found"),
    ]
    [mistake] = found.mistakes
    assert mistake.endswith("RuntimeError: our own\n")
    before = Health(address=wanted[1].address, last_checked=DAY, state="gone", since=DAY, why="gone")
    after = merged({before.address: before}, found.verdicts, DAY + timedelta(days=1))
    assert after[before.address] is before
    assert len(after) == 3


def test_a_verdict_that_cannot_be_remembered_costs_no_other():
    good, bad = Asked("https://a.example/"), Asked("https://b.example/")
    verdicts = [Verdict(bad, "ok", "answers", title="x" * 500), Verdict(good, "ok", "answers")]
    mistakes = []
    assert list(merged({}, verdicts, DAY, mistakes)) == [good.address]
    assert len(mistakes) == 1


def test_a_page_that_moved_looks_like_the_page_by_what_was_remembered():
    with misbehave() as (address, _):
        asked = Asked(f"{address}/moved")
        known = {
            asked.address: Health(
                address=asked.address, last_checked=DAY, state="ok", since=DAY, why="answers", title="Another"
            )
        }
        [other] = ask_all([asked], known, Settings(LIMITS, QUICK)).verdicts
    assert (other.state, other.why, other.final) == ("cannot-tell", "moved-elsewhere", None)


def test_without_an_expected_title_an_apology_and_a_way_home_are_still_recognised():
    with misbehave() as (address, _):
        wanted = [Asked(f"{address}{path}") for path in NAMELESS]
        found = [verdict.why for verdict in ask_all(wanted, {}, Settings(LIMITS, QUICK)).verdicts]
    assert dict(zip(NAMELESS, found, strict=True)) == NAMELESS


def test_a_title_that_changes_between_rounds_is_told():
    with misbehave() as (address, _):
        before = Health(
            address=f"{address}/ok", last_checked=DAY, state="ok", since=DAY, why="answers", title="Another name"
        )
        known = {before.address: before}
        wanted = [Asked(f"{address}/ok"), Asked(f"{address}/nohead")]
        changed, same = ask_all(wanted, known, Settings(LIMITS, QUICK)).verdicts
    assert (changed.state, changed.why, changed.title) == ("ok", "changed-title", GOOD)
    assert same.why == "answers"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def served_with(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def visit(address, context):
    return Visitor(LIMITS, context=context).visit(address)


def test_certificates_are_told_apart(authority):
    past = datetime.now(UTC) - timedelta(days=3)
    served = {
        "": authority.issue_cert("127.0.0.1"),
        "expired-certificate": authority.issue_cert("127.0.0.1", not_after=past),
        "certificate-of-another": authority.issue_cert("elsewhere.example"),
        "untrusted-certificate": trustme.CA().issue_cert("127.0.0.1"),
    }
    for failure, certificate in served.items():
        with misbehave(served_with(certificate)) as (address, _):
            found = visit(f"{address}/ok", trusting(authority))
            assert found.failure == failure
            assert found.status == (None if failure else 200)


def test_https_that_is_none_is_told(authority):
    with misbehave() as (address, _):
        assert visit(address.replace("http:", "https:") + "/ok", trusting(authority)).failure == "bad-tls"


def test_the_same_address_made_safe_is_told_as_that(authority):
    from library.asking.verdict import of_visit

    with (
        misbehave(served_with(authority.issue_cert("127.0.0.1"))) as (safe, _),
        misbehave(moves={"/ok": (301, f"{safe}/ok")}) as (address, _),
    ):
        found = visit(f"{address}/ok", trusting(authority))
    assert found.hops == (301,)
    usual = {"address": "http://library.example/ok", "final": "https://library.example/ok"}
    said = of_visit(Asked(usual["address"]), type(found)(**{**vars(found), **usual}), None)
    assert (said.state, said.why, said.final) == ("moved", "https", usual["final"])


INSIDE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "192.88.99.1",
    "::",
    "::1",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "3fff::1",
    "4000::1",
    "::ffff:10.0.0.1",
    "::ffff:168.63.129.16",
    "::ffff:0:169.254.169.254",
    "::169.254.169.254",
    "::8.8.8.8",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b::168.63.129.16",
    "64:ff9b:1::1",
    "64:ff9b:1:a9fe:a9:fe00::",
    "2002:0a00:0001::",
    "2002:a9fe:a9fe::1",
    "2001:0:a00:1::1",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    "2600:1f18::5efe:10.0.0.1",
    "2600:1f18::200:5efe:169.254.169.254",
    *CLOUD,
]
PUBLIC = ["93.184.215.14", "2606:4700::1111", "64:ff9b::93.184.215.14", "::ffff:93.184.215.14", "2002:5db8:d70e::1"]


@pytest.mark.parametrize("ip", PUBLIC)
def test_the_public_web_is_asked_through_relays_too(ip):
    assert Visitor(Limits(), resolve=lambda host, port: [ip]).may_ask("https://looks-fine.example/") == ""


@pytest.mark.parametrize("ip", INSIDE)
def test_a_name_that_leads_inside_is_never_asked(ip):
    visitor = Visitor(Limits(seconds=1), resolve=lambda host, port: ["93.184.215.14", ip])
    assert visitor.may_ask("https://looks-fine.example/") == "leads-inside"
    assert visitor.visit("https://looks-fine.example/").failure == "leads-inside"


def test_loopback_is_closed_unless_opened_and_opening_it_opens_nothing_else():
    with misbehave() as (address, asked):
        assert Visitor(Limits(seconds=1)).visit(f"{address}/ok").failure == "unusual-port"
        closed = Visitor(Limits(seconds=1), resolve=lambda host, port: ["127.0.0.1"])
        assert closed.visit("http://library.example/").failure == "leads-inside"
        assert not asked
        for ips in (["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["127.0.0.1", "93.184.215.14"]):
            opened = Visitor(LIMITS, resolve=lambda host, port, ips=ips: ips)
            assert opened.visit("http://library.example/").failure == "leads-inside"
        public = Visitor(LIMITS, resolve=lambda host, port: ["93.184.215.14"])
        assert public.may_ask("http://library.example/") == ""
        assert public.visit("http://library.example:8080/").failure == "unusual-port"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "javascript:alert(1)", "//a.example"]
)
def test_only_the_web_is_asked(address):
    assert Visitor(LIMITS).visit(address).failure == "no-web-address"


def test_a_host_that_is_not_there_is_told():
    def nowhere(host, port):
        raise OSError(host)

    assert Visitor(LIMITS, resolve=nowhere).visit("https://gone.example/").failure == "no-such-host"


def test_addresses_are_asked_in_ascii():
    assert ascii_address("https://bücher.example/ä b?q=é#x") == "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"
    assert ascii_address("https://a.example/already%20done") == "https://a.example/already%20done"


def test_a_host_in_other_letters_is_asked():
    asked_for = []
    with misbehave() as (address, _):
        port = address.rpartition(":")[2]
        visitor = Visitor(LIMITS, resolve=lambda host, port: asked_for.append(host) or ["127.0.0.1"])
        assert visitor.visit(f"http://bücher.example:{port}/a b").status == 200
    assert asked_for == ["xn--bcher-kva.example"]


def test_the_host_is_named_as_browsers_name_it(authority):
    with misbehave(served_with(authority.issue_cert("127.0.0.1"))) as (address, _):
        assert address.removeprefix("https://") in visit(f"{address}/host", trusting(authority)).body
    assert ascii_address("https://a.example:443/") == "https://a.example:443/"


def test_a_second_address_is_tried_where_the_first_takes_nobody():
    with misbehave(host="127.0.0.3") as (address, _):
        port = address.rpartition(":")[2]
        visitor = Visitor(LIMITS, resolve=lambda host, port: ["127.0.0.9", "127.0.0.3"])
        assert visitor.visit(f"http://library.example:{port}/ok").status == 200


def test_a_handshake_that_never_ends_is_cut_short():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = Visitor(LIMITS).visit(f"https://127.0.0.1:{silent.getsockname()[1]}/")
    assert found.failure == "too-slow"


def test_the_connection_goes_to_the_address_that_was_looked_at():
    with misbehave() as (address, asked):
        answers = iter([["127.0.0.1"], ["10.0.0.1"]])
        visitor = Visitor(LIMITS, resolve=lambda host, port: next(answers))
        port = address.rpartition(":")[2]
        assert visitor.visit(f"http://library.example:{port}/ok").status == 200
        assert asked["/ok"] == 1


def verdict(state, why, title=None):
    return Verdict(Asked("https://a.example/"), state, why, title=title)


def days(*rounds):
    known = {}
    for day, (state, why) in rounds:
        known = merged(known, [verdict(state, why)], DAY + timedelta(days=day))
    return known["https://a.example/"]


OK, BROKEN, GONE, UNSURE = ("ok", "answers"), ("broken", "not-found"), ("gone", "gone"), ("cannot-tell", "refused")


def test_only_three_failures_on_different_days_make_a_link_dead():
    assert days((0, OK), (1, BROKEN)).state == "ok"
    assert days((0, OK), (1, BROKEN), (1, BROKEN), (1, BROKEN), (1, BROKEN)).state == "ok"
    assert days((0, OK), (1, BROKEN), (2, BROKEN)).state == "ok"
    dead = days((0, OK), (1, BROKEN), (2, BROKEN), (9, GONE))
    assert (dead.state, dead.dead, dead.since) == ("gone", True, DAY + timedelta(days=1))
    assert days((0, OK), (1, BROKEN), (2, BROKEN), (3, OK), (4, BROKEN)).state == "ok"
    assert days((0, BROKEN)).state == "cannot-tell"
    alive = days((0, OK), (1, BROKEN), (2, BROKEN), (3, BROKEN), (10, OK))
    assert (alive.state, alive.since, alive.failures) == ("ok", DAY + timedelta(days=10), ())
    assert len(days((0, OK), (1, BROKEN), (2, UNSURE), (3, BROKEN)).failures) == 2


def test_since_stays_while_the_state_does():
    assert days((0, OK), (7, OK), (14, OK)).since == DAY
    assert not healthy(days((0, OK), (1, BROKEN), (2, BROKEN), (3, BROKEN)))
    assert healthy(days((0, OK), (1, BROKEN)))


def read(text):
    """The data file's lines, as the library reads them."""
    return latest(one for _, one in read_health(text))


def test_a_machine_without_a_network_blames_nobody():
    def told(*whys):
        asked = [Asked(f"https://{number}.example/") for number in range(len(whys))]
        return [Verdict(one, "broken", why) for one, why in zip(asked, whys, strict=True)]

    assert cut_off(told("no-such-host", "no-such-host", "no-answer"))
    assert not cut_off(told("no-such-host", "no-such-host", "not-found"))
    assert not cut_off(told("no-such-host"))


def test_git_joins_two_rounds_without_a_conflict(tmp_path):
    def git(*command):
        who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *command], check=True, capture_output=True)

    shutil.copy(ROOT / ".gitattributes", tmp_path)
    file = tmp_path / HEALTH_FILE
    file.parent.mkdir(parents=True)
    git("init", "-q", "-b", "main")
    known = merged({}, [verdict("ok", "answers", "A")], DAY)
    file.write_text(written(known), encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    later = {}
    for days_later, branch in ((1, "one"), (2, "two")):
        git("switch", "-q", "-c", branch, "main")
        later[branch] = merged(known, [verdict("broken", "not-found")], DAY + timedelta(days=days_later))
        file.write_text(written(later[branch]), encoding="utf-8")
        git("commit", "-qam", branch)
    git("merge", "-q", "one", "-m", "both")
    assert read(file.read_text(encoding="utf-8")) == later["two"]


def test_two_branches_join_without_a_conflict():
    known = merged({}, [verdict("ok", "answers", "A")], DAY)
    later = merged(known, [verdict("ok", "answers", "B")], DAY + timedelta(days=1))
    both = written(later) + written(known)
    assert read(both) == later
    assert written(read(both)) == written(later)
    assert written(later).count("\n") == 1


APOLOGIES = {
    "soft-404": [
        ("Page not found | A publisher", ""),
        ("A publisher", "Sorry, we can’t find the page you are looking for."),
        ("A publisher – 404", "404: Not found"),
        ("The page you requested could not be found", "Oops!"),
        ("Not found", "Not Found"),
        ("This video is no longer available", ""),
        ("Page introuvable - Une maison", ""),
    ],
    "perhaps-404": [("404 | A publisher", "Listen"), ("Not found: the children nobody asks", "")],
    "": [
        ("Room 404: a podcast", "Room 404"),
        ("Lost and not found: children in care speak", ""),
        ("The missing page: a memoir", "The missing page"),
        ("Human error: what teams learn", "Human error"),
        ("Housing | Maintenance and repairs", "Maintenance"),
        ("Just a moment of calm", "Just a moment of calm"),
        ("Under construction: identities in care", ""),
        ("Not for sale: children’s homes", ""),
        ("Logging in: young people online", "Sign in: British Sign Language for teams"),
    ],
    "perhaps-error": [("Error | A publisher", ""), ("Something went wrong", "")],
    "away": [("Site under maintenance", ""), ("A publisher", "We’ll be right back!"), ("Coming soon", "")],
    "parked": [("listening.example is for sale!", ""), ("Buy this domain", ""), ("This domain has expired", "")],
    "challenge": [("Just a moment…", ""), ("A publisher", "Making sure you're not a bot!")],
    "refused": [("Access Denied", ""), ("403 Forbidden", "403 Forbidden")],
}


@pytest.mark.parametrize("why", APOLOGIES)
def test_pages_are_known_by_what_they_call_themselves_and_no_title_by_a_word_in_it(why):
    told = {names: sign_of(Page(*names), "https://a.example/x", was_led=True) for names in APOLOGIES[why]}
    assert told == dict.fromkeys(APOLOGIES[why], why)
