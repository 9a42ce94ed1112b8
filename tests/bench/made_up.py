"""A library of a thousand guides, made up from a seed: the real guides with other names, and a line more in each text.

Their long words are changed for others as long, for no two guides may say nearly the same.

python tests/bench/made_up.py FOLDER [GUIDES]       the real project, with made-up guides in place of its own
"""

import random
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
SEED = 20261128
SUBJECTS = re.findall(
    r"\w+",
    "attachment adolescence bereavement boundaries burnout childhood coercion courage disability domestic "
    "endings engagement exploitation fathers fostering gangs gender grandparents grief homelessness hope "
    "identity inspection isolation kinship language listening loss mental migration mothers neglect "
    "neurodiversity online parenting permanence poverty power prison racism recovery resilience risk safety "
    "school separation shame siblings sleep stigma strengths stress substance suicide supervision transitions "
    "trust uncertainty violence wellbeing youth ",
)
METHODS = re.findall(
    r"\w+",
    "storytelling mapping drawing rehearsal timeline questioning dialogue scaling letters metaphor ",
)
AUDIENCES = re.findall(
    r"\w+",
    "newcomers managers multidisciplinary ",
)
_WORD = re.compile(r"(?<![\w:/#.(-])[a-z]{4,}(?![\w:/-])")
_KEPT = {"clip", "clips", "film", "films", "video", "videos", "podcast", "podcasts", "watch", "watched", "watching"}
_KEPT |= {"heard", "others", "research", "evidence", "studies", "study", "review", "reviews", "facilitator", "section"}
_KEPT |= {"survey", "surveys", "findings", "says", "said", "shows", "finds", "found", "suggests", "tells", "every"}
_KEPT |= {"among", "three", "four", "five", "seven", "eight", "nine", "twelve", "twenty", "thirty", "fifty"}
"""Words that a rule knows, which stay where they are."""
_SHORT = {"purpose", "summary"}
"""Keys whose texts have a longest length, so that no line more fits in."""
_LONG = 80
"""Letters from which a text is prose, and gets a line more."""


def project(folder: Path, guides: int) -> Path:
    """Copy the project into a folder, with made-up guides in place of its own. Returns the folder."""
    for name in ("guides", "docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    for name, text in made_up(guides):
        (folder / "guides" / name).write_text(text, encoding="utf-8")
    return folder


def made_up(guides: int) -> Iterator[tuple[str, str]]:
    """File names and contents of guides. Raises ValueError for more than there are names for."""
    rng = random.Random(SEED)
    patterns = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "guides").glob("*.yaml"))]
    vocabulary = defaultdict(list)
    for word in sorted(set(_WORD.findall(str(patterns))) - _KEPT):
        vocabulary[len(word)].append(word)
    names = rng.sample(list(product(SUBJECTS, METHODS, AUDIENCES)), guides)
    for number, (subject, method, audience) in enumerate(names):
        others = {word: rng.choice(vocabulary[len(word)]) for words in vocabulary.values() for word in words}
        guide = _in_others(patterns[number % len(patterns)], others)
        guide = _asked_of(guide, f"{subject}, {method}, {audience}")
        guide = _with_more(guide, f"This is about {subject}, by {method}, for {audience}.")
        title = f"{subject.capitalize()} through {method} with {audience}"
        guide |= {"title": title, "aliases": [f"{method} {number}"], "version": "1.0"}
        guide.pop("changes", None)  # of the real one
        text = yaml.safe_dump(guide, sort_keys=False, allow_unicode=True, width=110)
        yield f"{subject}-{method}-{audience}.yaml", text


def _in_others(value: Any, others: dict[str, str]) -> Any:
    """The same, with each long word of what is a sentence changed for another."""
    if isinstance(value, dict):
        return {key: _in_others(part, others) for key, part in value.items()}
    if isinstance(value, list):
        return [_in_others(part, others) for part in value]
    is_sentence = isinstance(value, str) and re.search(r"\s.*[.?]\s*$", value, re.S)
    return _WORD.sub(lambda word: others.get(word[0], word[0]), value) if is_sentence else value


def _asked_of(value: Any, whom: str) -> Any:
    """The same, with each question asked of somebody else: no question may stand twice."""
    if isinstance(value, list):
        return [_asked_of(part, whom) for part in value]
    if not isinstance(value, dict):
        return value
    asked = {key: _asked_of(part, whom) for key, part in value.items()}
    if str(asked.get("text", "")).rstrip().endswith("?") and "id" in asked:
        asked["text"] = f"{asked['text'].rstrip()[:-1]} ({whom}: {asked['id']})?"
    return asked


def _with_more(value: Any, line: str) -> Any:
    """The same, with a line more at the end of each text that is prose."""
    if isinstance(value, dict):
        return {key: part if key in _SHORT else _with_more(part, line) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_more(part, line) for part in value]
    is_prose = isinstance(value, str) and len(value) > _LONG and re.search(r"[.?]\s*$", value)
    return f"{value.rstrip()} {line}" if is_prose else value


if __name__ == "__main__":
    project(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
