"""How the finder does with 1,000 guides: bytes, time to the first results, and whether the right one is found.

python tests/bench/search.py [GUIDES]       after `make test` and `make build`
"""

import gzip
import random
import re
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from browsing import chromium, serve  # noqa: E402
from library import load  # noqa: E402
from library.find.index import write  # noqa: E402
from library.find.written import written  # noqa: E402
from library.formats.search import SearchRecord, records  # noqa: E402
from library.formats.search_synonyms import rows  # noqa: E402
from library.texts import texts  # noqa: E402
from made_up import AUDIENCES, METHODS, SUBJECTS  # noqa: E402


def corpus(count: int) -> list[SearchRecord]:
    """Guides of the usual shape: ten steps, five prompts, 900 words, with words as frequent as in a real language."""
    rng = random.Random(20261124)
    syllables = ["".join(pair) for pair in product("bcdfglmnprstvw", "aeiou")]
    vocabulary = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) + rng.choice("nrst") for _ in range(6000)]
    weights = [1 / (rank + 8) for rank in range(len(vocabulary))]

    def text(length: int) -> str:
        return " ".join(rng.choices(vocabulary, weights, k=length))

    names = rng.sample(list(product(SUBJECTS, METHODS, AUDIENCES)), count)
    return [
        SearchRecord(
            url=f"guides/{'-'.join(name)}/",
            title=f"{name[0].capitalize()} through {name[1]} with {name[2]}",
            kind="guide",
            summary=f"Think together about {name[0]}: {text(16)}.",
            names=(text(2),),
            topics=(name[0],),
            topic_words=(name[0], text(2)),
            headings=tuple(text(4) for _ in range(10)),
            prompts=tuple(f"{text(13)}?" for _ in range(5)),
            text=text(900),
            minutes=(rng.randint(15, 60), rng.randint(60, 90)),
            people=(3, 12),
            formats=("in-person", "online"),
            experience="some",
            intensity="moderate",
        )
        for name in names
    ]


def queries(found: list[SearchRecord]) -> dict[str, str]:
    """Fifteen ways to ask for a known guide, five of them with a slip, each with the address meant."""
    rng = random.Random(7)
    asked = {}
    for number, record in enumerate(rng.sample(found, 15)):
        subject, method, audience = re.sub(" (through|with) ", " ", record.title.lower()).split()
        slips = [
            method[:2] + method[3] + method[2] + method[4:],
            method[:3] + method[4:],
            method[:-3] + method[-2:],
            method[:3] + "x" + method[4:],
            method + "s",
        ]
        words = {
            0: record.title,
            1: record.title.lower(),
            2: f"{audience} {method} {subject}",
            3: f"{method} {subject} {audience}",
            4: f"{subject} {method} {audience[:5]}",
        }
        asked[words.get(number) or f"{subject} {slips[number % 5] if number >= 10 else method} {audience}"] = record.url
    return asked


def main() -> int:
    """Build, measure, and print one line a figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(ROOT / "site", site)
        made = corpus(count)
        library = load(ROOT)
        write((*records(library, texts()), *written(library, site), *made), rows(library), site / "find")
        sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in sorted((site / "find").glob("*.json"))}
        script = next((site / "assets" / "js" / "tools").glob("finder.*.js"))
        sizes["finder.js"] = len(gzip.compress(script.read_bytes(), 9))
        print(f"{count} guides, bytes gzipped:", sizes)
        print("first answer, index and finder:", sizes["first.json"] + sizes["finder.js"], "bytes")
        with serve(site) as address, chromium() as browser:
            ask(browser, address, queries(made))
    return 0


def ask(browser, address: str, asked: dict[str, str]) -> None:
    """Ask each question on a page of its own and time it from the index's arrival."""
    waits, hits = [], 0
    for text, url in asked.items():
        page = browser.new_page(viewport={"width": 360, "height": 740}, service_workers="block")
        page.goto(f"{address}find/?q={text}")
        page.locator("#found[data-from]").wait_for()
        waits.append(
            page.evaluate(
                "performance.getEntriesByName('results')[0].startTime - "
                "performance.getEntriesByType('resource').find(one => one.name.endsWith('first.json')).responseEnd"
            )
        )
        page.locator("#found[data-from=full]").wait_for()
        found = [link.get_attribute("href") for link in page.locator(".result .card-title a").all()[:3]]
        hit = any(one.endswith(url) for one in found)
        hits += hit
        if not hit:
            print("missed:", text, "→", [one.removeprefix(address) for one in found])
        page.close()
    waits.sort()
    print(f"first results after the index arrived: median {waits[7]:.0f} ms, slowest {waits[-1]:.0f} ms")
    print(f"the guide meant among the first three: {hits} of {len(asked)}")


if __name__ == "__main__":
    sys.exit(main())
