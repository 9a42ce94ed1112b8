"""The model's values in the words readers see: the same words on every page, on paper and in every file."""

from collections.abc import Iterable, Iterator

from library.core.catalogue import RESOURCE, Resource
from library.core.download import Download, Offer
from library.core.gathering import Gathering, GroupSize
from library.core.library import Library
from library.core.plan import Part, Plan, Step
from library.texts import Texts
from library.types.minutes import Minutes, total


class Phrases:
    """Says values in one language."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.say = texts.say

    def minutes(self, value: Minutes | None) -> str:
        """ "5–10 minutes (our suggestion)", or a plain statement that no time is set."""
        if value is None:
            return self.say("time.none")
        return self._ours(self.say("time.minutes", range=str(value), count=value.max), value.suggested)

    def shared_time(self, value: Minutes, steps: Iterable[Step]) -> str:
        """ "56–76 minutes, of which 21–26 are set by the source and the rest is our suggestion"."""
        fixed = total(step.minutes for step in steps if step.minutes and not step.minutes.suggested)
        if not value.suggested or fixed is None:
            return self.minutes(value)
        return self.say("time.partly-set", range=str(value), fixed=str(fixed))

    def part_time(self, part: Part) -> str:
        """How long a part takes, and how much of that the source sets."""
        return self.shared_time(part.minutes, part.steps) if part.minutes else self.minutes(None)

    def whole_time(self, gathering: Gathering) -> str:
        """The time to set aside for a gathering, in words, and where it comes from."""
        value, plan = gathering.minutes, gathering.plan
        if value is None:
            return sentence(self.say("time.none"))
        phrase = self.shared_time(value, plan.steps)
        if plan.untimed and gathering.length is None:
            return self.say("time.and-untimed", time=phrase, count=len(plan.untimed))
        if gathering.length and not plan.untimed and str(gathering.length) != str(value):
            return self.say("time.source-differs", time=phrase, length=str(gathering.length))
        return phrase

    def short_time(self, gathering: Gathering) -> str:
        """The time for a card: "35 minutes"."""
        value = gathering.minutes
        none = sentence(self.say("time.none"))
        return self.say("time.minutes", range=str(value), count=value.max) if value else none

    def experience(self, gathering: Gathering) -> str:
        """Who can lead it; no source says so, so it is marked as ours."""
        return self._ours(self.say(f"experience.{gathering.experience}"), True)

    def intensity(self, gathering: Gathering) -> str:
        """How much it may stir up; no source says so, so it is marked as ours."""
        return self._ours(self.say(f"intensity.{gathering.intensity}"), True)

    def people(self, size: GroupSize) -> str:
        """How many people, and whether that is ours."""
        return self._ours(self.say("group.people", range=str(size)), size.suggested)

    def places(self, formats: Iterable[str]) -> str:
        """Where, in words."""
        return self.texts.either(self.say(f"place.{format}") for format in formats)

    def role(self, id: str, gathering: Gathering) -> str:
        """What a role is called in this gathering."""
        return gathering.role_titles.get(id) or self.say(f"role.{id}")

    def roles(self, ids: Iterable[str], gathering: Gathering) -> str:
        """Several roles, in words."""
        return self.texts.listing(self.role(id, gathering) for id in ids)

    def facts(self, resource: Resource) -> str:
        """A resource in one line: kind, publisher, length, access, transcript."""
        edition, offered = resource.edition_year, resource.transcript
        facts = (
            sentence(self.say(f"resource-kind.{resource.kind.replace(' ', '-')}-one")),
            resource.by,
            resource.publisher,
            self.say("resource.edition", year=str(edition)) if edition else None,
            self.minutes(resource.minutes) if resource.minutes else None,
            self.say(f"access.{resource.access}"),
            None if offered is None else self.say("resource.transcript" if offered else "resource.no-transcript"),
        )
        return " · ".join(filter(None, facts))

    def checked(self, resource: Resource, library: Library) -> str:
        """When a resource's address was last looked at, by a person or by the check, and how it did."""
        health = library.health_of(resource)
        if health:
            day = self.texts.day(health.last_checked)
            return self.say("resource.checked", day=day, standing=self.say(f"standing.{health.state}"))
        if resource.last_checked:
            return self.say("resource.opened", day=self.texts.day(resource.last_checked))
        return self.say("resource.not-checked")

    def dead(self, resource: Resource, library: Library) -> str:
        """What to tell readers of an address that has stopped working; an empty string where it has not."""
        health = library.health_of(resource)
        return self.say("resource.dead", day=self.texts.day(health.since)) if health and health.dead else ""

    def access(self, resource: Resource, library: Library) -> str:
        """What it takes to open a resource."""
        may = library.needs_account(resource) and not resource.needs_account
        return self.say("access.perhaps-account" if may else f"access.{resource.access}")

    def handout(self, link: str, library: Library) -> str:
        """What a handout's link is called."""
        return library.title_of(link) or sentence(link.partition(":")[2].replace("-", " "))

    def file_facts(self, offer: Offer) -> str:
        """A file's format, length and size: "PDF, 2 pages, 40 KB"; the format alone of a file that is not made yet."""
        form = self.say(f"file.{offer.format}")
        return self._made(offer, form) if isinstance(offer, Download) else form

    def variant(self, offer: Offer) -> str:
        """What a file's variant adds to its title: ", large print"; nothing for the standard one."""
        return "" if offer.variant == "standard" else f", {self.say(f'variant.{offer.variant}')}"

    def _made(self, download: Download, form: str) -> str:
        length = "slides" if download.format == "pptx" else "pages"
        facts = (
            form,
            self.say(f"file.{length}", count=download.pages) if download.pages else None,
            self.say("file.size", size=str(max(1, round(download.bytes / 1000)))),
        )
        return ", ".join(filter(None, facts))

    def _ours(self, phrase: str, suggested: bool) -> str:
        return self.say("time.ours", phrase=phrase) if suggested else phrase


def sentence(phrase: str) -> str:
    """The same words with a capital at the start."""
    return phrase[:1].upper() + phrase[1:]


def starts(plan: Plan) -> Iterator[int | None]:
    """The minutes after which each step starts, as planned; None once a step before it has no set time."""
    start: int | None = 0
    for step in plan.steps:
        yield start
        start = None if start is None or step.minutes is None else start + step.minutes.typical


def accounts(gathering: Gathering, library: Library) -> tuple[Resource, ...]:
    """What is played in the session and has to be signed in for; what is shared at its end is not needed before."""
    named = dict.fromkeys(clip.resource for clip in gathering.plan.media)
    return tuple(resource for id in named if library.needs_account(resource := library[RESOURCE][id]))
