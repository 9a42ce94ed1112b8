"""How long what is said in a session takes aloud, by a voice that reads at 150 words a minute, against its minutes.

python tests/bench/aloud.py [KIND]    of each guide, or each session or workshop; needs espeak-ng (Debian's package)

Of each: the minutes of talk that its plan gives whoever leads, and the steps whose words and turns do not fit their
fewest minutes. What people say themselves is no part of it, but for turns of a set length.
"""

import re
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from library import load  # noqa: E402
from library.core.gathering import Gathering  # noqa: E402
from library.core.plan import Step  # noqa: E402
from library.core.safety import SAFETY_FRAME  # noqa: E402

WORDS_A_MINUTE = 150
PROMPTS = 2  # of the prompts of a step, so many are read out
DIRECTIONS = re.compile(r"\([^)]*\)")  # what stands in brackets is done, and not said


def seconds(words: str) -> float:
    """How long a voice takes to say some words."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        subprocess.run(["espeak-ng", "-v", "en-gb", "-s", str(WORDS_A_MINUTE), "-w", file, words], check=True)
        with wave.open(str(file)) as said:
            return said.getnframes() / said.getframerate()


def spoken(step: Step) -> str:
    """What whoever leads says in a step."""
    told = DIRECTIONS.sub("", step.say.plain) if step.say else ""
    return " ".join([told, *(prompt.text.plain for prompt in step.prompts[:PROMPTS])])


def tight(document: Gathering, lengths: list[float]) -> Iterator[str]:
    """The steps in which words and turns take longer than the fewest minutes."""
    for step, length in zip(document.plan.steps, lengths, strict=True):
        needed = length + (step.turns.whole * 60 if step.turns else 0)
        if step.minutes and needed > step.minutes.min * 60:
            yield f"{step.id}: {needed:.0f} s of {step.minutes.min * 60}"


def main() -> None:
    """Say it of each document of a kind."""
    library = load(ROOT)
    kind = sys.argv[1] if len(sys.argv) > 1 else "guide"
    for document in library.entries[kind].values():
        if not isinstance(document, Gathering):
            raise SystemExit(f"{kind}: nobody leads one of these")
        read_out = library[SAFETY_FRAME][document.safety].confidentiality
        first = seconds(" ".join([read_out.script.plain, *(limit.plain for limit in read_out.limits)]))
        lengths = [seconds(spoken(step)) for step in document.plan.steps]
        lengths[0] += first
        print(f"{document.id:45} {sum(lengths) / 60:4.1f} min  {'; '.join(tight(document, lengths))}")


if __name__ == "__main__":
    main()
