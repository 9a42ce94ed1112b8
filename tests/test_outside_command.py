"""Asking outside as a command, what is remembered, and what readers see of it."""

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from conftest import ROOT, build
from library import ContentError, load
from library.core.catalogue import RESOURCE
from library.core.health import HEALTH_FILE, Health
from library.kinds.guide import GUIDE
from library.outside import OutsideLink, added_since, collect
from library.outside.fetch import FetchResult
from library.outside.report import issue_text, replacement_lines
from library.outside.suggest import archived_copy, nearest_page
from misbehaving import misbehave
from tiny_library import real_library

DAY = date(2026, 11, 20)


def online(root, *options):
    command = [sys.executable, str(ROOT / "hooks" / "links.py"), "--online", "--root", str(root), "--allow-loopback"]
    return subprocess.run([*command, *map(str, options)], capture_output=True, text=True, check=False)


@pytest.fixture
def small(tiny_project):
    """The tiny project with no outside address but those a test adds: nothing leaves loopback."""
    for path in content_of(tiny_project):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^  url_status: \w+", "  url_status: none", text, flags=re.M)
        text = re.sub(r"^( +)url: .*\n", "", text, flags=re.M)
        text = re.sub(r"\((https?://[^)]*)\)", "(mailto:enquiries@1625ip.co.uk)", text)
        text = re.sub(r"  url_status: none\n(?!  url_note)", "  url_status: none\n  url_note: None.\n", text)
        path.write_text(text, encoding="utf-8")
    assert collect(load(tiny_project), tiny_project) == {}
    return tiny_project


def content_of(root):
    """The files that may hold addresses."""
    return [root / "resources.yaml", *(root / "guides").rglob("*.yaml"), *(root / "docs").glob("*.md")]


def add(root, *addresses):
    page = root / "docs" / "privacy.md"
    listed = "".join(f"\n- [somewhere](<{address}>)\n" for address in addresses)
    page.write_text(page.read_text(encoding="utf-8") + listed, encoding="utf-8")


def test_every_address_of_the_library_is_collected_with_its_places():
    library = real_library()
    links = collect(library, ROOT)
    assert {resource.url for resource in library[RESOURCE].values() if resource.url} <= set(links)
    assert "https://www.gmc-uk.org/" in {address[:23] for address in links}
    for link in links.values():
        for place in link.places:
            path, _, line = place.rpartition(":")
            text = (ROOT / path).read_text(encoding="utf-8").splitlines()
            assert link.address in " ".join(text[int(line) - 1 : int(line) + 40]), place
    assert links["https://www.trgm.co.uk"].title


def test_the_command_asks_remembers_and_says_what_needs_a_person(small):
    with misbehave() as (address, _):
        add(small, f"{address}/ok", f"{address}/404", f"{address}/moved", f"{address}/403")
        done = online(small, "--json", small / "verdicts.json", "--update", "--issue", small / "issue.md")
        assert done.returncode == 0, done.stderr
        verdicts = json.loads((small / "verdicts.json").read_text(encoding="utf-8"))
        assert {verdict["address"]: verdict["state"] for verdict in verdicts} == {
            f"{address}/ok": "ok",
            f"{address}/404": "broken",
            f"{address}/moved": "moved",
            f"{address}/403": "cannot-tell",
        }
        line = re.search(rf"^docs/privacy\.md:(\d+)  {address}/404: broken\. (.+)$", done.stdout, re.M)
        assert line[2] == "The publisher says there is no such page. [outside-not-found]"
        assert f"{address}/ok:" not in done.stdout
        listed = (small / "issue.md").read_text(encoding="utf-8")
        assert f"<{address}/moved>" in listed
        assert f"new address: <{address}/ok>" in listed
        assert "/404" not in listed, "one failure is no news"
        kept = [json.loads(line) for line in (small / HEALTH_FILE).read_text(encoding="utf-8").splitlines()]
        assert [health["address"] for health in kept] == sorted(health["address"] for health in kept)
        assert {health["last_checked"] for health in kept} == {date.today().isoformat()}
        assert load(small).health[f"{address}/404"].failures == (date.today(),)


def test_a_change_answers_only_for_the_links_it_adds(small):
    with misbehave() as (address, requests):
        add(small, f"{address}/404")
        for command in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.email=a@b.example", "-c", "user.name=a", "commit", "-qm", "x"],
        ):
            subprocess.run(["git", "-C", str(small), *command], check=True)
        assert online(small, "--since", "HEAD").returncode == 0
        assert not requests
        add(small, f"{address}/ok")
        good = online(small, "--since", "HEAD")
        assert (good.returncode, requests["/404"]) == (0, 0)
        assert requests["/ok"] > 0
        add(small, f"{address}/410")
        bad = online(small, "--since", "HEAD")
        assert bad.returncode == 1
        assert "gone for good" in bad.stdout
    assert "can't compare with" in online(small, "--since", "nowhere").stderr


ADDED = {
    "a path that goes on": ("- [new](https://a.example/a/new)", {"https://a.example/a/new"}),
    "a letter outside ASCII": ("- [coffee](https://a.example/café)", {"https://a.example/caf%C3%A9"}),
    "an entry of a list": ("  url: https://a.example/a", {"https://a.example/a"}),
    "in a row": ("- {url: https://a.example/a, title: A}", {"https://a.example/a"}),
    "in quotation marks": ("  url: 'https://a.example/a'", {"https://a.example/a"}),
    "two side by side": (
        "[a](https://a.example/a)[b](https://a.example/x_(y)).",
        {"https://a.example/a", "https://a.example/x_(y)"},
    ),
    "with marks that are spelt out": (r"[a](https://a.example/x\_(y\)?b&amp;c)", {"https://a.example/x_(y)?b&c"}),
    "one within another": ("<https://b.example/1/https://a.example/a>", {"https://b.example/1/https://a.example/a"}),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_a_change_adds_is_told_by_whole_addresses(tmp_path, name):
    line, wanted = ADDED[name]
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text("# A page\n", encoding="utf-8")
    who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    page.write_text(f"# A page\n\n{line}\n", encoding="utf-8")
    links = {address: OutsideLink(address) for _, addresses in ADDED.values() for address in addresses}
    assert set(added_since("HEAD", links, tmp_path)) == wanted


def health(address, state, **more):
    fields = {"address": address, "last_checked": DAY, "state": state, "since": DAY, "why": "answers", **more}
    return Health(**fields)


def remember(root, *lines):
    (root / HEALTH_FILE).write_text("".join(line.model_dump_json() + "\n" for line in lines), encoding="utf-8")


@pytest.mark.sweep
def test_readers_see_how_an_address_does(copy):
    library = load(copy)
    sure = [resource for resource in library[RESOURCE].values() if resource.opens_at_once]
    dead, moved, fine, walled = sure[:4]
    copy_of = "https://web.archive.org/web/2025/https://gone.example/"
    remember(
        copy,
        health(dead.url, "broken", archive=copy_of, failures=[DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)]),
        health(moved.url, "moved", final="https://new.example/page"),
        health(fine.url, "ok"),
        health(walled.url, "needs-account"),
    )
    done = build(copy, copy / "out", SITE_URL="https://library.example.org/", SHEETS="none")
    assert done.returncode == 0, (done.stdout + done.stderr)[-800:]

    def page(path):
        return (copy / "out" / path / "index.html").read_text(encoding="utf-8")

    short = page(f"r/{dead.id}")
    assert "This address has not worked since 20 November 2026" in short
    assert f'href="{copy_of}"' in short
    assert 'http-equiv="refresh"' not in short
    assert f'href="{dead.url}"' not in short
    assert 'content="0; url=https://new.example/page"' in page(f"r/{moved.id}")
    assert "Last checked on 20 November 2026: it answers." in page(f"r/{fine.id}")
    assert "It may need an account." in page(f"r/{walled.id}")
    assert 'http-equiv="refresh"' not in page(f"r/{walled.id}")
    catalogue = page("resources")
    assert "it has moved, and we lead to its new address" in catalogue
    assert f'href="{moved.url}"' not in catalogue
    counted = page("maintain/links")
    assert re.search(r'<th scope="row">Does not work</th>\s*<td>1</td>', counted)
    sharing = sum(resource.url == moved.url for resource in library[RESOURCE].values())
    assert re.search(rf'<th scope="row">Has moved</th>\s*<td>{sharing}</td>', counted)
    assert f"{dead.title}</a>, {dead.publisher}" in counted.replace("&amp;", "&")


def test_a_dead_address_is_told_in_the_next_print(copy):
    from library.formats.sheets import sheets

    library = load(copy)
    guide = library[GUIDE]["equity-diversity-and-inclusion"]
    resource = next(library[RESOURCE][id] for id in guide.resources if library[RESOURCE][id].url)
    remember(copy, health(resource.url, "gone"))
    views = [sheet.view for sheet in sheets(load(copy), None) if sheet.path.endswith("inclusion-handout.pdf")]
    told = next(part for part in views[0].sheets[0].body.parts if part.id == "resources")
    shown = next(each for each in told.blocks[0].resources if each.title == resource.title)
    assert shown.facts.startswith("This address has not worked since 20 November 2026")
    assert shown.link == ""


def test_a_line_that_cannot_be_read_is_named(tiny):
    (tiny / HEALTH_FILE).write_text('{"address": "x"}\n<<<<<<< HEAD\n', encoding="utf-8")
    with pytest.raises(ContentError) as failed:
        load(tiny)
    assert [problem.line for problem in failed.value.problems] == [1, 2]
    assert f"{HEALTH_FILE}:2  can't be read" in str(failed.value)


class _Archive:
    def __init__(self, body):
        self.body = body

    def fetch(self, address, kinds):
        assert kinds == ("application/json",)
        assert "%3A%2F%2Fgone.example" in address
        return FetchResult(address, address, 200, body=self.body)


COPY = "http://web.archive.org/web/20240101000000/https://gone.example/"
ANSWERS = {
    "a copy": ({"closest": {"available": True, "status": "200", "url": COPY}}, COPY.replace("http:", "https:", 1)),
    "none": ({}, None),
    "a copy of an error": ({"closest": {"available": True, "status": "404", "url": COPY}}, None),
    "a strange place": ({"closest": {"available": True, "status": "200", "url": "https://evil.example/"}}, None),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_an_archived_copy_is_offered_only_where_the_archive_has_one(case):
    answer, expected = ANSWERS[case]
    assert archived_copy("https://gone.example/", _Archive(json.dumps({"archived_snapshots": answer}))) == expected
    assert archived_copy("https://gone.example/", _Archive("<html>")) is None


def test_the_nearest_page_by_the_same_publisher_is_offered():
    gone = OutsideLink("https://a.example/1", "Reflective supervision pack", "A", ["resources.yaml:1"])
    near = OutsideLink("https://a.example/2", "Reflective supervision hub", "A")
    others = [
        OutsideLink("https://a.example/3", "Cakes", "A"),
        OutsideLink("https://b.example/", "Reflective supervision pack", "B"),
    ]
    links = {link.address: link for link in (gone, near, *others)}
    states = {gone.address: health(gone.address, "gone", why="gone")}
    assert nearest_page(gone, links, states) is near
    states[near.address] = health(near.address, "broken")
    assert nearest_page(gone, links, states) is others[0]
    [offer, _] = replacement_lines(links, states)
    assert offer == "https://a.example/1: the nearest page by A is https://a.example/3."
    issue = issue_text(links, states)
    assert "- [ ] <https://a.example/1>: The publisher says it is gone for good." in issue
    assert "nearest page by A: <https://a.example/3>" in issue
    assert "named in `resources.yaml:1`" in issue
    assert issue_text(links, {}) == ""


REFUSED = [
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example/",
    "https://a.example/ b",
    "https://u:p@a.example/",
    'https://a.example/"onclick',
    "https://a.example/\u202ex",
    "https:///x",
    "https://[bad/",
    "x",
    "",
]


@pytest.mark.parametrize("field", ["address", "final", "archive"])
@pytest.mark.parametrize("address", REFUSED)
def test_what_readers_are_led_to_is_an_address(tiny, field, address):
    good = {"address": "https://a.example/", "last_checked": "2026-11-20", "state": "ok", "since": "2026-11-20"}
    line = json.dumps({**good, "why": "answers", field: address})
    (tiny / HEALTH_FILE).write_text(f"{json.dumps({**good, 'why': 'answers'})}\n{line}\n", encoding="utf-8")
    with pytest.raises(ContentError) as failed:
        load(tiny)
    [problem] = failed.value.problems
    assert (problem.path, problem.line) == (HEALTH_FILE, 2)
    assert f"{HEALTH_FILE}:2  {field} should be a web address that starts with https:// or http://." in str(
        failed.value
    )
    assert "`make links` writes these lines; remove this one, and the next check asks again." in str(failed.value)


def test_a_page_of_a_hostile_publisher_does_not_end_the_round(small):
    with misbehave() as (address, _):
        add(
            small,
            *(f"{address}{path}" for path in ("/escape", "/bidi", "/nothing-there", "/long", "/ok", "/long-query")),
        )
        done = online(small, "--json", small / "verdicts.json", "--update")
        assert (done.returncode, done.stderr) == (0, "")
        assert "\x1b" not in (small / "verdicts.json").read_text(encoding="utf-8")
        kept = load(small).health
        assert len(kept) == 6
        assert kept[f"{address}/escape"].title == "[31mred"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_that_cannot_print_a_letter_prints_it_another_way(small, encoding):
    (small / "docs" / "🙂.md").write_text("# A page\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "hooks" / "links.py"), "--online", "--root", str(small)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode(encoding).startswith("docs/\\U0001f642.md:1  should be named with small letters, ")


def test_without_git_what_was_added_since_is_told_in_a_sentence(small, tmp_path):
    with misbehave() as (address, requests):
        add(small, f"{address}/ok")
        command = [
            sys.executable,
            str(ROOT / "hooks" / "links.py"),
            "--online",
            "--root",
            str(small),
            "--since",
            "HEAD",
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": str(tmp_path)}
        )
        assert not requests
    assert done.returncode == 1
    assert done.stderr == (
        "There is no git on this machine, so what was added since 'HEAD' can't be told; "
        "install git, or leave --since out to ask every address.\n"
    )


def test_a_round_that_runs_out_of_time_says_so_and_blames_nobody(small):
    with misbehave() as (address, _):
        add(small, f"{address}/hang")
        done = online(small, "--minutes", "0.02", "--update")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(
        rf"^docs/privacy\.md:\d+  {address}/hang: not reached before the check's time was up; "
        r"left as it was remembered\.\n"
        r"Asked 0 addresses; 1 were not reached in time\.$",
        done.stdout,
        re.M,
    )
    assert (small / HEALTH_FILE).read_text(encoding="utf-8") == ""


def test_our_own_mistake_is_told_at_the_end_and_fails_the_round(small):
    spoilt = "import library.outside.run as r\ndef classify(*_): raise RuntimeError('our own')\nr.classify = classify\n"
    with misbehave() as (address, _):
        add(small, f"{address}/ok")
        run = f"import sys; sys.path.insert(0, {str(ROOT / 'hooks')!r})\n{spoilt}import links; sys.exit(links.main())"
        options = ["--online", "--root", str(small), "--allow-loopback", "--update", "--issue", str(small / "issue.md")]
        done = subprocess.run([sys.executable, "-c", run, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{address}/ok: cannot-tell. Our own program stumbled over it" in done.stdout
    assert "Asked 1 addresses." in done.stdout
    assert done.stderr.endswith("RuntimeError: our own\n\n")
    assert (small / "issue.md").is_file()


def test_a_reason_of_another_year_is_still_told():
    address = "https://a.example/"
    links = {address: OutsideLink(address, None, None, ["resources.yaml:1"])}
    states = {address: health(address, "gone", why="a-word-nobody-knows")}
    assert "<https://a.example/>: a-word-nobody-knows It has stood so since" in issue_text(links, states)
