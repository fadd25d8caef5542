from dataclasses import replace

import pytest

from indexer.extraction.coreference.resolution import resolve_coreference
from indexer.extraction.coreference.speakers.basis import basis_of
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from schemas.statement import Act, Basis, Kind, Span
from tests.indexer.extraction.coreference.reading import annotated
from tests.indexer.extraction.documents import document
from tests.indexer.extraction.marked import marked

CUE = AttributionCue(Span(0, 4), "say", Act.ASSERT)


def bases(text: str) -> list[Basis | None]:
    plain, given = marked(text)
    found = [replace(attribution, rule=Rule.CLAUSE) for attribution in given]
    sources = resolve_coreference(document(plain), found, annotated(plain, found)).sources
    return [source.speaker.basis if source.speaker else None for source in sources]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("[[Ana Silva]] said {{it rained}}.", Basis.NAME),
        ("[[Minister Ana Silva]] said {{it rained}}.", Basis.NAME),
        ("Ana Silva came. [[Silva]] said {{it rained}}.", Basis.SURNAME),
        ("Ana Silva came. [[Ms Silva]] said {{it rained}}.", Basis.SURNAME),
        ("Ana Silva came. [[Minister Silva]] said {{it rained}}.", Basis.SURNAME),
        ("Ana Silva came. [[She]] said {{it rained}}.", Basis.PRONOUN),
        ("Ana Silva, the minister, came. [[The minister]] said {{it rained}}.", Basis.OFFICE),
        ("Ana Silva came. [[Silva's lawyer]] said {{it rained}}.", Basis.OFFICE),
        ("[[Orlik]] said {{it rained}}.", Basis.NAME),
        ("[[A spokesman]] said {{it rained}}.", Basis.OFFICE),
        ("[[Sources]] said {{it rained}}.", Basis.OFFICE),
        ("[[A fisherman from Peru]] said {{it rained}}.", Basis.OFFICE),
        ("[[Fishermen]] said {{it rained}}.", Basis.OFFICE),
        ("[[The ministry]] said {{it rained}}.", Basis.NAME),
        ("[[NATO]] said {{it rained}}.", Basis.NAME),
        ("NATO met. [[The alliance]] said {{it rained}}.", Basis.NAME),
        ("[[Moscow]] said {{it rained}}.", Basis.STATE),
        ("[[The Kremlin]] said {{it rained}}.", Basis.STATE),
        ("[[France, Germany and Italy]] said {{it rained}}.", Basis.STATE),
        ("[[Ana Silva and Jan Kos]] said {{it rained}}.", Basis.NAME),
        ("Japan and South Korea met. [[The two countries]] said {{it rained}}.", Basis.OFFICE),
        ("The ministry issued a statement. [[The statement]] said {{it rained}}.", Basis.ISSUER),
        ("It rained. [[The statement]] said {{it rained}}.", Basis.OFFICE),
        ("Japan sent a note. [[It]] said {{it rained}}.", Basis.PRONOUN),
    ],
)
def test_the_words_of_a_mention_lead_to_whom_it_means(text: str, basis: Basis) -> None:
    assert bases(text) == [basis]


def test_nobody_has_none() -> None:
    assert bases("[[She]] said {{it rained}}.") == [None]


def test_a_quote_that_names_nobody_is_continued() -> None:
    text = "[[Ana Silva]] said: “{{It rains}}.”\n\n“{{It pours}}.”"
    assert bases(text) == [Basis.NAME, Basis.CONTINUED]


@pytest.mark.parametrize(
    ("rule", "cue", "basis"),
    [
        (Rule.CLAUSE, CUE, Basis.SURNAME),
        (Rule.QUOTE_WITHOUT_CUE, None, Basis.CONTINUED),
        (Rule.NAME_BESIDE_QUOTE, None, Basis.SURNAME),
        (Rule.ANSWER, None, Basis.LABEL),
        (Rule.GIVEN, CUE, None),
        (Rule.GIVEN, None, None),
    ],
)
def test_where_a_statement_stands_goes_before_its_mention(
    rule: Rule, cue: AttributionCue | None, basis: Basis | None
) -> None:
    attribution = Attribution(Kind.DIRECT, (Span(5, 9),), Span(0, 4), cue, rule)
    assert basis_of(attribution, Basis.SURNAME) is basis
