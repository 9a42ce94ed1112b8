"""How long the body of a page takes with 1,000 guides, what finding takes, and which page is the heaviest.

python tests/bench/pages.py [GUIDES]
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from library import Library, load  # noqa: E402
from library.formats.html import pages  # noqa: E402
from library.formats.search import records  # noqa: E402
from library.kinds.guide import GUIDE  # noqa: E402
from library.texts import texts  # noqa: E402


def many(count: int) -> Library:
    """The library with copies of its longest guide in place of its guides."""
    library = load(ROOT)
    guide = max(library[GUIDE].values(), key=lambda guide: len(guide.model_dump_json()))
    copies = {f"guide-{number:05}": guide.model_copy(update={"id": f"guide-{number:05}"}) for number in range(count)}
    origin = library.origin_of(GUIDE, guide.id)
    origins = {**library.origins, **{(GUIDE.name, id): origin for id in copies}}
    return replace(library, entries={**library.entries, GUIDE.name: copies}, origins=origins)


def main() -> None:
    """Write every body once."""
    library = many(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    sizes, spent = {}, {}
    for page in pages(library, texts()):
        start = time.process_time()
        sizes[page.url] = len(page.write().html.encode())
        spent[page.url] = time.process_time() - start
    guides = [seconds for url, seconds in spent.items() if url.startswith("guides/guide-")]
    print(f"{len(sizes)} pages in {sum(spent.values()):.1f} s; a guide {sum(guides) / len(guides) * 1000:.1f} ms")
    heaviest = max(sizes, key=lambda url: sizes[url])
    print(f"The heaviest body is {heaviest}, with {sizes[heaviest] / 1000:.0f} KB")
    start = time.process_time()
    found = len(list(records(library, texts())))
    print(f"{found} records in {time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
