"""What was found, for people: lines for whoever ran the check, and the text of the one rolling issue."""

import json
from collections.abc import Iterable, Iterator, Mapping

from library.core.health import Health

from .addresses import Asked
from .history import healthy
from .sentences import SENTENCES
from .suggest import nearest
from .verdict import Verdict


def lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A line for each address that did not simply answer: where it is named, what was found, what to do."""
    for one in verdicts:
        if (one.state, one.why) != ("ok", "answers"):
            place = next(iter(one.asked.places), "-")
            yield f"{place}  {one.asked.address}: {one.state}. {one.sentence}"


def not_reached(left: Iterable[Asked]) -> Iterator[str]:
    """A line for each address the round had no time for."""
    for one in left:
        place = next(iter(one.places), "-")
        yield f"{place}  {one.address}: not reached before the round's time was up; left as it was remembered."


def as_json(verdicts: Iterable[Verdict]) -> str:
    """Every verdict: address, state, why, the same in words, final address, title, and where it is named."""
    told = [
        {
            "address": one.asked.address,
            "state": one.state,
            "why": one.why,
            "sentence": one.sentence,
            "final": one.final,
            "title": one.title,
            "places": one.asked.places,
        }
        for one in verdicts
    ]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def offers(asked: Mapping[str, Asked], known: Mapping[str, Health]) -> Iterator[str]:
    """A line for each dead address with what could stand in its place."""
    for address in asked:
        if address in known and known[address].dead:
            near = nearest(asked[address], asked, known)
            found = [f"an archived copy is at {known[address].archive}"] if known[address].archive else []
            found += [f"the nearest page by {near.publisher} is {near.address}"] if near else []
            yield f"{address}: {'; '.join(found) or 'nothing was found to stand in its place'}."


def issue(asked: Mapping[str, Asked], known: Mapping[str, Health]) -> str:
    """The rolling issue in Markdown: what needs a person, and nothing else. Empty where nothing does."""
    some = [known[address] for address in asked if address in known and not healthy(known[address])]
    if not some:
        return ""
    parts = ["These outside links need a person. The list is made afresh each week.\n"]
    for one in some:
        parts.append(f"- [ ] <{one.address}>: {SENTENCES.get(one.why, one.why)} It has stood so since {one.since}.")
        parts += [f"  - new address: <{one.final}>"] if one.final else []
        parts += [f"  - archived copy: <{one.archive}>"] if one.archive else []
        near = nearest(asked[one.address], asked, known) if one.dead else None
        parts += (
            [f"  - nearest page by {near.publisher}: <{near.address}> ({near.title or 'title not known'})"]
            if near
            else []
        )
        parts += [f"  - named in `{place}`" for place in asked[one.address].places]
    return "\n".join(parts) + "\n"
