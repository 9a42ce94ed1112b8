"""What a run brought, for people: lines for whoever ran the check, and the text of the one rolling issue."""

import json
from collections.abc import Iterable, Iterator, Mapping

from library.core.health import Health

from .addresses import OutsideLink
from .remember import is_healthy
from .suggest import nearest_page
from .verdict import Verdict, code_of, in_words


def verdict_lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A line for each link that did not simply answer: where it is named, its verdict and the verdict's code."""
    for verdict in verdicts:
        if (verdict.state, verdict.why) != ("ok", "answers"):
            place, words = _first_place(verdict.link), f"{verdict.sentence} [{code_of(verdict.why)}]"
            yield f"{place}  {verdict.link.address}: {verdict.state}. {words}"


def not_reached_lines(links: Iterable[OutsideLink]) -> Iterator[str]:
    """A line for each link the run had no time for."""
    for link in links:
        yield (
            f"{_first_place(link)}  {link.address}: not reached before the check's time was up; "
            "left as it was remembered."
        )


def as_json(verdicts: Iterable[Verdict]) -> str:
    """Every verdict: address, state, why, the same in words, final address, title, and where it is named."""
    listed = [
        {
            "address": verdict.link.address,
            "state": verdict.state,
            "why": verdict.why,
            "sentence": verdict.sentence,
            "final": verdict.final,
            "title": verdict.title,
            "places": verdict.link.places,
        }
        for verdict in verdicts
    ]
    return json.dumps(listed, indent=1, ensure_ascii=False) + "\n"


def replacement_lines(links: Mapping[str, OutsideLink], health: Mapping[str, Health]) -> Iterator[str]:
    """A line for each dead address with what could stand in its place."""
    for address, link in links.items():
        if address in health and health[address].dead:
            archive, near = health[address].archive, nearest_page(link, links, health)
            offers = [f"an archived copy is at {archive}"] if archive else []
            offers += [f"the nearest page by {near.publisher} is {near.address}"] if near else []
            yield f"{address}: {'; '.join(offers) or 'nothing was found to stand in its place'}."


def issue_text(links: Mapping[str, OutsideLink], health: Mapping[str, Health]) -> str:
    """The rolling issue in Markdown: what needs a person, and nothing else. Empty where nothing does."""
    needing = [link for address, link in links.items() if address in health and not is_healthy(health[address])]
    if not needing:
        return ""
    parts = ["These outside links need a person. The list is made afresh each week.\n"]
    for link in needing:
        near = nearest_page(link, links, health) if health[link.address].dead else None
        parts.extend(_issue_lines(link, health[link.address], near))
    return "\n".join(parts) + "\n"


def _issue_lines(link: OutsideLink, health: Health, near: OutsideLink | None) -> Iterator[str]:
    yield f"- [ ] <{link.address}>: {in_words(health.why)} It has stood so since {health.since}."
    if health.final:
        yield f"  - new address: <{health.final}>"
    if health.archive:
        yield f"  - archived copy: <{health.archive}>"
    if near:
        yield f"  - nearest page by {near.publisher}: <{near.address}> ({near.title or 'title not known'})"
    yield from (f"  - named in `{place}`" for place in link.places)


def _first_place(link: OutsideLink) -> str:
    return next(iter(link.places), "-")
