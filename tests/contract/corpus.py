"""A factory of articles with statements, and a small invented corpus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.page import Page
from schemas.parts import joined
from schemas.statement import (
    Act,
    Basis,
    Context,
    Cue,
    Extraction,
    Kind,
    Sentence,
    Span,
    Speaker,
    SplitArticle,
    Statement,
    Target,
)

INGESTED = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """What a test cares about in a statement. `then` are further parts, each behind other words."""

    text: str
    by: str | None = None
    role: str | None = None
    organisation: str | None = None
    speaks_for: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    kind: Kind = Kind.INDIRECT
    act: Act = Act.WARN
    on: str | None = None
    basis: Basis | None = None
    to: str | None = None
    to_countries: tuple[str, ...] = ()
    speaker_id: str | None = None
    target_id: str | None = None
    then: tuple[str, ...] = ()


def split(
    *said: Said,
    title: str = "Notes from a conference",
    source: str | None = "Lowland Gazette",
    published: str | None = "2024-05-10",
    extractor: str = "test-1",
) -> SplitArticle:
    """An article whose text is its statements, one a line."""
    text = "\n".join(" – ".join([one.text, *one.then]) for one in said)
    article = Article(
        text=text,
        title=title,
        url=f"https://gazette.example/{title.replace(' ', '-')}",
        source=Source.named(source) if source else None,
        published_on=PartialDate.parse(published) if published else None,
        language="en",
    )
    statements = tuple(statement(article.id, place, one) for place, one in enumerate(said))
    extraction = Extraction(("AM", "AZ"), ("Upper Valley",), statements, extractor)
    return SplitArticle(article, extraction, INGESTED)


def statement(article_id: str, place: int, said: Said) -> Statement:
    speaker = None
    if said.by:
        known = (said.role, said.organisation, said.speaks_for, said.basis, said.speaker_id)
        speaker = Speaker(said.by, Span(0, 4), *known)
    parts = (said.text, *said.then)
    return Statement(
        id=f"{article_id}-{place:02}",
        kind=said.kind,
        text=joined(parts, [True] * len(said.then)),
        spans=(Span(3, 3 + len(said.text)), Span(4, 9)),
        speaker=speaker,
        cue=Cue("warned", Span(1, 7), "warn", said.act) if speaker else None,
        countries=said.about,
        territories=said.territories,
        said_on=PartialDate.parse(said.on) if said.on else None,
        context=Context("Before it.", "After it."),
        fingerprint=f"print-{said.text[:20]}",
        parts=parts,
        sentence=Sentence(f"They warned: {said.text}", Span(0, 13 + len(said.text))),
        target=Target(said.to, Span(8, 12), said.to_countries, said.target_id) if said.to else None,
    )


OPEN = "The corridor must stay open to every convoy."
CLOSE = "We will never close the corridors."
TALKS = "Talks on the border of Azerbaijan’s exclave have begun."
CEASEFIRE = "No ceasefire can hold while the border is closed."
SIDE = "The U.S. side saw no need to be in the room."
LINE = "A cease-fire line was drawn at 10:30 in the morning."
GRAIN = "Grain must flow; the corridor was closed for a year."
EVERYTHING = {OPEN, CLOSE, TALKS, CEASEFIRE, SIDE, LINE, GRAIN}

CORPUS = (
    split(
        Said(
            OPEN,
            by="Orhan Demirsoy",
            role="foreign minister",
            organisation="Foreign Ministry",
            act=Act.DEMAND,
            speaks_for=("TR",),
            about=("AM", "AZ"),
            territories=("Nagorno-Karabakh",),
            on="2024-05-08",
            basis=Basis.NAME,
            to="Anna Petrosjan",
            to_countries=("AM",),
            speaker_id="person:orhan-demirsoy:TR",
            target_id="person:anna-petrosjan:AM",
        ),
        Said(
            CLOSE,
            by="Anna Petrosjan",
            role="ambassador",
            speaks_for=("AM",),
            kind=Kind.DIRECT,
            on="2024-05",
            basis=Basis.PRONOUN,
        ),
        Said(TALKS, about=("AZ",)),
        title="Friday in brief",
        source="Lowland Gazette",
        published="2024-05-10",
    ),
    split(
        Said(
            CEASEFIRE,
            by="Ørjan Bülbüloğlu",
            role="spokesman",
            organisation="United Nations",
            about=("AM",),
            kind=Kind.MIXED,
            on="2024-06-01",
        ),
        Said(SIDE, by="Mary O'Hara", speaks_for=("US",), kind=Kind.DIRECT),
        title="June in brief",
        source="Harbour Post",
        published="2024-06",
    ),
    split(
        Said(LINE, by="Anna Petrosjan", speaks_for=("AM",), act=Act.DENY),
        title="Undated note",
        source=None,
        published=None,
    ),
    split(
        Said(
            GRAIN,
            by="Ivan Kedrov",
            speaks_for=("RU",),
            about=("UA",),
            basis=Basis.NAME,
            to="Kyiv",
            to_countries=("UA",),
            territories=("artsakh", "Upper  Valley", "Kosovo"),
        ),
        title="Yearbook of trade",
        source="Harbour Post",
        published="2023",
    ),
)


def texts(page: Page) -> list[str]:
    """The statements found, in order."""
    return [found.statement.text for found in page.data]
