"""Step 1 of the build: read and check the content, or stop. As a command: say what is wrong with it.

python hooks/content.py [--root DIR]      every problem as path:line  where: sentence [code]; exit status 1, or 0
python hooks/content.py --no-paper        the same, without setting what would be printed: letters and lengths
python hooks/content.py --since REF       the same, and every id of a page or a part that is gone without a word since,
                                          and every document that changed while its version or its day did not
python hooks/content.py --schema          write the schemas in docs/schema/ afresh, and the rules in docs/add-a-guide.md
python hooks/content.py --markdown DIR    write every document as plain CommonMark, for other engines
python hooks/content.py --advice [FILE …] what may be better said in another way, of all content or of some files
python hooks/content.py explain CODE      what a code in square brackets means, with an example of wrong and right
"""

from __future__ import annotations

import argparse
import logging
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from library import ContentError, Library, load
from library.formats.export import exported
from library.formats.schema import schemas
from library.kinds import KINDS
from library.problems import explained, messages, speak_any_letter, told, unknown
from library.project import DOCS, ROOT, address_in, cache_in
from library.rules import advice, notices, sentences
from library.site.command import Command
from library.sources import UnknownCommit, check_published
from library.texts import texts
from library.types.site_address import NoAddress

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

AUTHORS_PAGE = Path(DOCS, "add-a-guide.md")
# MkDocs says what it was asked to do once in the life of a program, before the first build: this outlives them all.
command = Command()
on_startup = command.on_startup
on_build_error = command.on_build_error


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content before anything is built. A mistake in it stops the build with all its sentences."""
    from library.site.start import begin  # here, so that the command needs no MkDocs

    return begin(config, command, read)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """While someone writes, make a sheet when it is asked for; show a mistake in the browser, and go on."""
    from library.site import asked, writing

    asked.make_when_asked(server, config, command)
    writing.show_mistakes(server, config, builder)
    command.is_attended = True
    return server


def read(root: Path) -> Library:
    """Read the content for a build, and say what is no mistake and yet worth knowing."""
    library = load(root, cache_in(root))
    for notice in notices(library, date.today()):
        logging.getLogger("mkdocs.hooks.content").info("%s", notice)
    return library


def main() -> int:
    """Do what the command line asks for: check the content, or one of the other things it can do."""
    speak_any_letter(sys.stdout, sys.stderr)
    parser = command_line()
    options = parser.parse_args()
    if not options.root.is_dir():
        parser.error(f"{options.root} is not a folder")
    if options.explain:
        return explain(options.explain, parser)
    if options.schema:
        return write_schemas(options.root / DOCS / "schema") or write_rules(options.root / AUTHORS_PAGE)
    try:
        return with_library(load(options.root, cache_in(options.root)), options)
    except ContentError as error:
        print(error)
        print(f"{len(error.problems)} to mend.", file=sys.stderr)
        return 1
    except (NoAddress, UnknownCommit) as error:
        parser.error(str(error))


def command_line() -> argparse.ArgumentParser:
    """What the command can be told."""
    parser = argparse.ArgumentParser(description="Check the library's content.")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project's folder")
    parser.add_argument("--since", metavar="REF", help="also name the ids that were published by then and are gone")
    parser.add_argument("--advice", nargs="*", metavar="FILE", help="say what may be better said in another way")
    parser.add_argument("--no-paper", action="store_true", help="do not set what would be printed")
    parser.add_argument("--schema", action="store_true", help="write docs/schema/ from the model, and stop")
    parser.add_argument("--markdown", type=Path, metavar="DIR", help="write every document as CommonMark, and stop")
    parser.add_argument("explain", nargs="*", metavar="explain CODE", help="say what a code in square brackets means")
    return parser


def with_library(library: Library, options: argparse.Namespace) -> int:
    """Do what takes the content. Raises ContentError for what is wrong with it, and NoAddress or UnknownCommit."""
    if options.markdown:
        return write_markdown(library, options.root, options.markdown)
    if options.advice is not None:
        return advise(library, options.root, options.advice)
    return check(library, options.root, options.since, is_paper_wanted=not options.no_paper)


def check(library: Library, root: Path, since: str | None, *, is_paper_wanted: bool) -> int:
    """Look at what stands beside content that was read: what an earlier commit published, paper, and notices."""
    if since:
        check_published(root, since, library)
    why_not = look_at_paper(library, root) if is_paper_wanted else "you asked for the rest alone."
    for notice in notices(library, date.today()):
        print(notice)
    print(f"Read {library.counted}: no problems.")
    if why_not:
        print(f"Paper was not looked at: {why_not}")
    return 0


def advise(library: Library, root: Path, files: list[str]) -> int:
    """Print advice on all content, or on some files: it is no mistake, whatever it says."""
    paths = {Path(file).resolve().relative_to(root.resolve()).as_posix() for file in files}
    advised = sorted(problem for problem in advice(library) if not paths or problem.path in paths)
    for line in told(advised):
        print(line)
    print(f"{len(advised)} to think about; none of it has to change." if advised else "No advice.")
    return 0


def explain(asked: list[str], parser: argparse.ArgumentParser) -> int:
    """Print what codes mean. asked: the word "explain" and the codes."""
    word, *codes = asked
    if word != "explain" or not codes:
        parser.error("what is asked for? Write `explain` and a code, such as `explain unknown-key`")
    for code in (code.strip("[]") for code in codes):
        if code not in messages():
            parser.error(unknown(code))
        print(explained(code))
    return 0


def look_at_paper(library: Library, root: Path) -> str:
    """Raise ContentError for what would keep paper from being made; why nobody looked, or an empty string."""
    from library.site.press import lacking, proofs  # here, for a build looks when it makes them

    try:
        problems = proofs(library, root, address_in(root))
    except FileNotFoundError as missing:
        return lacking(missing)
    except PermissionError as refused:
        return f"{refused.filename} can't be written, and what was made is kept there."
    if problems:
        raise ContentError(problems)
    return ""


def write_markdown(library: Library, root: Path, folder: Path) -> int:
    """Write every document as CommonMark where its page would stand, and say how many. Links lead to the site."""
    for path, text in exported(library, texts(), address_in(root)):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(f"Wrote {len(tuple(library.documents))} documents to {folder}.")
    return 0


def write_schemas(folder: Path) -> int:
    """Write every schema, and say where."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(KINDS).items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"Wrote {folder / name}.")
    return 0


def write_rules(page: Path) -> int:
    """Write what every rule asks into the page for authors, and say where."""
    page.write_text(with_rules(page.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote the rules in {page}.")
    return 0


def with_rules(text: str) -> str:
    """A page's text with what every rule asks, and what all advice is, a point each below their headings."""
    for heading, listed in zip(("## What the check asks", "## What advice is given"), sentences(KINDS), strict=True):
        if f"\n{heading}\n" not in text:
            continue
        before, _, rest = text.partition(f"\n{heading}\n")
        section, _, after = rest.partition("\n## ")
        opening = section.strip().splitlines()[0]
        points = "\n".join(f"- {sentence}" for sentence in listed)
        text = f"{before}\n{heading}\n\n{opening}\n\n{points}\n\n## {after}"
    return text


if __name__ == "__main__":
    sys.exit(main())
