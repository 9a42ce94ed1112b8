"""Where readers write: as the publisher has set it, once on every page, and told in a sentence where it is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build
from library.formats.html.contact import in_words, ways
from library.texts import texts
from library.types.contact import Contact, is_contact
from selectolax.lexbor import LexborHTMLParser

MAILBOX = "us@example.org"
ABOUT = {"site": "Library", "title": "Pairs & more", "address": "https://example.org/pairs/"}
FILLED = "=Pairs%20%26%20more"
NOBODY = (
    "Nobody has said yet where to write. "
    "Whoever publishes this library sets CONTACT or REPO_URL: see where readers write."
)


@pytest.mark.parametrize(
    ("given", "is_good"),
    [
        (MAILBOX, True),
        ("first.last+library@mail.example.org.uk", True),
        ("https://example.org", True),
        ("https://example.org:8443/write-to-us?about=library", True),
        ("https://example.org/@us", True),
        ("example.org", False),
        ("mailto:us@example.org", False),
        ("us@example", False),
        ("us@example.org?cc=others@example.org", False),
        ("http://example.org/", False),
        ("https://example.org/a b", False),
        ('https://example.org/"><script>', False),
        ("javascript:alert(1)", False),
        ("us@example.org\n", False),
    ],
)
def test_what_readers_can_write_to(given, is_good):
    assert is_contact(given) == is_good


@pytest.mark.parametrize(
    ("repository", "begins"),
    [
        ("https://github.com/org/library/", f"https://github.com/org/library/issues/new?title{FILLED}&body=This%20is"),
        ("https://codeberg.org/org/library", f"https://codeberg.org/org/library/issues/new?title{FILLED}&body="),
        ("https://gitea.example.org/o/l", f"https://gitea.example.org/o/l/issues/new?title{FILLED}&body="),
        (
            "https://gitlab.example.org/org/library",
            f"https://gitlab.example.org/org/library/-/issues/new?issue%5Btitle%5D{FILLED}&issue%5Bdescription%5D=",
        ),
        ("https://git.example.org/library", "https://git.example.org/library"),
    ],
)
def test_an_issue_is_opened_as_its_forge_wants_it(repository, begins):
    [way] = ways(Contact(repository=repository), texts(), **ABOUT)
    assert way.words == "Suggest a change"
    assert way.address.startswith(begins)
    assert ("?" in way.address) == (begins != repository)


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact(MAILBOX), ["Suggest a change"]),
        (Contact("https://example.org/us", "https://github.com/o/l"), ["Suggest a change", "Write to us"]),
        (Contact(MAILBOX, "https://git.example.org/l"), ["Suggest a change", "See the files the library is made from"]),
        (Contact(), []),
    ],
)
def test_the_likeliest_way_to_write_comes_first(contact, words):
    assert [way.words for way in ways(contact, texts(), **ABOUT)] == words


def test_a_letter_is_begun_and_a_page_is_left_as_it_is():
    [letter] = ways(Contact(MAILBOX), texts(), **ABOUT)
    assert letter.address.startswith(
        "mailto:us@example.org?subject=Library%3A%20Pairs%20%26%20more&body=This%20is%20about"
    )
    assert letter.address.endswith("https%3A%2F%2Fexample.org%2Fpairs%2F")
    [page] = ways(Contact("https://example.org/us"), texts(), **ABOUT)
    assert page.address == "https://example.org/us"


def test_a_page_written_by_hand_says_the_same():
    assert in_words(Contact(MAILBOX), texts()) == (
        "Something wrong or missing? [Suggest a change](mailto:us@example.org). The address is us@example.org."
    )
    assert in_words(Contact(), texts()).startswith("Nobody has said yet where to write.")


def feet(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """The line about writing on each page of a site, which has one; phones that follow a session see none."""
    for path in (path for path in site.rglob("*.html") if path.parent.name != "follow"):
        [line] = LexborHTMLParser(path.read_text(encoding="utf-8")).css(".suggest")
        assert line.parent.parent.tag == "footer"
        yield path.relative_to(site).as_posix(), line


def words_of(line: LexborHTMLParser) -> str:
    return " ".join(line.text().split())


def links_of(line: LexborHTMLParser) -> dict[str, str]:
    return {link.text(): link.attributes["href"] for link in line.css("a")}


def test_while_nobody_has_said_where_every_page_says_what_the_publisher_does(tiny_site):
    for path, line in feet(tiny_site):
        assert words_of(line).startswith(f"Something wrong or missing? {NOBODY}"), path
    statement = LexborHTMLParser((tiny_site / "accessibility" / "index.html").read_text(encoding="utf-8"))
    assert NOBODY in statement.css_first("article").text()


def test_no_page_of_readers_names_the_file_it_is_made_from(tiny_site):
    page = LexborHTMLParser((tiny_site / "guides" / "listening" / "index.html").read_text(encoding="utf-8"))
    assert "listening.yaml" not in page.css_first("main").text()
    lines = dict(feet(tiny_site))
    assert links_of(lines["guides/listening/index.html"])["View the source"] == "../../source/guides/listening.yaml"
    assert "View the source" not in links_of(lines["privacy/index.html"])


def test_a_build_that_nobody_can_be_written_to_about_says_so_and_goes_on(tiny_project):
    done = build(tiny_project, tiny_project / "out", SHEETS="none")
    assert done.returncode == 0
    assert "neither is REPO_URL, so readers have nowhere to write." in done.stderr
    assert "[nowhere-to-write]" in done.stderr


def test_every_page_leads_to_the_mailbox_and_the_repository_that_are_set(tiny_project):
    settings = {"CONTACT": MAILBOX, "REPO_URL": "https://gitlab.com/org/library"}
    done = build(tiny_project, tiny_project / "out", SHEETS="none", **settings)
    assert done.returncode == 0, done.stderr
    assert "nowhere-to-write" not in done.stderr
    lines = dict(feet(tiny_project / "out"))
    for path, line in lines.items():
        links = links_of(line)
        assert links["Suggest a change"].startswith("https://gitlab.com/org/library/-/issues/new?issue%5Btitle%5D="), (
            path
        )
        assert links["Write to us"].startswith("mailto:us@example.org?subject=Peer%20Reflection%20Library%3A%20"), path
    listening = links_of(lines["guides/listening/index.html"])
    assert listening["Edit this page"].endswith("/guides/listening.yaml")
    assert "guides%2Flistening%2F" in listening["Suggest a change"]


def test_a_contact_that_is_none_stops_the_build_with_a_sentence(tiny_project):
    done = build(tiny_project, tiny_project / "out", SHEETS="none", CONTACT="our office")
    line = (tiny_project / "mkdocs.yml").read_text(encoding="utf-8").split("\n  contact:")[0].count("\n") + 2
    assert done.returncode == 1
    assert f"mkdocs.yml:{line}  extra, contact: should be a mail address, such as us@example.org, or " in done.stderr
    assert "found 'our office'. It is set by CONTACT. [not-a-contact]" in done.stderr
    assert "Traceback" not in done.stderr
