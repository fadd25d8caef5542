"""A small invented corpus, of articles whose statements stand where their spans say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
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
    """What a test cares about in a statement: `words` are found in the article's text, piece by piece."""

    words: tuple[str, ...]
    by: str | None = None
    role: str | None = None
    organisation: str | None = None
    speaks_for: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    kind: Kind = Kind.INDIRECT
    on: str | None = None
    basis: Basis | None = None
    to: str | None = None
    to_countries: tuple[str, ...] = ()
    speaker_id: str | None = None
    target_id: str | None = None


def said(*words: str, **known: object) -> Said:
    return Said(words, **known)  # type: ignore[arg-type]


def split(
    text: str,
    *statements: Said,
    title: str,
    source: str | None = "Lowland Gazette",
    published: str | None = "2024-05-10",
    url: str | None = None,
) -> SplitArticle:
    article = Article(
        text=text,
        title=title,
        url=url,
        source=Source.named(source) if source else None,
        published_on=PartialDate.parse(published) if published else None,
        language="en",
    )
    found = tuple(statement(article, place, one) for place, one in enumerate(statements, 1))
    return SplitArticle(article, Extraction(("AM", "AZ"), ("Upper Valley",), found, "test-1"), INGESTED)


def statement(article: Article, place: int, one: Said) -> Statement:
    spans = tuple(spot(article.text, words) for words in one.words)
    speaker = None
    if one.by:
        mention = spot(article.text, one.by)
        speaker = Speaker(one.by, mention, one.role, one.organisation, one.speaks_for, one.basis, one.speaker_id)
    return Statement(
        id=f"{article.id}-{place:02}",
        kind=one.kind,
        text=joined(one.words, [True] * (len(one.words) - 1)),
        spans=spans,
        speaker=speaker,
        cue=Cue("said", spot(article.text, "said"), "say", Act.ASSERT) if speaker else None,
        countries=one.about,
        territories=one.territories,
        said_on=PartialDate.parse(one.on) if one.on else None,
        context=Context("The room was full.", "Nobody left."),
        fingerprint=f"print-{article.id}-{place}",
        parts=one.words,
        sentence=line(article.text, spans[0]),
        target=Target(one.to, spot(article.text, one.to), one.to_countries, one.target_id) if one.to else None,
    )


def line(text: str, words: Span) -> Sentence:
    """That holds these words."""
    start, end = text.rfind("\n", 0, words.start) + 1, text.find("\n", words.end)
    span = Span(start, end if end >= 0 else len(text))
    return Sentence(span.of(text), span)


def spot(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


CORRIDOR = split(
    "Orhan Demirsoy said that the corridor must stay open to every convoy.\n\n"
    "“We will never close the corridors,” said Anna Petrosjan, “and our guards know it.”\n\n"
    "Lina Berg said that Mr. Kar had told her the tolls at the northern gate would double.\n",
    said(
        "the corridor must stay open to every convoy",
        by="Orhan Demirsoy",
        role="foreign minister",
        speaks_for=("TR",),
        about=("AM", "AZ"),
        on="2024-05-08",
        basis=Basis.NAME,
        to="Anna Petrosjan",
        to_countries=("AM",),
        speaker_id="person:orhan-demirsoy:TR",
        target_id="person:anna-petrosjan:AM",
    ),
    said(
        "We will never close the corridors,",
        "and our guards know it.",
        by="Anna Petrosjan",
        role="ambassador",
        speaks_for=("AM",),
        kind=Kind.DIRECT,
        on="2024-05",
        basis=Basis.PRONOUN,
    ),
    said("Mr. Kar had told her the tolls at the northern gate would double", by="Lina Berg"),
    said("the tolls at the northern gate would double", by="Kar", about=("AZ",)),
    title="Friday talks",
    url="https://gazette.example/friday-talks",
)
BORDER = split(
    "Ørjan Bülbüloğlu said on Monday that no ceasefire can hold while the border is closed.",
    said(
        "no ceasefire can hold while the border is closed",
        by="Ørjan Bülbüloğlu",
        role="spokesman",
        organisation="United Nations",
        about=("AM",),
        territories=("Artsakh", "Kosovo", "Upper <b>, Valley"),
        kind=Kind.MIXED,
        on="2024-06-01",
    ),
    title="Notes of June",
    source="Harbour Post",
    published="2024-06",
)
UNDATED = split(
    "Anna Petrosjan said a line was drawn at 10:30 in the morning.",
    said("a line was drawn at 10:30 in the morning", by="Anna Petrosjan", speaks_for=("AM",)),
    title="Undated note",
    source=None,
    published=None,
)
LONG = "Donaudampfschifffahrt" * 12
HOSTILE = split(
    f"<script>document.title = 'taken'</script><b>Vex</b> said & <img src=x onerror=alert(1)> is no picture. {LONG}",
    said("<img src=x onerror=alert(1)> is no picture.", by="<b>Vex</b>", role="<i>envoy</i>", speaks_for=("RU",)),
    said(LONG),
    title="</title><script>document.title = 'taken'</script>",
    source="Pixel <u>Times</u>",
    published="2023-02-01",
    url="javascript:document.title='taken'",
)
HARVEST = split(
    "King, Jr. said a great deal about grain.\n"
    + "\n".join(f"The harvest of field {number} was good." for number in range(1, 46)),
    *(said(f"The harvest of field {number} was good.", by="King, Jr.", speaks_for=("UA",)) for number in range(1, 46)),
    title="Forty-five fields",
    source="Harbour Post",
    published="2023",
)

CORPUS = (CORRIDOR, BORDER, UNDATED, HOSTILE, HARVEST)
STATEMENTS = sum(len(one.extraction.statements) for one in CORPUS)
