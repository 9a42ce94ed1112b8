"""The model's values in the words readers see: the same words on every page, on paper and in every file."""

from collections.abc import Iterable, Iterator

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document, Review
from library.core.download import Download, Offer
from library.core.gathering import Gathering, GroupSize
from library.core.library import Library
from library.core.plan import Plan
from library.texts import Texts
from library.types.minutes import Minutes, total

_LONG = 180
"""Minutes above which a length of time is told in hours."""


class Phrases:
    """Says values in one language."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.say = texts.say

    def minutes(self, value: Minutes | None) -> str:
        """ "5–10 minutes", "about 7 hours", or a plain statement that no time is set: within a sentence."""
        if value is None:
            return self.say("time.none")
        return self._hours(value) if value.min > _LONG else self.say("time.minutes", range=str(value), count=value.max)

    def _hours(self, value: Minutes) -> str:
        """ "4½ hours", or how many hours and halves it comes nearest to: "about 5–6 hours"."""
        least, most = (value.min + 15) // 30, (value.max + 15) // 30
        shortest, longest = _in_hours(least), _in_hours(most)
        hours = shortest if least == most else f"{shortest}–{longest}"
        told = self.say("time.hours", range=hours, count=most // 2)
        is_exact = value.min == least * 30 and value.max == most * 30
        return told if is_exact else self.say("time.about", time=told)

    def clock(self, minutes: int) -> str:
        """So many minutes after the beginning, as a clock that was set to nought shows them: "1:05"."""
        return f"{minutes // 60}:{minutes % 60:02}"

    def ours(self, gathering: Gathering) -> str:
        """What the library suggests where no source says: told once, so that each number can stand alone."""
        timed = [step.minutes for step in gathering.plan.steps if step.minutes]
        fixed = total(minutes for minutes in timed if not minutes.suggested)
        are_ours = any(minutes.suggested for minutes in timed)
        times = ("other-times" if fixed else "times") if are_ours else ""
        size = "group-size" if gathering.group_size.suggested else ""
        named = self.texts.listing(self.say(f"ours.{id}") for id in (times, size, "experience", "intensity") if id)
        ours = self.say("ours.all", things=named)
        return f"{self.say('ours.set', fixed=str(fixed))} {ours}" if fixed and are_ours else ours

    def whole_time(self, gathering: Gathering) -> str:
        """The time to set aside for a gathering, in words."""
        if gathering.minutes and gathering.set_up:
            steps = self._time_of_steps(gathering)
            return self.say(
                "time.with-set-up",
                time=sentence(self.minutes(gathering.minutes)),
                set_up=self.minutes(gathering.set_up),
                steps=steps,
            )
        return sentence(self._time_of_steps(gathering))

    def _time_of_steps(self, gathering: Gathering) -> str:
        value, plan = gathering.minutes_of_steps, gathering.plan
        if value is None:
            return sentence(self.say("time.none"))
        phrase = self.minutes(value)
        if plan.untimed and gathering.length is None:
            return self.say("time.and-untimed", time=phrase, count=len(plan.untimed))
        if gathering.length and not plan.untimed and str(gathering.length) != str(value):
            return self.say("time.source-differs", time=phrase, length=str(gathering.length))
        return phrase

    def short_time(self, gathering: Gathering) -> str:
        """The time for a card: "35 minutes"."""
        return sentence(self.minutes(gathering.minutes))

    def experience(self, gathering: Gathering) -> str:
        """Who can lead it."""
        return self.say(f"experience.{gathering.experience}")

    def intensity(self, gathering: Gathering) -> str:
        """How much it may stir up."""
        return self.say(f"intensity.{gathering.intensity}")

    def people(self, size: GroupSize) -> str:
        """How many people."""
        return self.say("group.people", range=str(size))

    def reviewed(self, practitioner: Review | None, lived: Review | None) -> str:
        """Who reviewed a document and when, or that nobody has. lived: by someone with lived experience."""
        if not practitioner and not lived:
            return self.say("word.not-reviewed")
        by_whom = (("practitioner", practitioner), ("lived-experience", lived))
        return " ".join(self._review(whose, review) for whose, review in by_whom)

    def _review(self, whose: str, review: Review | None) -> str:
        if review is None:
            return self.say(f"word.not-by-{whose}")
        return self.say(f"word.by-{whose}", day=self.texts.day(review.on), by=review.by)

    def reviewed_in_short(self, document: Document, library: Library) -> str:
        """The same in the few words that the foot of a sheet has room for, and whether the document is a draft."""
        is_draft = library.is_draft(document)
        if not document.reviewed and not document.lived_experience:
            return self.say("word.draft-unread" if is_draft else "word.unread")
        reviewed = self.reviewed(document.reviewed, document.lived_experience)
        return self.say("word.draft-half", reviewed=reviewed) if is_draft else reviewed

    def draft(self, document: Document, library: Library) -> str:
        """That a document is a draft, and whose review it lacks; nothing where it is none."""
        if not library.is_draft(document):
            return ""
        if document.reviewed:
            return self.say("word.draft-by-practitioner")
        return self.say("word.draft-by-lived-experience" if document.lived_experience else "word.draft")

    def way_out(self, address: str, *, pages: tuple[str, str] | None = None) -> str:
        """Where to take a concern.

        address: of the library's page that says so, or empty while nobody can be led there. pages: of the file itself,
        which are nearer: what to do when someone is upset, and where to take a worry; None where it does not say.
        """
        if pages:
            upset, stop = pages
            return self.say("paper.way-out-here", upset=upset, stop=stop)
        return self.say("paper.way-out", address=address) if address else self.say("paper.way-out-by-name")

    def more_when_upset(self, address: str) -> str:
        """Where there is more on what to do. address: as above."""
        if not address:
            return self.say("paper.more-when-upset-by-name")
        return self.say("paper.more-when-upset", address=address)

    def places(self, formats: Iterable[str]) -> str:
        """Where, in words."""
        return self.texts.either(self.say(f"place.{format}") for format in formats)

    def role(self, id: str, gathering: Gathering) -> str:
        """What a role is called in this gathering."""
        return gathering.role_titles.get(id) or self.say(f"role.{id}")

    def roles(self, ids: Iterable[str], gathering: Gathering) -> str:
        """Several roles, in words."""
        return self.texts.listing(self.role(id, gathering) for id in ids)

    def facts(self, resource: Resource, library: Library) -> str:
        """A resource in one line: kind, publisher, length, access, transcript."""
        edition, offered = resource.edition_year, resource.transcript
        facts = (
            sentence(self.say(f"resource-kind.{resource.kind.replace(' ', '-')}-one")),
            resource.by,
            resource.publisher,
            self.say("resource.edition", year=str(edition)) if edition else None,
            self.minutes(resource.minutes) if resource.minutes else None,
            self.access(resource, library),
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
        return self.say(f"access.{library.opening(resource)}")

    def handout(self, link: str, library: Library) -> str:
        """What a handout's link is called."""
        return library.title_of(link) or sentence(link.partition(":")[2].replace("-", " "))

    def file_facts(self, offer: Offer) -> str:
        """A file's format, length and size: "PDF, 2 pages, 40 KB"; the format alone of a file that is not made yet.

        The format is left out where the title ends with it.
        """
        form = self.say(f"file.{offer.format}")
        told = "" if offer.title.endswith(form) else form
        return self._made(offer, told) if isinstance(offer, Download) else told

    def variant(self, offer: Offer) -> str:
        """What a file's variant adds to its title: ", large print"; nothing for the standard one."""
        return "" if offer.variant == "standard" else f", {self.say(f'variant.{offer.variant}')}"

    def saved_as(self, offer: Offer, library: Library) -> str:
        """What a calendar file is called once it is saved, where its own name would say what a diary must not.

        An empty string for any other file, which keeps its own name.
        """
        document = library.named(offer.of)
        is_discreet = offer.format == "ics" and isinstance(document, Document) and document.is_heavy
        return f"{self.say('calendar-file.discreet-file')}.ics" if is_discreet else ""

    def _made(self, download: Download, form: str) -> str:
        length = "slides" if download.format == "pptx" else "pages"
        facts = (
            form,
            self.say(f"file.{length}", count=download.pages) if download.pages else None,
            self.say("file.size", size=str(max(1, round(download.bytes / 1000)))),
        )
        return ", ".join(filter(None, facts))


def _in_hours(halves: int) -> str:
    """So many half hours: "4½"."""
    return f"{halves // 2}{'½' if halves % 2 else ''}"


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
