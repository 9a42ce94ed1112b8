"""What a build of many guides costs, beside stock Material with the same pages and its own search.

python tests/bench/pages.py [GUIDES]       after `make build`; no sheets are made, they have a benchmark of their own

Prints the processor's seconds and the most memory of a check and of each build, the ratio of the builds from scratch,
and the heaviest page. A check and a build are measured twice: with nothing kept of an earlier one, and with all of it.
Exit status 1 where a thousand guides cost more than they may: it says what is too much, and how much would not be.
Of fewer guides nothing is held: what each build does once weighs most in theirs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from made_up import project
from selectolax.lexbor import LexborHTMLParser, LexborNode

STOCK = """
site_name: Stock
theme: {name: material, font: false, features: [navigation.indexes, navigation.prune]}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, toc]
nav:
"""
"""Stock Material, told no more than it needs: the pages are found by their folders, and only indexes are listed."""


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MARKED = ", ".join((*HEADINGS, "p", "li", "td", "th", "dt", "dd"))
"""The elements whose words a page of stock Material is given, where they hold none of the others."""

GUIDES = 1000
MOST_OF_STOCK = 0.6
"""Of the processor's time that stock Material takes for the same pages, how much a build from scratch may take."""
MOST_MEGABYTES = 300
"""What a build from scratch may hold in memory at once."""
MOST_SECONDS_OF_A_CHECK = 1.5
"""Of the processor, for a check where nothing changed: it is made after every save."""
MOST_KILOBYTES_OF_A_PAGE = 150
"""As it is served, before anything packs it."""


@dataclass(frozen=True)
class Cost:
    """What a process and all it started cost: seconds: of the processor. megabytes: the most it held at once."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s of processor  {self.megabytes:5.0f} MB at most"


def cost(*command: str, **settings: str) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails. settings: for its environment."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def stock(folder: Path, site: Path) -> Path:
    """A project of stock Material with every page of a built site, in its own words. Returns its settings."""
    docs = folder / "docs"
    for page in site.rglob("index.html"):
        file = docs / page.parent.relative_to(site) / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(in_markdown(page.read_text(encoding="utf-8")), encoding="utf-8")
    indexes = sorted(page.relative_to(docs).as_posix() for page in docs.glob("*/index.md"))
    (folder / "mkdocs.yml").write_text(STOCK + "".join(f"  - {index}\n" for index in indexes), encoding="utf-8")
    return folder / "mkdocs.yml"


def in_markdown(html: str) -> str:
    """What a page says as Markdown: its headings, paragraphs, points and cells, and its links."""
    page = LexborHTMLParser(html)
    words = page.css_first("article") or page.body
    for link in words.css("a[href]"):
        link.replace_with(f"[{one_line(link)}]({link.attributes['href']})")
    told = (node for node in words.css(MARKED) if [below.mem_id for below in node.css(MARKED)] == [node.mem_id])
    return "\n\n".join(f"{marks(node.tag)}{one_line(node)}" for node in told) + "\n"


def one_line(node: LexborNode) -> str:
    """The words of an element."""
    return " ".join(node.text().split())


def marks(tag: str) -> str:
    """What Markdown puts ahead of the words of an element."""
    return f"{'#' * int(tag[1])} " if tag in HEADINGS else "- " if tag == "li" else ""


@dataclass(frozen=True)
class Figure:
    """Something measured that may not be more than so much."""

    name: str
    value: float
    most: float

    def __str__(self) -> str:
        return f"{self.name}: {self.value:.2f}, and {self.most} at most"


def beyond(figures: Iterable[Figure], guides: int) -> list[Figure]:
    """Those that are more than they may be with so many guides."""
    return [figure for figure in figures if figure.value > figure.most and guides >= GUIDES]


def main(guides: int) -> int:
    """Measure and print. The exit status: 1 where something costs more than it may."""
    with tempfile.TemporaryDirectory() as temporary:
        library, plain = Path(temporary, "library"), Path(temporary, "plain")
        library.mkdir()
        project(library, guides)
        check = (str(library / "hooks" / "content.py"), "--no-paper", "--root", str(library))
        print(f"check of {guides} guides           {cost(*check)}", flush=True)
        unchanged = cost(*check)
        print(f"the same, nothing changed      {unchanged}", flush=True)
        changed = next((library / "guides").glob("*.yaml"))
        changed.write_text(f"# Changed.\n{changed.read_text(encoding='utf-8')}", encoding="utf-8")
        print(f"the same, one guide changed    {cost(*check)}", flush=True)
        shutil.rmtree(library / ".cache")
        build = ("-m", "mkdocs", "build", "-q", "--strict", "-f", str(library / "mkdocs.yml"))
        ours = cost(*build, SHEETS="none")
        print(f"build of {guides} guides           {ours}", flush=True)
        print(f"the same, nothing changed      {cost(*build, SHEETS='none')}", flush=True)
        pages = sorted((library / "site").rglob("*.html"), key=lambda page: page.stat().st_size)
        print(f"pages                          {len(pages):6}")
        heaviest = pages[-1].relative_to(library / "site").as_posix()
        print(f"heaviest page                  {pages[-1].stat().st_size / 1000:6.0f} KB  {heaviest}", flush=True)
        theirs = cost("-m", "mkdocs", "build", "-q", "-f", str(stock(plain, library / "site")))
        print(f"stock Material, the same pages  {theirs}")
        print(f"ours to theirs                 {ours.seconds / theirs.seconds:6.2f}")
        figures = (
            Figure("times what stock Material takes", ours.seconds / theirs.seconds, MOST_OF_STOCK),
            Figure("megabytes of a build", ours.megabytes, MOST_MEGABYTES),
            Figure("seconds of a check where nothing changed", unchanged.seconds, MOST_SECONDS_OF_A_CHECK),
            Figure("kilobytes of the heaviest page", pages[-1].stat().st_size / 1000, MOST_KILOBYTES_OF_A_PAGE),
        )
    too_much = beyond(figures, guides)
    for figure in too_much:
        print(f"Too much: {figure}", file=sys.stderr)
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else GUIDES))
