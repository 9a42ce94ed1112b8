"""Outside links: every way a server can misbehave has its state and its sentence. Nothing leaves loopback."""

import socket
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
import trustme
from library.core.health import Health, latest, read_health
from library.outside import (
    Fetcher,
    Limits,
    Manners,
    OutsideLink,
    Pace,
    Settings,
    Verdict,
    check,
    cut_off,
    remembered,
    to_jsonl,
)
from library.outside.page import LONGEST_TITLE, PageFacts, clean_title, page_facts
from library.outside.public import CLOUD, ascii_address
from library.outside.report import not_reached_lines
from library.outside.request import AGENT, retry_after_seconds
from library.outside.robots import LONGEST_READ
from library.outside.signs import sign_of
from library.outside.verdict import in_words
from misbehaving import GOOD, misbehave
from verdicts import VERDICTS

LIMITS = Limits(seconds=2, bytes=300_000, allow_loopback=True)
QUICK = Manners(gap=0.001, retry_wait=0.05)
DAY = date(2026, 11, 24)
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
def all_verdicts():
    with misbehave() as (address, requests):
        wanted = [OutsideLink(f"{address}{path}", GOOD) for path in VERDICTS]
        verdicts = check(wanted, {}, Settings(LIMITS, QUICK)).verdicts
    return address, dict(zip(VERDICTS, verdicts, strict=True)), requests


@pytest.mark.parametrize("path", VERDICTS)
def test_each_way_to_misbehave_has_its_state_and_sentence(all_verdicts, path):
    _, verdicts, _ = all_verdicts
    assert (verdicts[path].state, verdicts[path].why) == VERDICTS[path]
    assert verdicts[path].sentence.startswith(in_words(VERDICTS[path][1]))


def test_a_page_that_moved_for_good_offers_its_new_address(all_verdicts):
    address, verdicts, _ = all_verdicts
    for path in ("/moved", "/moved308", "/old/ok"):
        assert verdicts[path].final == f"{address}/ok"
        assert verdicts[path].sentence.endswith(f"The new address is {address}/ok")
    assert {verdict.final for verdict in verdicts.values() if verdict.state != "moved"} == {None}


def test_what_robots_may_not_see_is_not_asked_for(all_verdicts):
    _, _, requests = all_verdicts
    assert requests["/private/page"] == 0
    assert requests["/robots.txt"] == 1


def test_no_address_is_asked_for_more_than_a_few_times(all_verdicts):
    _, _, requests = all_verdicts
    assert (
        max(count for path, count in requests.items() if path not in ("/ok", "/soft404", "/", "/404", "/cookie-ever"))
        <= 4
    )
    assert requests["/cookie-ever"] == LIMITS.redirects + 1


def test_titles_hold_nothing_that_nobody_sees(all_verdicts):
    _, verdicts, _ = all_verdicts
    titles = {path: verdicts[path].title for path in ("/escape", "/bidi", "/nothing-there", "/windows")}
    assert titles == {
        "/escape": "[31mred",
        "/bidi": "Turned round",
        "/nothing-there": "A title with nothing",
        "/windows": f"{GOOD} – café",
    }
    assert len(verdicts["/long"].title) <= LONGEST_TITLE
    assert all(clean_title(verdict.title or "") == (verdict.title or "") for verdict in verdicts.values())


def read_health_file(text):
    """The data file's lines, as the library reads them."""
    return latest(line for _, line in read_health(text))


def test_whatever_was_found_can_be_remembered_and_read_again(all_verdicts):
    _, verdicts, _ = all_verdicts
    written_out = [verdict for path, verdict in verdicts.items() if path != "/a b"]  # no content can name that one
    after = remembered({}, written_out, DAY)
    assert len(after) == len(written_out)
    assert read_health_file(to_jsonl(after)) == after


HOSTILE = ["<div>", '<a "', "<a '\" ", "<!--", "<", "<a", "<title>", "</title", "<h1>x", "<b x=1>", "<p id=x>", "&#9"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_page_is_too_hard_to_read(piece):
    assert page_facts(piece * (2_000_000 // len(piece))).is_parked is False


def test_one_request_serves_every_place_on_a_page():
    with misbehave() as (address, requests):
        wanted = [OutsideLink(f"{address}/ok{place}") for place in ("", "#there", "#nowhere")]
        verdicts = check(wanted, {}, Settings(LIMITS, QUICK)).verdicts
    assert [verdict.why for verdict in verdicts] == ["answers", "answers", "no-such-place"]
    assert requests["/ok"] == 1


def test_cookies_go_back_to_the_host_that_set_them_and_to_no_other():
    with misbehave(host="127.0.0.5") as (other, _):
        moves = {"after a cookie": (302, f"{other}/cookie-shown")}
        with misbehave(moves=moves) as (address, _):
            fetcher = Fetcher(LIMITS)
            assert "<title>none</title>" in fetcher.fetch(f"{address}/cookie-away").body
        with misbehave(moves={"after a cookie": (302, "/cookie-shown")}) as (address, _):
            assert "<title>seen=1</title>" in fetcher.fetch(f"{address}/cookie-away").body
            assert "<title>none</title>" in fetcher.fetch(f"{address}/cookie-shown").body, "forgotten at its end"


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
    "rules for a name that ours begins with": (sent(200, f"User-agent: Peer\nAllow: /\n\n{RULES}"), "robots"),
    "rules for us with a version": (sent(200, RULES.replace("*", AGENT)), "robots"),
    "the longest rule counts": (sent(200, "User-agent: *\nDisallow: /\nAllow: /o*k$\n"), "answers"),
    "a mark before": (sent(200, b"\xef\xbb\xbf" + RULES.encode()), "robots"),
    "said to be HTML": (sent(200, RULES, "text/html"), "robots"),
    "said to be bytes": (sent(200, RULES, "application/octet-stream"), "robots"),
    "in UTF-16": (sent(200, RULES.encode("utf-16")), "robots"),
    "in no letters": (sent(200, b"\xff\x00\n" + RULES.encode()), "robots"),
    "in a strange charset": (sent(200, RULES, "text/plain; charset=idna"), "robots"),
    "within the limit": (sent(200, FILL * 490 + "\n" + RULES), "robots"),
    "past the limit": (sent(200, FILL * (LONGEST_READ // len(FILL) + 3) + "\n" + RULES), "answers"),
    "cut in a line": (sent(200, RULES.replace("/ok", "/none") + "Disallow: /o" + "k" * LONGEST_READ), "answers"),
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
    with misbehave(robots=answer) as (address, requests):
        [verdict] = check([OutsideLink(f"{address}/ok")], {}, Settings(LIMITS, QUICK)).verdicts
    assert verdict.why == expected
    assert verdict.state == ("ok" if expected == "answers" else "cannot-tell")
    assert requests["/ok"] == (1 if expected == "answers" else 0)


def test_a_robots_file_that_moved_to_another_host_is_followed():
    with misbehave(moves={"/rules": (200, "")}, robots=sent(200, RULES)) as (other, _):
        moved = sent(301, "", "text/plain", f"Location: {other}/robots.txt")
        with misbehave(robots=moved) as (address, requests):
            [verdict] = check([OutsideLink(f"{address}/ok")], {}, Settings(LIMITS, QUICK)).verdicts
    assert (verdict.why, requests["/ok"]) == ("robots", 0)


def test_a_host_nobody_can_reach_is_told_as_that_and_not_as_its_robots():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    [verdict] = check([OutsideLink(f"http://127.0.0.1:{port}/")], {}, Settings(LIMITS, QUICK)).verdicts
    assert (verdict.state, verdict.why) == ("broken", "no-answer")


def test_a_host_that_asks_to_be_left_alone_for_long_is_left_alone():
    with misbehave() as (address, requests):
        wanted = [OutsideLink(f"{address}/patience"), *(OutsideLink(f"{address}/ok?{number}") for number in range(20))]
        verdicts = check(wanted, {}, Settings(LIMITS, Manners(at_once=1, gap=0))).verdicts
    assert {(verdict.state, verdict.why) for verdict in verdicts} == {("cannot-tell", "too-many-requests")}
    assert (requests["/patience"], requests["/ok"]) == (1, 0)


@pytest.mark.parametrize(
    ("written_as", "seconds"), [("7", 7), (" 7 ", 7), ("soon", None), ("-1", None), ("9" * 5000, None), ("", None)]
)
def test_a_time_to_wait_is_read_as_servers_write_it(written_as, seconds):
    assert retry_after_seconds(written_as) == seconds
    assert retry_after_seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 0
    assert retry_after_seconds("Sun, 06 Nov 2094 08:49:37 GMT") > 10**9


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


def test_a_host_gets_no_request_sooner_than_the_gap_and_others_need_not_wait():
    pace, waits = Pace(Manners(gap=0.1)), []
    for host in ("a.example", "a.example", "a.example", "b.example"):
        with pace.turn(host) as waited:
            waits.append(waited)
    assert [waited > 0.05 for waited in waits] == [False, True, True, False]


def test_what_a_host_asks_us_to_wait_is_waited_by_all_who_want_something_of_it():
    with misbehave() as (address, requests):
        links = [OutsideLink(f"{address}/once429"), *(OutsideLink(f"{address}/ok?{number}") for number in range(3))]
        start = time.monotonic()
        verdicts = check(links, {}, Settings(LIMITS, Manners(at_once=1, gap=0, retry_wait=0))).verdicts
        took = time.monotonic() - start
    assert {verdict.why for verdict in verdicts} == {"answers"}
    assert requests["/once429"] == 2
    assert took >= 1, "it sends Retry-After: 1"


def test_a_pause_holds_for_every_turn_at_that_host_and_at_no_other():
    pace = Pace(Manners(gap=0))
    pace.pause("a.example", 0.2)
    assert 0.1 < pace.seconds_until_free("a.example") <= 0.2
    assert pace.seconds_until_free("b.example") == 0
    with pace.turn("a.example") as waited:
        assert waited > 0.1


def test_what_a_round_has_no_time_for_is_left_as_it_was():
    with misbehave() as (address, _), misbehave(host="127.0.0.6") as (other, _):
        wanted = [OutsideLink(f"{address}/hang?{number}") for number in range(9)] + [OutsideLink(f"{other}/ok")]
        settings = Settings(Limits(seconds=60, allow_loopback=True), QUICK, seconds=3)
        result = check(wanted, {}, settings)
    assert [verdict.link.address for verdict in result.verdicts] == [f"{other}/ok"]
    assert result.not_reached == wanted[:9]
    assert result.mistakes == []
    assert next(not_reached_lines(result.not_reached)) == (
        f"-  {address}/hang?0: not reached before the check's time was up; left as it was remembered."
    )


def test_our_own_mistake_is_one_finding_and_no_others_are_lost(monkeypatch):
    from library.outside import run

    def stumble(link, result, before):
        if link.address.endswith("/moved"):
            raise RuntimeError("our own")
        return judge(link, result, before)

    judge = run.classify
    monkeypatch.setattr(run, "classify", stumble)
    with misbehave() as (address, _):
        wanted = [OutsideLink(f"{address}{path}") for path in ("/ok", "/moved", "/404")]
        result = check(wanted, {}, Settings(LIMITS, QUICK))
    assert [(verdict.state, verdict.why) for verdict in result.verdicts] == [
        ("ok", "answers"),
        ("cannot-tell", "our-mistake"),
        ("broken", "not-found"),
    ]
    [mistake] = result.mistakes
    assert mistake.endswith("RuntimeError: our own\n")
    before = Health(address=wanted[1].address, last_checked=DAY, state="gone", since=DAY, why="gone")
    after = remembered({before.address: before}, result.verdicts, DAY + timedelta(days=1))
    assert after[before.address] is before
    assert len(after) == 3


def test_a_verdict_that_cannot_be_remembered_costs_no_other():
    good, bad = OutsideLink("https://a.example/"), OutsideLink("https://b.example/")
    verdicts = [Verdict(bad, "ok", "answers", title="x" * 500), Verdict(good, "ok", "answers")]
    mistakes = []
    assert list(remembered({}, verdicts, DAY, mistakes)) == [good.address]
    assert len(mistakes) == 1


def test_a_page_that_moved_looks_like_the_page_by_what_was_remembered():
    with misbehave() as (address, _):
        link = OutsideLink(f"{address}/moved")
        health = {
            link.address: Health(
                address=link.address, last_checked=DAY, state="ok", since=DAY, why="answers", title="Another"
            )
        }
        [other] = check([link], health, Settings(LIMITS, QUICK)).verdicts
    assert (other.state, other.why, other.final) == ("cannot-tell", "moved-elsewhere", None)


def test_without_an_expected_title_an_apology_and_a_way_home_are_still_recognised():
    with misbehave() as (address, _):
        wanted = [OutsideLink(f"{address}{path}") for path in NAMELESS]
        whys = [verdict.why for verdict in check(wanted, {}, Settings(LIMITS, QUICK)).verdicts]
    assert dict(zip(NAMELESS, whys, strict=True)) == NAMELESS


def test_a_title_that_changes_between_rounds_is_told():
    with misbehave() as (address, _):
        before = Health(
            address=f"{address}/ok", last_checked=DAY, state="ok", since=DAY, why="answers", title="Another name"
        )
        health = {before.address: before}
        wanted = [OutsideLink(f"{address}/ok"), OutsideLink(f"{address}/nohead")]
        changed, same = check(wanted, health, Settings(LIMITS, QUICK)).verdicts
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


def fetch_trusting(address, context):
    return Fetcher(LIMITS, context=context).fetch(address)


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
            result = fetch_trusting(f"{address}/ok", trusting(authority))
            assert result.failure == failure
            assert result.status == (None if failure else 200)


def test_https_that_is_none_is_told(authority):
    with misbehave() as (address, _):
        assert fetch_trusting(address.replace("http:", "https:") + "/ok", trusting(authority)).failure == "bad-tls"


def test_the_same_address_made_safe_is_told_as_that(authority):
    from library.outside.classify import classify

    with (
        misbehave(served_with(authority.issue_cert("127.0.0.1"))) as (safe, _),
        misbehave(moves={"/ok": (301, f"{safe}/ok")}) as (address, _),
    ):
        result = fetch_trusting(f"{address}/ok", trusting(authority))
    assert result.hops == (301,)
    usual = {"address": "http://library.example/ok", "final": "https://library.example/ok"}
    verdict = classify(OutsideLink(usual["address"]), type(result)(**{**vars(result), **usual}), None)
    assert (verdict.state, verdict.why, verdict.final) == ("moved", "https", usual["final"])


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
    assert Fetcher(Limits(), resolve=lambda host, port: [ip]).refusal("https://looks-fine.example/") == ""


@pytest.mark.parametrize("ip", INSIDE)
def test_a_name_that_leads_inside_is_never_asked(ip):
    fetcher = Fetcher(Limits(seconds=1), resolve=lambda host, port: ["93.184.215.14", ip])
    assert fetcher.refusal("https://looks-fine.example/") == "leads-inside"
    assert fetcher.fetch("https://looks-fine.example/").failure == "leads-inside"


def test_loopback_is_closed_unless_opened_and_opening_it_opens_nothing_else():
    with misbehave() as (address, requests):
        assert Fetcher(Limits(seconds=1)).fetch(f"{address}/ok").failure == "unusual-port"
        closed = Fetcher(Limits(seconds=1), resolve=lambda host, port: ["127.0.0.1"])
        assert closed.fetch("http://library.example/").failure == "leads-inside"
        assert not requests
        for ips in (["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["127.0.0.1", "93.184.215.14"]):
            opened = Fetcher(LIMITS, resolve=lambda host, port, ips=ips: ips)
            assert opened.fetch("http://library.example/").failure == "leads-inside"
        public = Fetcher(LIMITS, resolve=lambda host, port: ["93.184.215.14"])
        assert public.refusal("http://library.example/") == ""
        assert public.fetch("http://library.example:8080/").failure == "unusual-port"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "javascript:alert(1)", "//a.example"]
)
def test_only_the_web_is_asked(address):
    assert Fetcher(LIMITS).fetch(address).failure == "no-web-address"


def test_a_host_that_is_not_there_is_told():
    def nowhere(host, port):
        raise OSError(host)

    assert Fetcher(LIMITS, resolve=nowhere).fetch("https://gone.example/").failure == "no-such-host"


def test_addresses_are_asked_in_ascii():
    assert ascii_address("https://bücher.example/ä b?q=é#x") == "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"
    assert ascii_address("https://a.example/already%20done") == "https://a.example/already%20done"


def test_a_host_in_other_letters_is_asked():
    asked_for = []
    with misbehave() as (address, _):
        port = address.rpartition(":")[2]
        fetcher = Fetcher(LIMITS, resolve=lambda host, port: asked_for.append(host) or ["127.0.0.1"])
        assert fetcher.fetch(f"http://bücher.example:{port}/a b").status == 200
    assert asked_for == ["xn--bcher-kva.example"]


def test_the_host_is_named_as_browsers_name_it(authority):
    with misbehave(served_with(authority.issue_cert("127.0.0.1"))) as (address, _):
        assert address.removeprefix("https://") in fetch_trusting(f"{address}/host", trusting(authority)).body
    assert ascii_address("https://a.example:443/") == "https://a.example:443/"


def test_a_second_address_is_tried_where_the_first_takes_nobody():
    with misbehave(host="127.0.0.3") as (address, _):
        port = address.rpartition(":")[2]
        fetcher = Fetcher(LIMITS, resolve=lambda host, port: ["127.0.0.9", "127.0.0.3"])
        assert fetcher.fetch(f"http://library.example:{port}/ok").status == 200


def test_a_handshake_that_never_ends_is_cut_short():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        result = Fetcher(LIMITS).fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/")
    assert result.failure == "too-slow"


def test_the_connection_goes_to_the_address_that_was_looked_at():
    with misbehave() as (address, requests):
        answers = iter([["127.0.0.1"], ["10.0.0.1"]])
        fetcher = Fetcher(LIMITS, resolve=lambda host, port: next(answers))
        port = address.rpartition(":")[2]
        assert fetcher.fetch(f"http://library.example:{port}/ok").status == 200
        assert requests["/ok"] == 1


def test_a_machine_without_a_network_blames_nobody():
    def failing(*whys):
        links = [OutsideLink(f"https://{number}.example/") for number in range(len(whys))]
        return [Verdict(link, "broken", why) for link, why in zip(links, whys, strict=True)]

    assert cut_off(failing("no-such-host", "no-such-host", "no-answer"))
    assert not cut_off(failing("no-such-host", "no-such-host", "not-found"))
    assert not cut_off(failing("no-such-host"))


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
    signs = {names: sign_of(PageFacts(*names), "https://a.example/x", was_led=True) for names in APOLOGIES[why]}
    assert signs == dict.fromkeys(APOLOGIES[why], why)
