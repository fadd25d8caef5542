from dataclasses import replace

import pytest

from indexer.extraction.coreference.resolution import resolve_coreference
from indexer.extraction.model.attribution import AttributionCue
from schemas.statement import Act, Span, Target
from tests.indexer.extraction.coreference.reading import annotated
from tests.indexer.extraction.documents import document
from tests.indexer.extraction.marked import marked


def target(text: str, act: Act = Act.ACCUSE) -> Target | None:
    """Of the last attribution; its target stands between "|"."""
    before, words, behind = text.split("|")
    plain, found = marked(before + words + behind)
    start = len(marked(before)[0]) if before.count("{{") == before.count("}}") else plain.index(words)
    cue = AttributionCue(Span(start - 1, start), "do", act)
    last = replace(found[-1], cue=cue, target=Span(start, start + len(words)))
    attributions = [*found[:-1], last]
    return resolve_coreference(document(plain), attributions, annotated(plain, attributions)).targets[-1]


def shown(text: str, act: Act = Act.ACCUSE) -> str | None:
    """As "Ana Silva: PE"."""
    found = target(text, act)
    return f"{found.name}: {' '.join(found.countries)}".strip() if found is not None else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[Vorn]] blamed |Norway| {{so}}.", "Norway: NO"),
        ("[[Vorn]] blamed |Oslo| {{so}}.", "Oslo: NO"),
        ("[[Vorn]] blamed the |Norwegian| plan {{so}}.", "Norway: NO"),
        ("[[Vorn]] blamed the |Abkhaz| plan {{so}}.", "Abkhazia:"),
        ("[[Vorn]] blamed the |Swiss| plan {{so}}.", "Switzerland: CH"),
        ("[[Vorn]] blamed |Norwegians| {{so}}.", "Norwegians: NO"),
        ("[[Vorn]] blamed |a group of Norwegian pilots| {{so}}.", "group of Norwegian pilots: NO"),
        ("[[Vorn]] blamed |Norwegian pilots| {{so}}.", "Norwegian pilots: NO"),
        ("[[Vorn]] blamed |friends of the Norwegian pilots| {{so}}.", "friends of the Norwegian pilots:"),
        ("[[Vorn]] blamed |the families| {{so}}.", "families:"),
        ("[[Vorn]] blamed |the Norwegian minister| {{so}}.", "Norwegian minister: NO"),
        ("[[Vorn]] blamed |ministers| {{so}}.", "ministers:"),
        ("Minister Ana Silva of Peru came. [[Vorn]] blamed |Silva| {{so}}.", "Ana Silva: PE"),
        ("Minister Ana Silva of Peru came. [[Vorn]] blamed |the minister|'s plan {{so}}.", "Ana Silva: PE"),
        ("Minister Ana Silva of Peru came. [[Jan Kos]] blamed |her| {{so}}.", "Ana Silva: PE"),
        ("[[Jan Kos]] blamed |him| {{so}}.", None),
        ("NATO met. [[Vorn]] blamed |the alliance| {{so}}.", "NATO:"),
        ("Peru and Chile met. [[Vorn]] blamed |both governments| {{so}}.", "Chile and Peru: CL PE"),
        ("It rained in Peru and in Chile. [[China]] blamed |both neighbours| {{so}}.", "Chile and Peru: CL PE"),
        ("[[Vorn]] blamed |Peru and Chile| {{so}}.", "Peru and Chile: CL PE"),
        ("[[Vorn]] blamed |Peru|, Chile and Bolivia {{so}}.", "Peru, Chile and Bolivia: BO CL PE"),
        ("[[Peru and Chile]] blamed |each other| {{so}}.", "Peru and Chile: CL PE"),
        ("[[Jan Kos]] met the Polish leaders to blame |them| {{so}}.", "Polish leaders: PL"),
        (
            "Minister Ana Silva of Peru and Jan Kos of Poland came. [[Vorn]] blamed |Silva and Kos| {{so}}.",
            "Ana Silva and Jan Kos: PE PL",
        ),
        ("Minister Ana Silva came. [[Vorn]] blamed |Silva, the minister| {{so}}.", "Ana Silva:"),
        ("[[Vorn]] blamed |Rosgaz| {{so}}.", "Rosgaz:"),
        ("[[Vorn]] blamed |Western| plans {{so}}.", None),
        ("{{so}}, [[She]] told |each other|.", None),
    ],
)
def test_whom_the_words_mean_and_for_which_countries_they_stand(text: str, name: str | None) -> None:
    assert shown(text) == name


@pytest.mark.parametrize(
    ("before", "words", "is_somebody"),
    [
        ("", "Rosgaz", False),
        ("", "Orbel Gant", False),
        ("Minister Vera Lund came. ", "Vera Lund", True),
        ("Vera Lund of Peru came. ", "Vera Lund", True),
        ("Ms Vera Lund came. ", "Vera Lund", True),
        ("", "Norway", True),
        ("", "the families", True),
    ],
)
def test_a_name_of_which_nothing_is_told_may_be_an_outlets(before: str, words: str, is_somebody: bool) -> None:
    text = f"{before}[[Vorn]] told |{words}| {{{{so}}}}."
    assert (target(text, Act.ASSERT) is not None) is is_somebody
    assert target(text, Act.ACCUSE) is not None


@pytest.mark.parametrize("act", Act)
def test_an_outlet_is_a_party_only_where_it_does_not_merely_listen(act: Act) -> None:
    listens = act in {Act.ASSERT, Act.ANNOUNCE, Act.WARN, Act.PROMISE}
    assert (target("[[Vorn]] told |the BBC| {{so}}.", act) is None) is listens


def test_somebody_of_an_outlet_is_a_party() -> None:
    assert target("[[Vorn]] told |CNN anchor Vera Lund| {{so}}.", Act.ASSERT) is not None
    assert target("[[Vorn]] told |CNN Oslo| {{so}}.", Act.ASSERT) is None


def test_the_mention_is_where_it_is_named() -> None:
    found = target("[[Vorn]] blamed |Norway| {{so}}.")
    assert found is not None
    assert found.mention == Span(12, 18)


def test_whoever_is_told_acts_no_more_than_before() -> None:
    plain, (first, second) = marked("[[Jan Kos]] told Pal Orban {{so}}. [[He]] said {{it rained}}.")
    first = replace(first, target=Span(13, 22))
    sources = resolve_coreference(document(plain), [first, second], annotated(plain, [first, second])).sources
    assert [source.speaker and source.speaker.name for source in sources] == ["Jan Kos", "Jan Kos"]
