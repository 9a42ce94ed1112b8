"""Outside links: every way a server can misbehave has its state and its sentence. Nothing leaves loopback."""

import shutil
import socket
import ssl
import subprocess
from datetime import UTC, date, datetime, timedelta

import pytest
import trustme
from conftest import ROOT
from library.asking import Asked, Manners, Settings, Verdict, ask_all, cut_off, healthy, merged, written
from library.asking.verdict import SENTENCES
from library.asking.visit import Limits, Visitor, ascii_address
from library.model.health import HEALTH_FILE, Health, latest, read_health
from misbehaving import GOOD, misbehave

LIMITS = Limits(seconds=2, bytes=300_000, allow_loopback=True)
QUICK = Manners(gap=0.001, retry_wait=0.05)
DAY = date(2026, 11, 24)
EXPECTED = {
    "/ok": ("ok", "answers"),
    "/ok#there": ("ok", "answers"),
    "/ok#nowhere": ("ok", "no-such-place"),
    "/moved": ("moved", "moved"),
    "/moved308": ("moved", "moved"),
    "/for-now": ("ok", "answers"),
    "/loop": ("broken", "redirect-loop"),
    "/401": ("needs-account", "needs-log-in"),
    "/403": ("cannot-tell", "refused"),
    "/404": ("broken", "not-found"),
    "/410": ("gone", "gone"),
    "/once429": ("ok", "answers"),
    "/always429": ("cannot-tell", "too-many-requests"),
    "/500": ("broken", "server-error"),
    "/flaky": ("ok", "answers"),
    "/hang": ("broken", "too-slow"),
    "/drip": ("broken", "slow-drip"),
    "/huge": ("cannot-tell", "too-large"),
    "/wall": ("needs-account", "log-in"),
    "/soft404": ("broken", "soft-404"),
    "/gonesoft": ("broken", "soft-404"),
    "/tohome": ("broken", "moved-home"),
    "/changed": ("ok", "changed-title"),
    "/private/page": ("cannot-tell", "robots"),
    "/nohead": ("ok", "answers"),
    "/a b": ("ok", "answers"),
    "/bücher": ("ok", "answers"),
    "/strange-charset": ("ok", "answers"),
    "/nowhere-to-go": ("broken", "no-address"),
    "/long-name": ("broken", "no-address"),
    "/inside": ("broken", "leads-inside"),
    "/metadata": ("broken", "leads-inside"),
    "/tofile": ("broken", "no-web-address"),
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
    for path in ("/moved", "/moved308"):
        assert verdicts[path].final == f"{address}/ok"
        assert verdicts[path].sentence.endswith(f"The new address is {address}/ok")
    assert {one.final for path, one in verdicts.items() if one.state != "moved"} == {None}


def test_what_robots_may_not_see_is_not_asked_for(round_of_all):
    _, _, asked = round_of_all
    assert asked["/private/page"] == 0
    assert asked["/robots.txt"] == 1


def test_no_address_is_asked_for_more_than_a_few_times(round_of_all):
    _, _, asked = round_of_all
    assert max(count for path, count in asked.items() if path not in ("/ok", "/soft404", "/")) <= 4


def test_without_an_expected_title_an_apology_and_a_way_home_are_still_recognised():
    with misbehave() as (address, _):
        wanted = [Asked(f"{address}{path}") for path in ("/soft404", "/tohome", "/wall", "/changed", "/ok")]
        found = [one.why for one in ask_all(wanted, {}, Settings(LIMITS, QUICK)).verdicts]
    assert found == ["soft-404", "moved-home", "log-in", "answers", "answers"]


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
    "::1",
    "fc00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "2002:0a00:0001::",
]


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
        opened = Visitor(LIMITS, resolve=lambda host, port: ["10.0.0.1"])
        assert opened.visit("http://library.example/").failure == "leads-inside"


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
