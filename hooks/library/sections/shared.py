"""How what many documents have is told, once for all of them: facts, plan, safety, sources, review and topics."""

from collections.abc import Iterable, Iterator
from typing import Any

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Change, Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.shared import TOPIC
from library.texts import Texts
from library.types.text import Text

from . import blocks
from .blocks import Fact, Section
from .phrases import Phrases, accounts, sentence
from .safety import opt_in, safety
from .steps import steps as steps_of


class Teller:
    """Tells documents of one library in one language. Every kind's own sections are made of what it gives."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self.library = library
        self.say = texts.say
        self.texts = texts
        self.phrases = Phrases(texts)
        self._last: tuple[Document, blocks.Telling] | None = None

    def telling(self, kind: DocumentKind[Any], document: Document) -> blocks.Telling:
        """A document, told in the sections that its kind says. The last one is kept until another is asked for: the
        pages of a document are written one after another, and are all of one telling."""
        if not self._last or self._last[0] is not document:
            self._last = document, _telling(kind, document, self)
        return self._last[1]

    def heading(self, id: str) -> str:
        """The heading of a section that documents of several kinds share."""
        return self.say(f"headings.{id}")

    def prose(self, id: str, text: Text) -> Section:
        """A section of one text, under its own heading."""
        return Section(id, self.heading(id), (blocks.Prose(text),))

    def points(self, id: str, texts: Iterable[Text]) -> Section:
        """A section that is one list, under its own heading."""
        return Section(id, self.heading(id), (blocks.Points(tuple(texts)),))

    def facts(self, gathering: Gathering) -> Section:
        """What a facilitator needs to know at a glance."""
        kit = gathering.plan.kit
        facts = (
            Fact("time", "time", self.say("facts.time"), self.phrases.whole_time(gathering)),
            Fact("people", "people", self.say("facts.people"), self.phrases.people(gathering.group_size)),
            Fact("where", "place", self.say("facts.where"), sentence(self.phrases.places(gathering.format))),
            Fact("facilitator", "experience", self.say("facts.facilitator"), self.phrases.experience(gathering)),
            Fact("intensity", gathering.intensity, self.say("facts.intensity"), self.phrases.intensity(gathering)),
            Fact("audience", "people", self.say("facts.audience"), sentence(self.texts.listing(gathering.audience))),
            Fact(
                "kit",
                "kit",
                self.say("facts.kit"),
                sentence(self.texts.listing(kit)) if kit else self.say("facts.no-kit"),
                is_wide=True,
            ),
        )
        return Section("facts", "", (blocks.Facts(facts), blocks.Words(self.phrases.ours(gathering), "fine")))

    def purpose(self, gathering: Gathering) -> Section:
        """What it is for, in one line."""
        return Section("purpose", "", (blocks.Words(gathering.purpose, "strong"),))

    def when(self, gathering: Gathering) -> Section:
        """When it fits, and when it does not."""
        told = (self.points("good-when", gathering.good_when), self.points("not-when", gathering.not_when))
        return Section("when", self.heading("when"), sections=told)

    def modes(self, gathering: Gathering) -> Iterator[Section]:
        """Ways of meeting that have rules of their own, where there are any."""
        if gathering.modes:
            told = (Section(f"mode-{mode.id}", mode.title, (blocks.Prose(mode.text),)) for mode in gathering.modes)
            yield Section("modes", self.heading("modes"), sections=tuple(told))

    def shorter(self, gathering: Gathering) -> Iterator[Section]:
        """What to leave out where there is less time."""
        if shorter := gathering.shorter:
            titles = {step.id: step.title for step in gathering.plan.steps}
            without = self.texts.listing(self.say("plan.quoted", title=titles[id]) for id in shorter.without)
            lead = self.say("plan.leave-out", steps=without)
            title = self.say("plan.shorter", count=shorter.minutes)
            yield Section("shorter", title, (blocks.Words(lead), blocks.Prose(shorter.how)))

    def before(self, gathering: Gathering, preparation: Iterable[Text]) -> Section:
        """What the facilitator does beforehand, and what is needed."""
        points = blocks.Points(tuple(preparation))
        inside = (*self.kit(gathering), *self.accounts(gathering))
        return Section("before", self.heading("before"), (points,), inside)

    def accounts(self, gathering: Gathering) -> Iterator[Section]:
        """What has to be signed in for, where anything has."""
        if needed := accounts(gathering, self.library):
            links = tuple(map(self.resource, needed))
            yield Section("accounts", self.heading("accounts"), (blocks.Accounts(links),))

    def kit(self, gathering: Gathering) -> Iterator[Section]:
        """What is needed in the room, where anything is."""
        if gathering.plan.kit:
            things = tuple(map(sentence, gathering.plan.kit))
            yield Section("kit", self.heading("kit"), (blocks.Names(things),))

    def plan(
        self,
        gathering: Gathering,
        *,
        title: str,
        before: tuple[blocks.Block, ...] = (),
        after: tuple[Section, ...] = (),
        has_modes: bool = False,
    ) -> Iterator[Section]:
        """The running order and the steps. A plan of several parts has a section for each, beside the running order.

        before: what stands ahead of the running order. after: sections that follow the steps of a plan of one part.
        """
        steps = {step.id: step for step in steps_of(gathering, self)}
        timeline = blocks.Timeline(
            first=self.say("plan.first-of-modes" if has_modes else "plan.first"),
            steps=tuple(steps.values()),
            before=self._set_up(gathering),
            note=self.say("plan.starts"),
            minutes=gathering.minutes,
            set_up=gathering.set_up,
            opt_in=opt_in(gathering, self),
            is_heavy=gathering.is_heavy,
        )
        step_by_step = {id: Section(f"step-{id}", step.title, (blocks.StepByStep(step),)) for id, step in steps.items()}
        is_whole = len(gathering.plan.parts) == 1
        inside = (*step_by_step.values(), *after) if is_whole else after
        yield Section("plan", title, (*before, timeline), inside)
        if not is_whole:
            for part in gathering.plan.parts:
                time = blocks.Words(sentence(self.phrases.minutes(part.minutes)), "fine")
                introduction = (blocks.Prose(part.introduction),) if part.introduction else ()
                yield Section(
                    f"part-{part.id}",
                    part.title,
                    (time, *introduction),
                    tuple(step_by_step[step.id] for step in part.steps),
                )

    def _set_up(self, gathering: Gathering) -> str:
        """How much of the time is for setting up, and how much for the steps; empty where all of it is for these."""
        steps = gathering.minutes_of_steps
        if not gathering.set_up or not steps:
            return ""
        time = sentence(self.phrases.minutes(gathering.minutes))
        return self.say("plan.set-up", time=time, set_up=str(gathering.set_up), steps=str(steps))

    def questions(self, gathering: Gathering, *, lines: int) -> Section:
        """The questions of a plan, with lines to write on under each."""
        prompts = (prompt for step in steps_of(gathering, self) for prompt in step.prompts)
        places = tuple(blocks.Write("", prompt.text, lines, prompt.road) for prompt in prompts)
        return Section("questions", self.heading("questions"), places)

    def safety(self, gathering: Gathering) -> Section:
        """How everyone is kept safe: what to read out, what to do if something comes up, what this is not."""
        return safety(gathering, self)

    def about(self, document: Document) -> Section:
        """Where a document comes from, who looks after it, and what it is about."""
        review = blocks.Review(
            review=document.reviewed,
            lived=document.lived_experience,
            owner=document.owner_role,
            review_by=document.review_by,
            version=document.version,
            revised=document.revised,
        )
        topics = tuple(blocks.Topic(id, self.library[TOPIC][id].label) for id in document.topics)
        notes = [Section("notes", self.heading("notes"), (blocks.Notes(document.notes),))] if document.notes else []
        return Section(
            "about-this-page",
            self.heading("about-this-page"),
            sections=(
                *notes,
                *self._gone(document),
                *self._changes(document),
                Section("sources", self.heading("sources"), (blocks.Sources(document.sources),)),
                Section("review", self.heading("review"), (review,)),
                Section("topics", self.heading("topics"), (blocks.Topics(topics),)),
            ),
        )

    def _changes(self, document: Document) -> Iterator[Section]:
        """What changed, the newest first."""
        if document.changes:
            yield Section("changes", self.heading("changes"), tuple(map(self._change, document.changes)))

    def _change(self, change: Change) -> blocks.Led:
        name = self.say("word.change", version=change.version, day=self.texts.day(change.on))
        return blocks.Led(f"change-{change.version.replace('.', '-')}", name, change.what)

    def _gone(self, document: Document) -> Iterator[Section]:
        """What became of parts that are gone, each in the place where links to it lead."""
        gone_parts = tuple(
            Section(f"{gone.part}-{gone.id}", gone.title, (blocks.Prose(gone.moved),))
            for gone in document.retired
            if gone.title and gone.moved
        )
        if gone_parts:
            yield Section("gone", self.heading("gone"), sections=gone_parts)

    def resources(self, ids: Iterable[str]) -> Section:
        """Outside resources to read, watch or hear."""
        links = tuple(self.resource(self.library[RESOURCE][id]) for id in ids)
        return Section("resources", self.heading("resources"), (blocks.Resources(links),))

    def resource(self, resource: Resource) -> blocks.ResourceLink:
        """What a document says of an outside resource."""
        return blocks.ResourceLink(
            id=resource.id,
            title=resource.title,
            publisher=resource.publisher,
            address=self.library.address_now(resource),
            is_sure=self.library.is_sure(resource),
            short=RESOURCE.page_of(resource.id),
            facts=self.phrases.facts(resource, self.library),
            access=self.phrases.access(resource, self.library),
            status="" if resource.url_status == "confirmed" else self.say(f"address.{resource.url_status}"),
            dead=self.phrases.dead(resource, self.library),
            checked=self.phrases.checked(resource, self.library),
        )


def card(gathering: Gathering, tell: Teller) -> tuple[Fact, ...]:
    """What a card says of what people meet around: how long it takes, for how many it is, how much it may stir up."""
    say, intensity = tell.say, gathering.intensity
    return (
        Fact("time", "time", say("facts.time"), tell.phrases.short_time(gathering)),
        Fact("people", "people", say("facts.people"), say("group.people", range=str(gathering.group_size))),
        Fact("intensity", intensity, say("facts.intensity"), say(f"intensity-short.{intensity}")),
    )


def _telling(kind: DocumentKind[Any], document: Document, teller: Teller) -> blocks.Telling:
    return blocks.Telling(
        link=kind.link_to(document.id),
        title=document.title,
        summary=document.summary,
        credit=f"{_based_on(document, teller)} {teller.phrases.reviewed_in_short(document, teller.library)}",
        version=document.version,
        revised=document.revised,
        review_by=document.review_by,
        sections=tuple(kind.sections(document, teller)),
    )


def _based_on(document: Document, tell: Teller) -> str:
    """What a document rests on, in a sentence. What the library has from nobody else is its own."""
    library = tell.say("library.name")
    titles = [source.title for source in document.sources if source.publisher != library]
    return tell.say("credit.based-on", titles=tell.texts.listing(titles)) if titles else tell.say("credit.own")
