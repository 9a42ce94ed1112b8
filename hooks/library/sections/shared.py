"""How what many documents have is told, once for all of them: facts, plan, safety, sources, review and topics."""

from collections.abc import Iterable, Iterator
from typing import Any

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.plan import Clip as AuthoredClip
from library.core.plan import Step as AuthoredStep
from library.core.safety import SAFETY_FRAME
from library.core.shared import TOPIC
from library.core.walk import Road
from library.texts import Texts
from library.types.text import Text

from . import blocks
from .blocks import Fact, Section, prompts_at
from .phrases import Phrases, accounts, sentence, starts


class Teller:
    """Tells documents of one library in one language. Every kind's own sections are made of what it gives."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self.library = library
        self.say = texts.say
        self.texts = texts
        self.phrases = Phrases(texts)

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
            Fact("audience", "audience", self.say("facts.audience"), sentence(self.texts.listing(gathering.audience))),
            Fact(
                "kit",
                "kit",
                self.say("facts.kit"),
                sentence(self.texts.listing(kit)) if kit else self.say("facts.no-kit"),
                is_wide=True,
            ),
        )
        return Section("facts", "", (blocks.Facts(facts),))

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
        steps = dict(zip((step.id for step in gathering.plan.steps), self._steps(gathering), strict=True))
        timeline = blocks.Timeline(
            first=self.say("plan.first-of-modes" if has_modes else "plan.first"),
            first_place="modes" if has_modes else "read-out",
            steps=tuple(steps.values()),
            note=self.say("plan.starts"),
            minutes=gathering.minutes,
            opt_in=self.say("plan.opt-in") if gathering.intensity == "heavy" else "",
        )
        step_by_step = {id: Section(f"step-{id}", step.title, (blocks.StepByStep(step),)) for id, step in steps.items()}
        is_whole = len(gathering.plan.parts) == 1
        inside = (*step_by_step.values(), *after) if is_whole else after
        yield Section("plan", title, (*before, timeline), inside)
        if not is_whole:
            for part in gathering.plan.parts:
                time = blocks.Words(sentence(self.phrases.part_time(part)), "fine")
                introduction = (blocks.Prose(part.introduction),) if part.introduction else ()
                yield Section(
                    f"part-{part.id}",
                    part.title,
                    (time, *introduction),
                    tuple(step_by_step[step.id] for step in part.steps),
                )

    def questions(self, gathering: Gathering, *, lines: int) -> Section:
        """The questions of a plan, with lines to write on under each."""
        prompts = (prompt for step in self._steps(gathering) for prompt in step.prompts)
        places = tuple(blocks.Write("", prompt.text, lines, prompt.road) for prompt in prompts)
        return Section("questions", self.heading("questions"), places)

    def safety(self, gathering: Gathering) -> Section:
        """How everyone is kept safe: what to read out, what to do if something comes up, what this is not."""
        frame = self.library[SAFETY_FRAME][gathering.safety]
        tiers = tuple(blocks.Led(f"stop-{tier.id}", tier.title, tier.text) for tier in frame.stop)
        escalate = blocks.Led("escalate", self.heading("escalate"), frame.escalate)
        read_out = blocks.ReadOut(frame.confidentiality.script, frame.confidentiality.limits)
        decide = (blocks.Prose(frame.leaving), blocks.WriteIn(frame.write_in))
        return Section(
            "safety",
            self.heading("safety"),
            (blocks.Words(self.say("safety.ours"), "fine"),),
            (
                Section("read-out", self.heading("read-out"), (read_out,)),
                Section("decide", self.heading("decide"), decide),
                Section("stop", self.heading("stop"), (*tiers, escalate)),
                *([self.prose("safety-note", gathering.safety_note)] if gathering.safety_note else []),
                self.prose("pause", frame.pause),
                self.prose("aftercare", frame.aftercare),
                self.points("not-this", frame.not_this),
            ),
        )

    def about(self, document: Document) -> Section:
        """Where a document comes from, who looks after it, and what it is about."""
        review = blocks.Review(
            by=document.reviewed.by if document.reviewed else None,
            on=document.reviewed.on if document.reviewed else None,
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
                Section("sources", self.heading("sources"), (blocks.Sources(document.sources),)),
                Section("review", self.heading("review"), (review,)),
                Section("topics", self.heading("topics"), (blocks.Topics(topics),)),
            ),
        )

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
        is_dead = self.library.is_dead(resource)
        return blocks.ResourceLink(
            id=resource.id,
            title=resource.title,
            publisher=resource.publisher,
            address=self.library.address_now(resource),
            is_sure=resource.url_status == "confirmed" and not is_dead,
            short=RESOURCE.page_of(resource.id),
            facts=self.phrases.facts(resource),
            access=self.phrases.access(resource, self.library),
            status="" if resource.url_status == "confirmed" else self.say(f"address.{resource.url_status}"),
            dead=self.phrases.dead(resource, self.library),
            checked=self.phrases.checked(resource, self.library),
        )

    def _steps(self, gathering: Gathering) -> Iterator[blocks.Step]:
        begin = starts(gathering.plan)
        for p, part in enumerate(gathering.plan.parts):
            for s, step in enumerate(part.steps):
                yield self._step(gathering, step, next(begin), ("plan", "parts", p, "steps", s))

    def _step(self, gathering: Gathering, step: AuthoredStep, start: int | None, road: Road) -> blocks.Step:
        return blocks.Step(
            id=step.id,
            title=step.title,
            start=start,
            minutes=step.minutes,
            speaks=self.phrases.roles(step.speaks, gathering) if step.speaks else "",
            listens=self.phrases.roles(step.listens, gathering) if step.listens else "",
            places=self.phrases.places(step.place) if len(step.place) == 1 else "",
            do=step.do,
            clips=tuple(map(self._clip, step.media)),
            prompts=prompts_at(step.prompts, *road, "prompts"),
            kit=step.kit,
        )

    def _clip(self, clip: AuthoredClip) -> blocks.Clip:
        resource = self.library[RESOURCE][clip.resource]
        part = clip.part or resource.title
        access = self.phrases.access(resource, self.library)
        return blocks.Clip(clip.resource, part, clip.minutes, access, RESOURCE.page_of(resource.id))


def card(gathering: Gathering, tell: Teller) -> tuple[Fact, ...]:
    """What a card says of what people meet around: how long it takes, for how many it is, how much it may stir up."""
    say, intensity = tell.say, gathering.intensity
    return (
        Fact("time", "time", say("facts.time"), tell.phrases.short_time(gathering)),
        Fact("people", "people", say("facts.people"), say("group.people", range=str(gathering.group_size))),
        Fact("intensity", intensity, say("facts.intensity"), say(f"intensity.{intensity}")),
    )


def telling(kind: DocumentKind[Any], document: Document, teller: Teller) -> blocks.Telling:
    """A document, told in the sections that its kind says."""
    return blocks.Telling(
        link=kind.link_to(document.id),
        title=document.title,
        summary=document.summary,
        version=document.version,
        revised=document.revised,
        review_by=document.review_by,
        sections=tuple(kind.sections(document, teller)),
    )
