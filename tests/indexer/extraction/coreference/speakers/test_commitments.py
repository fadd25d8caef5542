from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.extraction.coreference.resolution import resolve_coreference
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article, Source
from schemas.statement import Basis, Kind
from tests.indexer.extraction.coreference.reading import annotated
from tests.indexer.extraction.documents import document
from tests.indexer.extraction.marked import marked


def countries(text: str) -> list[tuple[str, ...]]:
    return [speaker[0] for speaker in speakers(text)]


def speakers(text: str) -> list[tuple[tuple[str, ...], Basis | None]]:
    plain, given = marked(text)
    found = [_reported(attribution) for attribution in given]
    sources = resolve_coreference(document(plain), found, annotated(plain, found)).sources
    return [(source.speaker.countries, source.speaker.basis) for source in sources if source.speaker is not None]


def _reported(attribution: Attribution) -> Attribution:
    return replace(attribution, rule=Rule.CLAUSE, kind=Kind.INDIRECT)


def test_an_office_that_commits_the_only_country_speaks_for_it_and_is_inferred() -> None:
    said = "[[The foreign minister]] said {{Norway would sign}}. [[The minister]] said {{it rained}}."
    assert speakers(said) == [(("NO",), Basis.COMMITMENT), (("NO",), Basis.COMMITMENT)]


def test_so_does_a_successor_of_whoever_left_the_office() -> None:
    before = "Former trade minister Ana Silva left. Her successor, Jan Kos, came."
    assert countries(f"{before} [[The trade minister]] said {{{{Norway will join}}}}.") == [("NO",)]


@pytest.mark.parametrize(
    "text",
    [
        "[[The foreign minister]] said {{Norway would pay a price}}.",
        "[[The foreign minister]] said {{Norway would be punished}}.",
        "[[The foreign minister]] said {{Norway would never sign}}.",
        "[[The foreign minister]] said {{the talks with Norway would help}}.",
        "[[The foreign minister]] said {{Norway would sign}}, and Peru waited.",
        "She met the Norwegian envoy. [[The foreign minister]] said {{Norway would sign}}.",
        "After talks with Norway, [[the foreign minister]] said {{Norway would sign}}.",
        "LILLE, May 4 (Wire) - [[The foreign minister]] said {{Norway would sign}}.",
        "[[The chairman]] said {{Norway would sign}}.",
        "[[The ambassador]] said {{Norway would sign}}.",
        "[[The former foreign minister]] said {{Norway would sign}}.",
        "[[Ana Silva]] said {{Norway would sign}}.",
        "[[The foreign ministers]] said {{Norway would sign}}.",
    ],
)
def test_nothing_else_tells_for_whom_it_speaks(text: str) -> None:
    assert countries(text) == [()]


def test_an_outlet_of_another_country_speaks_against_it() -> None:
    plain, given = marked("[[The foreign minister]] said {{Norway would sign}}.")
    found = [_reported(attribution) for attribution in given]
    read = read_document(Article(plain, source=Source.named("Peru Daily News")))
    shown = resolve_coreference(read, found, annotated(plain, found)).sources[0].speaker
    assert shown is not None
    assert shown.countries == ()
